import type { Shop } from "~/platform/database/shop.server";
import { openRequest } from "./open-request.server";
import { type Draft, ROW, split, withoutRow, withRow } from "./request-form";
import type { Scope } from "./request-scope.server";

const CHANGE = new RegExp(`^(drop|split|unsplit)-(${ROW})(?:-(\\d{1,2}))?$`);

/**
 * The draft after a button that changes what is on its page: a photo taken out (`drop-<row>-<place>`), a line split
 * up (`split-<row>`) or not any more (`unsplit-<row>`). Any other button changes nothing.
 */
export async function changeDraft(shop: Shop, scope: Scope, draft: Draft, button: string): Promise<Draft> {
  const [, what, row = "", at] = CHANGE.exec(button) ?? [];
  if (what === "drop")
    return withRow(draft, row, ({ photos }) => ({
      photos: photos.filter((_, place) => place !== Number(at)),
    }));
  if (what === "unsplit") return withoutRow(draft, row);
  if (what !== "split") return draft;
  const { asks } = await openRequest(shop, scope, draft, { checkTo: null, show: "items" });
  return split(draft, row, asks.lines.get(row)?.most ?? 0);
}
