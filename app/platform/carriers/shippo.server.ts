import { z } from "zod";
import { NeverMind, TryAgain } from "~/platform/queue/failures";
import { readMoney } from "~/values/money";
import {
  type Answer,
  ask,
  CarrierRefused,
  codeOf,
  currencyCode,
  decimal,
  expectShape,
  readable,
  refusalCode,
} from "./ask.server";
import {
  type BoughtLabel,
  defineCarrier,
  type Shipment,
  type TrackedParcel,
  type Voided,
  type Wire,
} from "./carrier";
import { cheapest, serviceKey, splitList } from "./choose-rate";
import { readShippoTracking, readShippoWebhook } from "./read-shippo";
import { shippoShipment } from "./shippo-shipment";

const NAME = "Shippo";
const API = "https://api.goshippo.com";
const VERSION = "2018-02-08";
/** Pages of 100 transactions looked through for one bought before; our references are days old at most. */
const PAGES_LOOKED_THROUGH = 3;

const settings = z.object({
  apiToken: z.string().trim().min(10).max(200).meta({ secret: true }),
  webhookSecret: z.string().trim().max(200).meta({ secret: true }).default(""),
  /** e.g. "usps_ground_advantage, dhl_express": what may be bought, in no order; empty for everything. */
  services: z.string().trim().max(500).default(""),
});
type Settings = z.infer<typeof settings>;

const rateShape = z.object({
  object_id: z.string(),
  provider: z.string(),
  amount: decimal,
  currency: currencyCode,
  servicelevel: z.object({ token: z.string().nullish(), name: z.string().nullish() }).nullish(),
});
type Rate = z.infer<typeof rateShape>;
const shipmentShape = z.object({ object_id: z.string(), rates: readable(rateShape) });
const transactionShape = z.object({
  object_id: z.string(),
  status: z.string(),
  rate: z.union([z.string(), rateShape.partial()]).nullish(),
  metadata: z.string().nullish(),
  label_url: z.string().nullish(),
  qr_code_url: z.string().nullish(),
  tracking_number: z.string().nullish(),
  tracking_url_provider: z.string().nullish(),
  messages: z.array(z.object({ code: z.string().nullish() })).nullish(),
});
type Transaction = z.infer<typeof transactionShape>;
const pageShape = z.object({ results: readable(transactionShape) });

const headersOf = ({ apiToken }: Settings) => ({
  authorization: `ShippoToken ${apiToken}`,
  "shippo-api-version": VERSION,
});

/**
 * Buys the cheapest allowed rate, once per reference, which travels as the transaction's metadata: Shippo cannot
 * look one up by it, so the latest transactions are looked through first. Throws CarrierRefused.
 */
async function buyLabel(account: Settings, shipment: Shipment, wire: Wire): Promise<BoughtLabel> {
  const headers = headersOf(account);
  const known = await boughtBefore(headers, shipment.reference, wire);
  if (known) return bought(known, await rateOf(headers, known, wire), wire);
  const made = await ask(wire, NAME, `${API}/shipments`, {
    method: "POST",
    headers,
    body: shippoShipment(shipment),
  });
  if (made.status >= 400) throw new CarrierRefused(NAME, refusalCode(made.body));
  const { rates } = expectShape(NAME, shipmentShape, made.body);
  const offers = rates.map((one) => ({
    ...one,
    money: readMoney(one.amount, one.currency),
    names: [
      ...serviceKey(one.provider, one.servicelevel?.token ?? ""),
      ...serviceKey(one.provider, one.servicelevel?.name ?? ""),
    ],
  }));
  const best = cheapest(offers, splitList(account.services));
  if (!best) throw new CarrierRefused(NAME, rates.length > 0 ? "no_allowed_service" : "no_rates");
  const answer = await ask(wire, NAME, `${API}/transactions`, {
    method: "POST",
    headers,
    body: { rate: best.object_id, label_file_type: "PDF_4x6", metadata: shipment.reference, async: false },
  });
  if (answer.status >= 400) throw new CarrierRefused(NAME, refusalCode(answer.body));
  return bought(expectShape(NAME, transactionShape, answer.body), best, wire);
}

async function boughtBefore(
  headers: Record<string, string>,
  reference: string,
  wire: Wire,
): Promise<Transaction | null> {
  for (let page = 1; page <= PAGES_LOOKED_THROUGH; page++) {
    const answer = await ask(wire, NAME, `${API}/transactions?results=100&page=${page}`, { headers });
    if (answer.status >= 400) return null; // beyond the last page
    const { results } = expectShape(NAME, pageShape, answer.body);
    const ours = results.find((one) => one.metadata === reference && one.status !== "ERROR");
    if (ours) return ours;
    if (results.length < 100) return null;
  }
  return null;
}

