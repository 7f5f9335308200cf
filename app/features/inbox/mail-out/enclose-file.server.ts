import type { Shop } from "~/platform/database/shop.server";
import { cleanPicture } from "~/platform/files/clean-photo.server";
import { countWithin } from "~/platform/limits.server";
import { ok, type Result, refuse } from "~/values/result";
import { loadConversation } from "../store.server";
import * as store from "./enclosure-store.server";
import { MOST_ENCLOSED, MOST_ENCLOSED_BYTES, MOST_ENCLOSED_FILE_BYTES, nameAmong } from "./enclosures";
import { type FileKind, kindOfFile } from "./file-kinds";

const HOUR_MS = 3_600_000;
/** Files that one person may put with drafts in an hour, those taken out again too. */
const MOST_UPLOADS_AN_HOUR = 200;

export type GivenFile = { name: string; bytes: Uint8Array; isInline: boolean };

/**
 * Staff put a file with the answer they are writing: kept apart until it is sent. What never is goes when drafts do
 * (features/settings/retention.ts). A picture for the text is written anew, so that only its pixels are left; one that
 * cannot be (an animation) goes beside the text, as does what is no picture. Refuses `inbox.notFound`,
 * `inbox.fileTooLarge` (10 MB each), `inbox.fileRefused` for what is not sent to shoppers (file-kinds.ts),
 * `inbox.tooManyFiles` beyond ten or 18 MB, and `limits.tooMany`.
 */
export async function encloseFile(shop: Shop, draft: store.OfDraft, given: GivenFile): Promise<Result<null>> {
  if (given.bytes.length > MOST_ENCLOSED_FILE_BYTES) return refuse("inbox.fileTooLarge");
  const kind = kindOfFile(given.name, given.bytes);
  if (!kind) return refuse("inbox.fileRefused");
  const file = given.isInline ? await asPicture(kind, given.bytes) : { ...kind, ...beside(given.bytes) };
  return shop.transact(async (tx) => {
    if (!(await loadConversation(tx, draft.conversationId))) return refuse("inbox.notFound");
    const limit = {
      subjects: [`uploads of ${draft.staffId}`],
      most: MOST_UPLOADS_AN_HOUR,
      windowMs: HOUR_MS,
    };
    if (!(await countWithin(tx, limit)).within) return refuse("limits.tooMany");
    await store.lockDraftFiles(tx, draft);
    const there = await store.waitingEnclosures(tx, draft);
    const held = there.reduce((sum, { size }) => sum + size, 0);
    if (there.length >= MOST_ENCLOSED || held + file.bytes.length > MOST_ENCLOSED_BYTES)
      return refuse("inbox.tooManyFiles");
    const taken = there.map(({ name }) => name);
    await store.addEnclosure(tx, draft, { ...file, name: nameAmong(file.name, taken) });
    return ok(null);
  });
}

const beside = (bytes: Uint8Array) => ({ bytes, isInline: false });

/** A picture as it stands in a text: a PNG, or a JPEG. */
async function asPicture(kind: FileKind, bytes: Uint8Array) {
  const cleaned = kind.contentType.startsWith("image/") ? await cleanPicture(bytes) : null;
  if (!cleaned) return { ...kind, ...beside(bytes) };
  const { contentType, name } = kindOfFile(kind.name.replace(/\.[^.]+$/, ""), cleaned) ?? kind;
  return { contentType, name, bytes: cleaned, isInline: true };
}

/** Staff take a file out of their draft. One that is not there any more is no matter. */
export const dropFile = (shop: Shop, draft: store.OfDraft, id: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    await store.dropEnclosure(tx, draft, id);
    return ok(null);
  });
