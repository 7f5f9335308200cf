import type { OrderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { fileToken } from "~/platform/files/links.server";
import { customerHistory } from "./customer-history-queries.server";
import type { OwnRate } from "./fees";
import { waitingPhotoFiles } from "./photo-store.server";
import { readPhotoToken } from "./photos.server";
import { currentPolicy, returnable, type ShopPolicy } from "./policy";
import type { Draft } from "./request-form";
import type { RequestOrder } from "./request-view";
import { type ReturnableOrder, returnableLines } from "./rules";
import { takenLines } from "./store.server";

/** Of which orders things may be asked for, by whom. */
export type Scope = { orders: OrderDetail[]; moreOrders: boolean; gift: boolean };

/** How long a link to a photo works. */
const DAY_MS = 86_400_000;

/** What is known of a scope when a page of a request is drawn. */
export type Known = {
  policy: ShopPolicy;
  shopCurrency: string;
  orders: RequestOrder[];
  /** as the rules read them, by their ids */
  rules: Map<string, ReturnableOrder>;
  now: Date;
};

/** Reads the scope's orders with what may come back of them; without what the request `instead` holds. */
export async function loadScope(tx: ShopTx, { orders }: Scope, instead: string | null): Promise<Known> {
  const face = await shopFace(tx);
  const policy = await currentPolicy(tx, face);
  const rules = new Map<string, ReturnableOrder>();
  const shown: RequestOrder[] = [];
  for (const order of orders) {
    const customer = await customerHistory(tx, order, policy.review.days);
    const asRules = returnable(order, await takenLines(tx, order.id, instead), { customer });
    rules.set(order.id, asRules);
    const open = new Map(returnableLines(policy, asRules, tx.now).map((line) => [line.orderLineId, line]));
    const rate: OwnRate = { total: order.total.amount, totalShop: order.totalShop.amount };
    shown.push({
      id: order.id,
      name: order.name,
      lines: order.lines.flatMap(
        ({ id, title, variantTitle, imageUrl, productId, variantId, quantity, total }) => {
          const line = open.get(id);
          const shownOf = { title, variantTitle, imageUrl, productId, variantId, quantity, total, rate };
          return line ? [{ ...line, ...shownOf, orderId: order.id }] : [];
        },
      ),
    });
  }
  return { policy, shopCurrency: face.profile.currency, orders: shown, rules, now: tx.now };
}

/** The files of the photos that were handed over under this order and are still there, by their tokens. */
export async function photosOf(
  tx: ShopTx,
  shop: Shop,
  { orders }: Scope,
  draft: Draft,
): Promise<ReadonlyMap<string, string>> {
  const tokens = draft.lines.flatMap((line) => line.photos);
  const ids = tokens.map((token) => readPhotoToken(shop, orders[0]?.id ?? "", token) ?? "");
  const files = await waitingPhotoFiles(tx, ids.filter(Boolean), draft.instead);
  const tomorrow = new Date(tx.now.getTime() + DAY_MS);
  return new Map(
    tokens.flatMap((token, at) => {
      const file = files.get(ids[at] ?? "");
      return file ? [[token, fileToken(shop.id, file, tomorrow)] as const] : [];
    }),
  );
}

/** Without photos that are forged, another order's, or forgotten since. */
export const withKnownPhotos = (draft: Draft, known: ReadonlyMap<string, string>): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => ({ ...line, photos: line.photos.filter((token) => known.has(token)) })),
});
