import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { type AnsweringDraft, typedAnswering } from "./answering-form";
import { replyBy } from "./promise";
import { businessHours, queueNow } from "./promise-store.server";

export type AnsweringView = {
  form: AnsweringDraft;
  /** which version of the settings this is */
  seen: number;
  /** by when a shopper who writes now would be promised an answer */
  promise: Date;
  /** whose clocks the hours are of */
  timeZone: string;
};

/** How the shop answers, as its settings say, and what that comes to at this moment. */
export async function answeringView(tx: ShopTx): Promise<AnsweringView> {
  const { settings, settingsVersion } = await shopFace(tx);
  const { hours, usualMs, timeZone } = await businessHours(tx);
  return {
    form: typedAnswering(settings.inbox),
    seen: settingsVersion,
    promise: replyBy(tx.now, await queueNow(tx, hours), usualMs, hours),
    timeZone,
  };
}
