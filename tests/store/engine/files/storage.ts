import { randomBytes } from "node:crypto";
import type { StoredFile } from "../contract";

/** What a staged target waits for. */
export interface StagedTarget {
  key: string;
  filename: string;
  mimeType: string;
  resource: string;
}

export const STAGING_HOST = "https://shopify-staged-uploads.shopify.com";
export const CDN_HOST = "https://cdn.shopify.com";

/** Uploaded files of all shops: staged ones by key, published ones by their address on the CDN. */
export class Storage {
  private readonly targets = new Map<string, StagedTarget>();
  private readonly files = new Map<string, StoredFile>();

  stage(resource: string, filename: string, mimeType: string): StagedTarget {
    const key = `tmp/${randomBytes(12).toString("hex")}/${encodeURIComponent(filename)}`;
    const target = { key, filename, mimeType, resource };
    this.targets.set(key, target);
    return target;
  }

  receive(path: string, bytes: Uint8Array, contentType: string): boolean {
    const target = this.targets.get(keyOf(path));
    if (!target) return false;
    this.files.set(target.key, {
      bytes,
      contentType: contentType || target.mimeType,
      filename: target.filename,
    });
    return true;
  }

  read(path: string): StoredFile | undefined {
    return this.files.get(keyOf(path));
  }

  write(path: string, file: StoredFile): void {
    this.files.set(keyOf(path), file);
  }

  /** Gives a staged upload a public address. What lies elsewhere stays where it is. */
  publish(source: string, folder: string): string {
    const file = source.startsWith(STAGING_HOST) ? this.read(source) : undefined;
    if (!file) return source;
    const path = `${folder}/${randomBytes(8).toString("hex")}/${encodeURIComponent(file.filename)}`;
    this.write(path, file);
    return `${CDN_HOST}/${path}`;
  }
}

/** Addresses, paths and keys name the same file. */
function keyOf(address: string): string {
  const path = /^https?:\/\//.test(address) ? new URL(address).pathname : address;
  return path.replace(/^\/+/, "").replace(/\?.*$/, "");
}
