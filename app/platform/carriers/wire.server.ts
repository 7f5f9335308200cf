import { download } from "~/platform/files/download.server";
import { sniff } from "~/platform/files/sniff";
import { TryAgain } from "~/platform/queue/failures";
import type { LabelFile, Wire } from "./carrier";

/** A label of a carrier has 20 to 300 KB; a scanned one some MB. */
const MOST_LABEL_BYTES = 8_000_000;

/** Bytes as a label's file, by what they are and not by what somebody calls them; null for anything but PDF and PNG. */
export function labelFile(bytes: Uint8Array): LabelFile | null {
  const contentType = sniff(bytes);
  return contentType === "application/pdf" || contentType === "image/png" ? { contentType, bytes } : null;
}

/** The network as it is. */
export const wire: Wire = {
  fetch: (url, init) => fetch(url, init),
  download: async (url) => {
    const file = labelFile(await download(url, MOST_LABEL_BYTES));
    if (!file) throw new TryAgain("The carrier's label is neither PDF nor PNG");
    return file;
  },
};
