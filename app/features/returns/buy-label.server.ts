import type { OrderDetail } from "~/features/orders/queries.server";
import type { ShopFace } from "~/features/settings/queries.server";
import { CarrierRefused } from "~/platform/carriers/ask.server";
import type { BoughtLabel, Carrier, Wire } from "~/platform/carriers/carrier";
import { checkShipment } from "~/platform/carriers/check-shipment";
import { accountSettings } from "~/platform/carriers/credentials.server";
import { carrierOf } from "~/platform/carriers/registry";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { shipmentOf } from "./label-of-return";
import * as labels from "./label-store.server";
import type { KeptReturn } from "./store.server";
import { labelWords } from "./words/labels-staff";

/** A carrier that has not answered for this long is passed over: the shopper waits for a label. */
const PATIENCE_MS = 30 * 60_000;

export type Sold = { purchase: labels.Purchase; label: BoughtLabel };

/** What a label is bought for. */
export type Parcel = { ours: KeptReturn; order: OrderDetail; face: ShopFace };

/**
 * Buys a label from the first of the shop's accounts that sells one; null when none does. Why one did not is
 * noted with its purchase, for staff. Throws TryAgain while a carrier may have sold one and cannot be asked.
 */
export async function buyLabel(shop: Shop, parcel: Parcel, wire: Wire): Promise<Sold | null> {
  const accounts = await shop.transact(labels.accountsOf);
  for (const account of accounts) {
    const carrier = account.enabled ? carrierOf(account.carrier) : null;
    if (!carrier?.capabilities.buysLabels || !carrier.capabilities.needsAccount) continue;
    const sold = await buyFrom(shop, account, carrier, parcel, wire);
    if (sold) return sold;
  }
  return null;
}

async function buyFrom(
  shop: Shop,
  account: labels.Account,
  carrier: Carrier,
  parcel: Parcel,
  wire: Wire,
): Promise<Sold | null> {
  const { ours, order, face } = parcel;
  const purchase = await shop.transact((tx) => open(tx, account, carrier, parcel));
  if (!purchase) return null;
  const fail = (reason: string) =>
    shop.transact((tx) => labels.savePurchase(tx, purchase.id, { state: "failed", reason })).then(() => null);
  const shipment = shipmentOf(ours, order, face, `aftercare-${purchase.id}`);
  if (!shipment) return fail(labelWords.noReturnAddress);
  const problems = checkShipment(shipment, { by: face.settings.labels.by });
  if (problems.length > 0)
    return fail(
      problems
        .slice(0, 3)
        .map((problem) => labelWords.problem(problem, shipment.items))
        .join(" "),
    );
  const settings = accountSettings(carrier, account.credentials);
  if (settings === null) return fail(labelWords.noCredentials);
  try {
    const label = await carrier.buyLabel(settings, shipment, wire);
    await shop.transact((tx) => labels.savePurchase(tx, purchase.id, labels.asBought(label, tx.now)));
    return { purchase, label };
  } catch (error) {
    if (error instanceof CarrierRefused) return fail(labelWords.refused(carrier.name, error.code));
    if (error instanceof NeedsMerchant || error instanceof NeverMind) return fail(error.message);
    const waited = shop.now().getTime() - purchase.createdAt.getTime();
    if (error instanceof TryAgain && waited > PATIENCE_MS)
      return fail(labelWords.noAnswer(carrier.name, shipment.reference));
    throw error;
  }
}

/**
 * The purchase that is under way, or a new one under the next number; null when this account has said no a
 * moment ago and nothing was changed since. The key makes the reference, and the reference the label: however
 * often this runs, one is bought. After a refusal or a void it is another.
 */
async function open(
  tx: ShopTx,
  account: labels.Account,
  carrier: Carrier,
  { ours, face }: Parcel,
): Promise<labels.Purchase | null> {
  const mine = (await labels.purchasesOf(tx, ours.id)).filter((one) => one.accountId === account.id);
  const [latest] = mine;
  const isOver = ({ state, voidedAt }: labels.Purchase) => state === "failed" || voidedAt !== null;
  const saidNo = latest?.state === "failed" && latest.createdAt > account.updatedAt;
  if (
    saidNo &&
    face.settings.labels.fallback !== "upload" &&
    tx.now.getTime() - latest.createdAt.getTime() < PATIENCE_MS
  )
    return null;
  const about = { returnId: ours.id, accountId: account.id, carrier: carrier.key };
  return labels.openPurchase(tx, {
    ...about,
    key: `${ours.id}:${account.id}:${mine.filter(isOver).length + 1}`,
  });
}
