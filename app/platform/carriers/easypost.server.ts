import { z } from "zod";
import { NeverMind, TryAgain } from "~/platform/queue/failures";
import { readMoney } from "~/values/money";
import { ask, CarrierRefused, currencyCode, decimal, expectShape, readable, refusalCode } from "./ask.server";
import { type BoughtLabel, defineCarrier, type Shipment, type Voided, type Wire } from "./carrier";
import { cheapest, serviceKey, splitList } from "./choose-rate";
import { easyPostShipment } from "./easypost-shipment";
import { readEasyPostTracking, readEasyPostWebhook } from "./read-easypost";

const NAME = "EasyPost";
const API = "https://api.easypost.com/v2";

const settings = z.object({
  apiKey: z.string().trim().min(10).max(200).meta({ secret: true }),
  webhookSecret: z.string().trim().max(200).meta({ secret: true }).default(""),
  /** e.g. "USPS GroundAdvantage, UPS": what may be bought, in no order; empty for everything. */
  services: z.string().trim().max(500).default(""),
});
type Settings = z.infer<typeof settings>;

const rate = z.object({
  id: z.string(),
  carrier: z.string(),
  service: z.string(),
  rate: decimal,
  currency: currencyCode,
});
const shipmentShape = z.object({
  id: z.string(),
  tracking_code: z.string().nullish(),
  refund_status: z.string().nullish(),
  rates: readable(rate),
  selected_rate: rate.nullish(),
  tracker: z.object({ public_url: z.string().nullish() }).nullish(),
  postage_label: z.object({ label_url: z.string(), label_pdf_url: z.string().nullish() }).nullish(),
});
type EasyPostShipment = z.infer<typeof shipmentShape>;

const headersOf = ({ apiKey }: Settings) => ({
  authorization: `Basic ${Buffer.from(`${apiKey}:`).toString("base64")}`,
});

/**
 * Buys the cheapest allowed rate, once per reference: a shipment that EasyPost knows under it is taken up where
 * it stands ("reference … may be used in place of id", docs.easypost.com/docs/shipments). Throws CarrierRefused.
 */
async function buyLabel(account: Settings, shipment: Shipment, wire: Wire): Promise<BoughtLabel> {
  const headers = headersOf(account);
  const known = await ask(wire, NAME, `${API}/shipments/${encodeURIComponent(shipment.reference)}`, {
    headers,
  });
  let ours: EasyPostShipment;
  if (known.status === 200) ours = expectShape(NAME, shipmentShape, known.body);
  else {
    const body = { shipment: easyPostShipment(shipment) };
    const made = await ask(wire, NAME, `${API}/shipments`, { method: "POST", headers, body });
    if (made.status >= 400) throw new CarrierRefused(NAME, refusalCode(made.body));
    ours = expectShape(NAME, shipmentShape, made.body);
  }
  if (ours.refund_status) throw new NeverMind("The label of this reference was voided");
  if (!ours.postage_label) ours = await buyRate(account, ours, wire);
  return bought(ours, wire);
}

async function buyRate(account: Settings, ours: EasyPostShipment, wire: Wire): Promise<EasyPostShipment> {
  const allowed = splitList(account.services);
  const best = cheapest(
    ours.rates.map((one) => ({
      ...one,
      money: readMoney(one.rate, one.currency),
      names: serviceKey(one.carrier, one.service),
    })),
    allowed,
  );
  if (!best) throw new CarrierRefused(NAME, ours.rates.length > 0 ? "no_allowed_service" : "no_rates");
  const answer = await ask(wire, NAME, `${API}/shipments/${encodeURIComponent(ours.id)}/buy`, {
    method: "POST",
    headers: headersOf(account),
    body: { rate: { id: best.id } },
  });
  if (answer.status >= 400) throw new CarrierRefused(NAME, refusalCode(answer.body));
  return expectShape(NAME, shipmentShape, answer.body);
}

async function bought(ours: EasyPostShipment, wire: Wire): Promise<BoughtLabel> {
  if (!ours.postage_label) throw new TryAgain(`${NAME} has no label yet`);
  const { label_pdf_url, label_url } = ours.postage_label;
  const paid = ours.selected_rate;
  return {
    externalId: ours.id,
    carrier: paid?.carrier ?? null,
    service: paid?.service ?? null,
    trackingNumber: ours.tracking_code ?? null,
    trackingUrl: ours.tracker?.public_url ?? null,
    cost: paid ? readMoney(paid.rate, paid.currency) : null,
    file: await wire.download(label_pdf_url ?? label_url),
  };
}

/** Asks for the money back (POST …/refund). USPS takes up to 30 days to say yes. */
async function voidLabel(account: Settings, externalId: string, wire: Wire): Promise<Voided> {
  const url = `${API}/shipments/${encodeURIComponent(externalId)}/refund`;
  const answer = await ask(wire, NAME, url, { method: "POST", headers: headersOf(account), body: {} });
  if (answer.status === 404) throw new NeverMind(`${NAME} does not know this label`);
  const { refund_status: status } = record(answer.body);
  if (answer.status >= 400) {
    if (/already|requested/i.test(refusalCode(answer.body))) return "asked";
    return "tooLate";
  }
  return status === "refunded"
    ? "refunded"
    : status === "rejected" || status === "not_applicable"
      ? "tooLate"
      : "asked";
}

const record = (body: unknown) =>
  z.object({ refund_status: z.string().nullish() }).catch({}).parse(body) as {
    refund_status?: string | null;
  };

async function track(account: Settings, parcel: { carrier: string; number: string }, wire: Wire) {
  const answer = await ask(wire, NAME, `${API}/trackers`, {
    method: "POST",
    headers: headersOf(account),
    body: {
      tracker: { tracking_code: parcel.number, ...(parcel.carrier ? { carrier: parcel.carrier } : {}) },
    },
  });
  if (answer.status >= 400) throw new NeverMind(`${NAME} cannot track this: ${refusalCode(answer.body)}`);
  const tracking = readEasyPostTracking(answer.body);
  if (!tracking.externalId) throw new TryAgain(`${NAME}'s answer could not be understood`);
  return tracking;
}

/** EasyPost (easypost.com): labels of a hundred carriers through one account. */
export const easypost = defineCarrier<Settings>({
  key: "easypost",
  name: NAME,
  capabilities: { buysLabels: true, voidsLabels: true, tracks: true, webhooks: true, needsAccount: true },
  settings,
  buyLabel,
  voidLabel,
  track,
  readTracking: readEasyPostTracking,
  readWebhook: readEasyPostWebhook,
});