async function rateOf(
  headers: Record<string, string>,
  { rate }: Transaction,
  wire: Wire,
): Promise<Rate | null> {
  if (!rate) return null;
  if (typeof rate !== "string") return rateShape.safeParse(rate).data ?? null;
  const answer = await ask(wire, NAME, `${API}/rates/${encodeURIComponent(rate)}`, { headers });
  return rateShape.safeParse(answer.body).data ?? null;
}

async function bought(transaction: Transaction, rate: Rate | null, wire: Wire): Promise<BoughtLabel> {
  const { status, label_url, qr_code_url } = transaction;
  if (/^REFUND/.test(status)) throw new NeverMind("The label of this reference was voided");
  if (status === "ERROR") {
    const code = codeOf(transaction.messages?.[0]?.code);
    // "carrier_timeout": the carrier behind Shippo was silent, and nothing was bought.
    if (/timeout|unavailable/i.test(code)) throw new TryAgain(`${NAME}: ${code}`);
    throw new CarrierRefused(NAME, code);
  }
  if (status !== "SUCCESS" || !label_url) throw new TryAgain(`${NAME} has no label yet`);
  return {
    externalId: transaction.object_id,
    carrier: rate?.provider ?? null,
    service: rate?.servicelevel?.name ?? rate?.servicelevel?.token ?? null,
    trackingNumber: transaction.tracking_number ?? null,
    trackingUrl: transaction.tracking_url_provider ?? null,
    cost: rate ? readMoney(rate.amount, rate.currency) : null,
    file: await wire.download(label_url),
    // Only where the shipment asked for one: USPS, Royal Mail and Evri (docs.goshippo.com, QR codes). The label is
    // bought: a code that does not come now keeps nobody from it.
    qr: qr_code_url ? await wire.download(qr_code_url).catch(() => null) : null,
  };
}

/** Asks for the money back (POST /refunds); Shippo answers for good within 14 days. */
async function voidLabel(account: Settings, externalId: string, wire: Wire): Promise<Voided> {
  const answer = await ask(wire, NAME, `${API}/refunds`, {
    method: "POST",
    headers: headersOf(account),
    body: { transaction: externalId, async: false },
  });
  if (answer.status === 404) throw new NeverMind(`${NAME} does not know this label`);
  if (answer.status >= 400) return "tooLate";
  const { status } = expectShape(NAME, z.object({ status: z.string() }), answer.body);
  return status === "SUCCESS" ? "refunded" : status === "ERROR" ? "tooLate" : "asked";
}

// Labels name their carrier as people do ("DHL Express"), tracks by its token ("dhl_express").
const tokenOf = (carrier: string) => carrier.toLowerCase().replace(/[^a-z0-9]+/g, "_");

async function track(account: Settings, parcel: TrackedParcel, wire: Wire) {
  const path = [tokenOf(parcel.carrier), parcel.number].map(encodeURIComponent).join("/");
  return readTrack(await ask(wire, NAME, `${API}/tracks/${path}`, { headers: headersOf(account) }));
}

/** Follows a parcel: its news is sent to the account's webhook from then on (docs.goshippo.com, "Register a tracking webhook"). */
async function follow(account: Settings, parcel: TrackedParcel, wire: Wire) {
  if (!parcel.carrier) throw new NeverMind(`${NAME} tracks only what names its carrier`);
  const body = { carrier: tokenOf(parcel.carrier), tracking_number: parcel.number };
  return readTrack(
    await ask(wire, NAME, `${API}/tracks`, { method: "POST", headers: headersOf(account), body }),
  );
}

function readTrack({ status, body }: Answer) {
  if (status >= 400) throw new NeverMind(`${NAME} cannot track this: ${refusalCode(body)}`);
  const tracking = readShippoTracking(body);
  if (!tracking.trackingNumber) throw new TryAgain(`${NAME}'s answer could not be understood`);
  return tracking;
}

/** Shippo (goshippo.com): labels of some forty carriers through one account. */
export const shippo = defineCarrier<Settings>({
  key: "shippo",
  name: NAME,
  capabilities: {
    buysLabels: true,
    voidsLabels: true,
    tracks: true,
    webhooks: true,
    qrCodes: true,
    needsAccount: true,
  },
  settings,
  buyLabel,
  voidLabel,
  track,
  follow,
  nameOf: (carrier) => (carrier === "dhl" ? "dhl_express" : (carrier ?? "")),
  readTracking: readShippoTracking,
  readWebhook: readShippoWebhook,
});
