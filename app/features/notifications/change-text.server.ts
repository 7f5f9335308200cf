import type { Shop, ShopTx } from "~/platform/database/shop.server";
import type { Locale } from "~/platform/i18n/locales";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { lookAtSample } from "./look-at-kind.server";
import { kindOf } from "./registry";
import { addVersion, type NewVersion, textOfVersion } from "./template-store.server";
import { problemsOf } from "./templates/check-text";
import type { EditedText } from "./templates/text";

/** Which words, and the version they were read at: whoever saves second is refused, not the first undone. */
type Of = { key: string; locale: Locale; after: number };

/** Adds the version, and notes who made it. */
async function keep(tx: ShopTx, version: NewVersion): Promise<Result<null>> {
  if (!(await addVersion(tx, version))) return refuse("notifications.textChanged");
  await record(tx, {
    kind: "notifications.textChanged",
    key: `notifications.textChanged:${newId(tx.now)}`,
    actor: "staff",
    actorName: version.staffName,
    data: { kind: version.kind, locale: version.locale, version: version.after + 1 },
  });
  return ok(null);
}

/**
 * Saves the merchant's words of a kind in a language as a new version. Refuses `notifications.noKind`,
 * `notifications.textWrong` with the first problem's field, place and Liquid's word for it, and
 * `notifications.textChanged` when somebody else has saved since.
 */
export const saveText = (
  shop: Shop,
  { key, locale, after }: Of,
  text: EditedText,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const kind = kindOf(key);
    if (!kind) return refuse("notifications.noKind");
    const { occasion } = await lookAtSample(tx, kind, locale);
    const [problem] = problemsOf(text, kind, occasion);
    if (problem) {
      const { field, message, line, column } = problem;
      return refuse("notifications.textWrong", { field, message, line: line ?? 0, column: column ?? 0 });
    }
    return keep(tx, { kind: key, locale, after, text, staffName, copyOf: null });
  });

/** Goes back to our words, as a new version. Refuses as `saveText` does. */
export const resetText = (shop: Shop, { key, locale, after }: Of, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (!kindOf(key)) return refuse("notifications.noKind");
    return keep(tx, { kind: key, locale, after, text: null, staffName, copyOf: null });
  });

/**
 * Brings an earlier version back, as a new one. Refuses `notifications.noVersion`, and as `saveText` does: what
 * was right when it was saved may name something that is no more.
 */
export const restoreText = (
  shop: Shop,
  { key, locale, after }: Of,
  version: number,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const kind = kindOf(key);
    const found = kind ? await textOfVersion(tx, key, locale, version) : null;
    if (!kind || found === null) return refuse("notifications.noVersion");
    const text = found === "ours" ? null : found;
    const { occasion } = await lookAtSample(tx, kind, locale);
    if (text && problemsOf(text, kind, occasion).length > 0) return refuse("notifications.textWrong");
    return keep(tx, { kind: key, locale, after, text, staffName, copyOf: version });
  });
