import { z } from "zod";
import { NeverMind, TryAgain } from "~/platform/queue/failures";
import { readMoney } from "~/values/money";
import {
  type Answer,
  ask,
  CarrierRefused,
  currencyCode,
  decimal,
  expectShape,
  readable,
  refusalCode,
} from "./ask.server";
import {
  type BoughtLabel,
  defineCarrier,
  type LabelFile,
  type Shipment,
  type TrackedParcel,
  type Voided,
  type Wire,
} from "./carrier";
import { cheapest, serviceKey, splitList } from "./choose-rate";
import { easyPostShipment } from "./easypost-shipment";
import { knownCarrier } from "./known-carriers";
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
  forms: readable(z.object({ form_type: z.string(), form_url: z.string() })),
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
  return bought(ours, shipment.wantsQr ? await qrOf(headers, ours, wire).catch(() => null) : null, wire);
}

const QR_FORM = "label_qr_code";

/**
 * The carrier's code for its counters, asked for once (docs.easypost.com/docs/shipments/forms; USPS Label Broker
 * only). Null where this carrier has none; the label is bought, so nothing that goes wrong here may keep it back.
 */
async function qrOf(headers: Record<string, string>, ours: EasyPostShipment, wire: Wire) {
  const known = ours.forms.find((form) => form.form_type === QR_FORM);
  if (known) return wire.download(known.form_url);
  const url = `${API}/shipments/${encodeURIComponent(ours.id)}/forms`;
  const answer = await ask(wire, NAME, url, { method: "POST", headers, body: { form: { type: QR_FORM } } });
  if (answer.status >= 400) return null;
  const { forms } = expectShape(NAME, shipmentShape, answer.body);
  const made = forms.find((form) => form.form_type === QR_FORM);
  return made ? wire.download(made.form_url) : null;
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

async function bought(ours: EasyPostShipment, qr: LabelFile | null, wire: Wire): Promise<BoughtLabel> {
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
    qr,
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

/**
 * Follows a parcel. Asking again for the same number and carrier answers the tracker that there is, and costs
 * nothing more (docs.easypost.com/docs/trackers: duplicates within three months).
 */
async function follow(account: Settings, parcel: TrackedParcel, wire: Wire) {
  const { number, carrier } = parcel;
  return readTracker(
    await ask(wire, NAME, `${API}/trackers`, {
      method: "POST",
      headers: headersOf(account),
      body: { tracker: { tracking_code: number, ...(carrier ? { carrier } : {}) } },
    }),
  );
}

/** Where it is: of a parcel that is followed already, its tracker is only read. */
async function track(account: Settings, parcel: TrackedParcel, wire: Wire) {
  const { externalId } = parcel;
  if (!externalId) return follow(account, parcel, wire);
  const url = `${API}/trackers/${encodeURIComponent(externalId)}`;
  return readTracker(await ask(wire, NAME, url, { headers: headersOf(account) }));
}

function readTracker({ status, body }: Answer) {
  if (status >= 400) throw new NeverMind(`${NAME} cannot track this: ${refusalCode(body)}`);
  const tracking = readEasyPostTracking(body);
  if (!tracking.externalId) throw new TryAgain(`${NAME}'s answer could not be understood`);
  return tracking;
}

/** EasyPost (easypost.com): labels of a hundred carriers through one account. */
export const easypost = defineCarrier<Settings>({
  key: "easypost",
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
  nameOf: (carrier) => knownCarrier(carrier)?.easypost ?? "",
  readTracking: readEasyPostTracking,
  readWebhook: readEasyPostWebhook,
});
