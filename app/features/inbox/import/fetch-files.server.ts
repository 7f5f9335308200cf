import type { Shop, ShopTx } from "~/platform/database/shop.server";
import {
  type FromElsewhere,
  fetchElsewhere,
  type NotFetched,
  type PublicWire,
  publicWire,
} from "~/platform/files/fetch-elsewhere.server";
import { MOST_FILE_BYTES } from "~/platform/files/files.server";
import { safeFileName, UNKNOWN_TYPE } from "~/platform/files/sniff";
import { kindOfFile } from "../mail-out/file-kinds";
import * as store from "./file-store.server";
import { lockImport } from "./import-store.server";
import type { FileState } from "./progress";

/** A job works so long at a time, so that a worker that stops does not wait for it. */
const A_SLICE_MS = 15_000;
/** Of one file, redirects included. */
const PATIENCE_MS = 30_000;
const MOST_ATTEMPTS = 3;
const PAUSE_MS = 5 * 60_000;
/** Files lie in the database: of one import no more than about so many, and so many bytes. */
const MOST_FETCHED = 5_000;
const MOST_BYTES = 2 * 1024 ** 3;

/**
 * Fetches the files that an import's export only points to, for a while, and lets the next job go on. Only https, only
 * the public internet, at most 10 MB each. What cannot be had now is tried again twice, minutes later; what is gone or
 * closed is not. Nothing is fetched while the import is not done, nor once it is being removed.
 */
export async function fetchImportFiles(
  shop: Shop,
  importId: string,
  { wire = publicWire, forMs = A_SLICE_MS }: { wire?: PublicWire; forMs?: number } = {},
): Promise<void> {
  const until = performance.now() + forMs;
  let round: number | null = null;
  const here = await shop.transact((tx) => store.filesHere(tx, importId));
  for (;;) {
    const file = await shop.transact((tx) => nextOf(tx, importId, here));
    if (!file) return;
    round ??= file.attempts;
    if (file.attempts > round) return shop.transact((tx) => store.enqueueFiles(tx, importId, PAUSE_MS));
    const fetched = await fetchElsewhere(file.address, {
      wire,
      mostBytes: MOST_FILE_BYTES,
      until: AbortSignal.timeout(PATIENCE_MS),
      isHttpToo: false,
      headers: { accept: "*/*", "user-agent": "Mozilla/5.0 (compatible; attachments)" },
    });
    if (fetched.bytes) {
      here.files++;
      here.bytes += fetched.bytes.length;
    }
    await shop.transact((tx) => settle(tx, importId, file, fetched));
    if (performance.now() > until) return shop.transact((tx) => store.enqueueFiles(tx, importId));
  }
}

type Here = Awaited<ReturnType<typeof store.filesHere>>;

async function nextOf(tx: ShopTx, importId: string, here: Here): Promise<store.WaitingFile | null> {
  const one = await lockImport(tx, importId);
  if (one?.state !== "done") return null;
  if (here.files < MOST_FETCHED && here.bytes < MOST_BYTES) return store.nextFile(tx, importId);
  await store.refuseRest(tx, importId);
  return null;
}

async function settle(
  tx: ShopTx,
  importId: string,
  file: store.WaitingFile,
  fetched: FromElsewhere,
): Promise<void> {
  const one = await lockImport(tx, importId);
  if (one?.state !== "done") return;
  const refused = whyNot(file, fetched);
  if (refused === "again") return store.putOffFile(tx, file.id);
  if (refused) return store.refuseFile(tx, file.id, refused);
  const bytes = fetched.bytes ?? Buffer.alloc(0);
  // What we do not know to be harmless is kept as bytes, which are only ever downloaded.
  const kind = kindOfFile(file.name, bytes) ?? {
    name: safeFileName(file.name),
    contentType: UNKNOWN_TYPE,
  };
  await store.keepFile(tx, file, one.staffId, { ...kind, bytes });
}

/** Why a file is not kept; null: it is. A page in its place is one that asks whoever comes to sign in. Pure. */
export function whyNot(
  { name, attempts }: Pick<store.WaitingFile, "name" | "attempts">,
  fetched: FromElsewhere,
): FileState | "again" | null {
  if (fetched.bytes)
    return /^text\/html\b/i.test(fetched.declared) && !/\.html?$/i.test(name) ? "closed" : null;
  const why = lasting(fetched.not);
  return why ?? (attempts + 1 < MOST_ATTEMPTS ? "again" : "unreachable");
}

function lasting(not: NotFetched): FileState | null {
  if (not === "address") return "noAddress";
  if (not === "tooLarge") return "tooLarge";
  if (not === "unreachable") return null;
  const { status } = not;
  if (status === 401 || status === 403) return "closed";
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? "gone" : null;
}
