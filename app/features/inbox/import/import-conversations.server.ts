import type { Shop } from "~/platform/database/shop.server";
import { UnreadableArchive } from "~/platform/exports/unpack";
import { ok, type Result, refuse } from "~/values/result";
import { countSome } from "./count-import.server";
import { endImport } from "./end-store.server";
import * as store from "./import-store.server";
import {
  AT_WORK,
  type BeginImport,
  HOLDS_FILES,
  type ImportState,
  MOST_IMPORT_BYTES,
  PIECE_BYTES,
  pieceCount,
} from "./progress";
import { removeSome } from "./remove-import.server";
import { runSome } from "./run-import.server";
import type { ImportStep } from "./schema";

/** A job works so long at a time, so that a worker that stops does not wait for it. */
const A_SLICE_MS = 15_000;

/** Works on an import for a while, and lets the next job go on until it is over. */
export async function workOnImport(shop: Shop, importId: string, forMs = A_SLICE_MS): Promise<void> {
  const one = await shop.transact((tx) => store.loadImport(tx, importId));
  if (!one || !AT_WORK.includes(one.state)) return;
  const isOver = await WORK[one.state]?.(shop, one, forMs).catch((error: unknown) => {
    if (!(error instanceof UnreadableArchive)) throw error;
    return shop.transact((tx) => endImport(tx, importId, "unreadable")).then(() => true);
  });
  if (!isOver) await shop.transact((tx) => store.enqueueImport(tx, importId));
}

type Work = (shop: Shop, one: store.PastImport, forMs: number) => Promise<boolean>;
const WORK: Partial<Record<ImportState, Work>> = {
  counting: countSome,
  running: runSome,
  removing: removeSome,
};

/** Begins an import. Refuses `imports.underWay` while another one of the shop is, `input.tooLarge` for too much. */
export const beginImport = (
  shop: Shop,
  asked: BeginImport,
  staff: { id: string; name: string },
): Promise<Result<{ id: string }>> =>
  shop.transact(async (tx) => {
    if (asked.files.reduce((sum, { size }) => sum + size, 0) > MOST_IMPORT_BYTES)
      return refuse("input.tooLarge");
    await store.lockImports(tx);
    const all = await store.listImports(tx);
    if (all.some(({ state }) => HOLDS_FILES.includes(state) || AT_WORK.includes(state)))
      return refuse("imports.underWay");
    return ok({ id: await store.createImport(tx, asked, staff) });
  });

/**
 * Keeps a piece of an import's file. Refuses `inbox.notFound` for an import that is not being uploaded, and
 * `input.invalid` for a piece that its file does not have, or not in this size.
 */
export const addPiece = (
  shop: Shop,
  piece: { importId: string; file: number; place: number; bytes: Buffer },
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const one = await store.loadImport(tx, piece.importId);
    const size = one?.files[piece.file]?.size;
    if (one?.state !== "uploading" || size === undefined) return refuse("inbox.notFound");
    const wanted = Math.min(PIECE_BYTES, size - piece.place * PIECE_BYTES);
    if (wanted <= 0 || piece.bytes.length !== wanted) return refuse("input.invalid");
    await store.keepPiece(tx, piece);
    return ok(null);
  });

/**
 * Staff take the next step: count what was uploaded, take in what was counted, remove what was taken in, or give up
 * what is under way (what was taken in so far is removed, too). With "run" they may ask for the files that the export
 * only points to. Refuses `inbox.notFound` for an import that is none,
 * `imports.notNow` for a step that is not the next, `imports.incomplete` while pieces are missing.
 */
export const stepImport = (
  shop: Shop,
  importId: string,
  step: ImportStep,
  fetchFiles = false,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const one = await store.lockImport(tx, importId);
    if (!one) return refuse("inbox.notFound");
    const { from, to } = STEPS[step];
    if (!from.includes(one.state)) return refuse("imports.notNow");
    if (step === "count") {
      const there = await store.piecesThere(tx, importId);
      if (one.files.some(({ size }, at) => there.get(at) !== pieceCount(size)))
        return refuse("imports.incomplete");
    }
    await store.saveImport(tx, importId, {
      state: to,
      ...(step === "run" ? { fetchFiles } : {}),
    });
    await store.enqueueImport(tx, importId);
    return ok(null);
  });

const STEPS: Record<ImportStep, { from: readonly ImportState[]; to: ImportState }> = {
  count: { from: ["uploading"], to: "counting" },
  run: { from: ["counted"], to: "running" },
  remove: { from: ["done", "failed"], to: "removing" },
  giveUp: { from: ["uploading", "counting", "counted", "running"], to: "removing" },
};
