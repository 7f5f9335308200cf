import { z } from "zod";
import { renderReturnLabel } from "~/platform/labels/render-return-label";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { defineCarrier } from "./carrier";
import { readGenericTracking, readGenericWebhook } from "./read-generic";

const nothing = z.object({});

const cannotTrack = () => Promise.reject(new NeverMind("Nobody can be asked where this parcel is"));

/** Our own label with the shop's address: no account, no postage; the shopper pays at the counter. */
export const printable = defineCarrier({
  key: "printable",
  name: "Printable address label",
  capabilities: {
    buysLabels: true,
    voidsLabels: true,
    tracks: false,
    webhooks: false,
    qrCodes: false,
    needsAccount: false,
  },
  settings: nothing,
  buyLabel: async (_, { label, reference }) => ({
    externalId: reference,
    carrier: null,
    service: null,
    trackingNumber: null,
    trackingUrl: null,
    cost: null,
    qr: null,
    file: { contentType: "application/pdf", bytes: await renderReturnLabel(label, "4x6") },
  }),
  voidLabel: () => Promise.resolve("refunded"),
  track: cannotTrack,
  readTracking: readGenericTracking,
  readWebhook: readGenericWebhook,
});

/** A label that the merchant got elsewhere and uploads: nothing is bought, staff are asked for the file. */
export const upload = defineCarrier({
  key: "upload",
  name: "Uploaded by staff",
  capabilities: {
    buysLabels: false,
    voidsLabels: false,
    tracks: false,
    webhooks: false,
    qrCodes: false,
    needsAccount: false,
  },
  settings: nothing,
  buyLabel: () => Promise.reject(new NeedsMerchant("Upload the label for this return")),
  voidLabel: () => Promise.resolve("tooLate"),
  track: cannotTrack,
  readTracking: readGenericTracking,
  readWebhook: readGenericWebhook,
});

/** A carrier or warehouse that pushes its news in a body of its own: read by the names most bodies use. */
export const generic = defineCarrier({
  key: "generic",
  name: "Other carrier",
  capabilities: {
    buysLabels: false,
    voidsLabels: false,
    tracks: false,
    webhooks: true,
    qrCodes: false,
    needsAccount: true,
  },
  settings: z.object({ webhookSecret: z.string().trim().min(16).max(200).meta({ secret: true }) }),
  buyLabel: () => Promise.reject(new NeedsMerchant("This carrier sells no labels here")),
  voidLabel: () => Promise.resolve("tooLate"),
  track: cannotTrack,
  readTracking: readGenericTracking,
  readWebhook: readGenericWebhook,
});
