import type { Voided, Wire } from "~/platform/carriers/carrier";
import { accountSettings } from "~/platform/carriers/credentials.server";
import { carrierOf } from "~/platform/carriers/registry";
import { wire as network } from "~/platform/carriers/wire.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import * as labels from "./label-store.server";
import { oneAtATime } from "./one-at-a-time.server";
import { holds } from "./states";
import * as store from "./store.server";
import { labelWords } from "./words/labels-staff";

/**
 * Gives back the labels that a return paid for and does not need: all of one that ended, and those that another
 * label has taken the place of. Asking twice is once. What becomes of the money is noted for staff.
 */
export const voidLabels = (shop: Shop, returnId: string, wire: Wire = network): Promise<void> =>
  oneAtATime(shop, `label ${returnId}`, async () => {
    const spare = await shop.transact((tx) => spareOnes(tx, returnId));
    for (const purchase of spare) await voidOne(shop, purchase, wire);
  });

async function spareOnes(tx: ShopTx, returnId: string): Promise<labels.Purchase[]> {
  const ours = await store.load(tx, returnId);
  if (!ours) throw new NeverMind("There is no such return");
  const bought = (await labels.purchasesOf(tx, returnId)).filter(
    ({ state, externalId, voidedAt }) =>
      externalId !== null && voidedAt === null && (state === "bought" || state === "voiding"),
  );
  if (!holds(ours.state)) return bought;
  const label = await labels.labelOf(tx, returnId);
  return bought.filter(
    ({ trackingNumber }) =>
      label !== null && (label.kind !== "carrier" || label.trackingNumber !== trackingNumber),
  );
}

async function voidOne(shop: Shop, purchase: labels.Purchase, wire: Wire): Promise<void> {
  const account = purchase.accountId
    ? await shop.transact((tx) => labels.accountById(tx, purchase.accountId ?? ""))
    : null;
  const carrier = account && carrierOf(account.carrier);
  const settings = account && carrier ? accountSettings(carrier, account.credentials) : null;
  if (!carrier?.capabilities.voidsLabels || settings === null) return note(shop, purchase, "accountGone");
  await shop.transact((tx) => labels.savePurchase(tx, purchase.id, { state: "voiding" }));
  try {
    await note(shop, purchase, await carrier.voidLabel(settings, purchase.externalId ?? "", wire));
  } catch (error) {
    if (!(error instanceof NeedsMerchant || error instanceof NeverMind)) throw error;
    await note(shop, purchase, "tooLate");
  }
}

/** A label whose money does not come back stays bought: it was paid for. */
const note = (shop: Shop, purchase: labels.Purchase, how: Voided | "accountGone"): Promise<void> =>
  shop.transact((tx) =>
    labels.savePurchase(tx, purchase.id, {
      state: how === "refunded" || how === "asked" ? "voided" : "bought",
      reason: labelWords.voided[how],
      voidedAt: tx.now,
    }),
  );
