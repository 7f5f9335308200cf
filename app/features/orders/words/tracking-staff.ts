/** What staff read of parcels that are followed. */
export const trackingWords = {
  sources: {
    shopify: "Shopify",
    easypost: "EasyPost",
    shippo: "Shippo",
    generic: "Your own source",
  } as Record<string, string>,
  updated: (ago: string, source: string) => `Updated ${ago} by ${source}`,
  carrierBy: {
    number: (company: string) =>
      company === ""
        ? "Carrier found by the tracking number"
        : `Carrier found by the tracking number; Shopify says “${company}”`,
    staff: "Carrier corrected by staff",
  },
  problem: {
    notKnown: "The carrier account does not know this number.",
    refused: "The carrier account refuses to answer. Check its key.",
  } as Record<string, string>,
  correct: {
    open: "Wrong carrier?",
    label: "Carrier",
    choose: "Choose a carrier",
    save: "Correct",
    close: "Leave it",
    saved: "Carrier corrected",
    refused: "This could not be corrected. Load the page again.",
  },
  settings: {
    title: "How parcels are followed",
    back: "Deliveries",
    lead: "Shopify tells of many carriers' scans by itself. A connected carrier account can follow the others, and tell what Shopify lacks.",
    follow: "Parcels that a carrier account follows",
    choices: {
      off: { label: "None", help: "Only what Shopify tells is shown." },
      whenSilent: {
        label: "Those Shopify is silent about",
        help: "Each followed parcel may cost something at the account: only those without a scan are followed.",
      },
      always: { label: "All", help: "Every parcel with a tracking number is followed from the first hour." },
    },
    silentHours: "Hours without a scan before it is followed",
    writeBack: "Tell Shopify of scans it lacks",
    writeBackHelp: "Your order pages, reports and other apps see them too. Each step once.",
    correctShopify: "Correct the carrier in Shopify",
    correctShopifyHelp:
      "When staff correct a carrier, or a tracking number proves it. Shoppers are not written to.",
    noAccount: "No carrier account that can follow parcels is connected.",
    connect: "Connect one",
    access: "Shopify does not let Aftercare do this yet. Allow it, then it begins.",
    allow: "Allow",
    invalid: "Hours are a whole number from 1 to 240.",
    saved: "Saved",
    save: "Save",
    readOnly: "You may look at this, but not change it.",
  },
  unknown: {
    title: "Codes that mean nothing to us yet",
    text: "Parcels with such a scan are shown as on their way, with the carrier's own words.",
    columns: { source: "Source", code: "Code", seen: "Seen", last: "Last" },
  },
  generic: {
    title: "News from a source of your own",
    text: "A warehouse or a carrier without a link to Aftercare can tell of its parcels itself. Connect “Other carrier” as a carrier account, choose a secret of 16 characters or more, and let it send each scan to the account's address:",
    body: `POST  (the account's address)
X-Signature-256: sha256=(HMAC-SHA256 of the body, hex, under the secret)

{
  "tracking_number": "1Z999AA10123456784",
  "events": [
    { "time": "2026-11-22T08:15:00Z", "status": "out_for_delivery",
      "message": "With the driver", "city": "York", "country": "GB" }
  ],
  "estimated_delivery": "2026-11-22T18:00:00Z"
}`,
    after:
      "Answers: 200 taken, 401 wrong signature, 400 not readable, 503 send it again. Sent again, or in another order, it changes nothing.",
  },
};
