import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { type ChangeView, keptFilter, MOST_VIEWS } from "./saved-views";
import * as store from "./saved-views-store.server";

/**
 * Saves, renames or deletes a view of the list. Those for everybody are everybody's to change. Answers the
 * view's id. Refuses `views.notFound` (another's own view is as absent), and `views.tooMany`.
 */
export const changeSavedViews = (
  shop: Shop,
  asked: ChangeView,
  staffId: string,
): Promise<Result<{ id: string }>> =>
  shop.transact(async (tx) => {
    if (asked.intent === "saveView") {
      await store.lockViews(tx);
      if ((await store.viewsOf(tx, staffId)).length >= MOST_VIEWS)
        return refuse("views.tooMany", { most: MOST_VIEWS });
      const { name, filter, forAll } = asked;
      const id = await store.insertView(tx, {
        name,
        filter: keptFilter(filter),
        staffId: forAll ? null : staffId,
      });
      return ok({ id });
    }
    const { id } = asked;
    const found =
      asked.intent === "deleteView"
        ? await store.deleteView(tx, staffId, id)
        : await store.renameView(tx, staffId, id, asked.name);
    return found ? ok({ id }) : refuse("views.notFound");
  });
