import type { ShipmentItem, Voided } from "~/platform/carriers/carrier";
import type { ShipmentProblem, ShipmentProblemCode } from "~/platform/carriers/check-shipment";

type Said = { whose: string; detail: string };

/** What to mend before a label can be bought: one sentence each. */
const problems = {
  nameMissing: ({ whose }) => `${whose} has no name: add one.`,
  streetMissing: ({ whose }) => `${whose} has no street: add one.`,
  streetTooLong: ({ whose, detail }) =>
    `${whose} has a street line of more than ${detail} letters: use the second line.`,
  cityMissing: ({ whose }) => `${whose} has no town: add one.`,
  provinceMissing: ({ whose }) => `${whose} has no state or province: add one.`,
  countryMissing: ({ whose }) => `${whose} has no country: add one.`,
  countryUnknown: ({ whose, detail }) =>
    `${whose} has the country “${detail}”, which there is not: correct it.`,
  postcodeMissing: ({ whose }) => `${whose} has no postcode: add one.`,
  postcodeWrong: ({ whose, detail }) => `${whose} has a postcode that is none of ${detail}: correct it.`,
  poBox: ({ whose }) => `${whose} is a PO box, where couriers do not go: use a street address.`,
  phoneMissing: ({ whose }) => `${whose} has no phone number, which the carrier needs: add one.`,
  phoneWrong: ({ whose }) => `${whose} has a phone number that cannot be dialled: correct it.`,
  weightMissing: () =>
    "The parcel has no weight: give the products weights in Shopify, or set what a thing weighs under Settings, Labels.",
  weightTooLarge: ({ detail }) =>
    `The parcel is heavier than ${detail} kg, the most a carrier takes: split it.`,
  weightBelowItems: () =>
    "The parcel weighs less than the things in it: correct the weights under Settings, Labels.",
  sizeMissing: () => "The box has no size: set it under Settings, Labels.",
  sizeTooLarge: ({ detail }) =>
    `The box is longer than ${detail} cm, the most a carrier takes: use a smaller one.`,
  nothingDeclared: () => "Nothing is declared to customs: the return has no items.",
  descriptionMissing: ({ whose }) => `${whose} has no description for customs: give the product a title.`,
  quantityWrong: ({ whose }) => `${whose} has no whole quantity: correct it.`,
  valueMissing: ({ whose }) => `${whose} has no value, which customs ask for.`,
  hsCodeMissing: ({ whose }) =>
    `${whose} has no HS code for customs: add it to the product in Shopify, under Shipping, or set one for all under Settings, Labels.`,
  hsCodeWrong: ({ whose, detail }) =>
    `${whose} has the HS code “${detail}”: it needs 6 to 10 digits. Correct it on the product in Shopify, under Shipping.`,
  originMissing: ({ whose }) =>
    `${whose} has no country of origin for customs: add it to the product in Shopify, under Shipping, or set one for all under Settings, Labels.`,
  originUnknown: ({ whose, detail }) => `${whose} comes from “${detail}”, which is no country: correct it.`,
} satisfies Record<ShipmentProblemCode, (said: Said) => string>;

function whoseOf({ of }: ShipmentProblem, items: readonly ShipmentItem[]): string {
  if (of === "from") return "The shopper’s address";
  if (of === "to") return "Your return address";
  if (of === "parcel") return "The parcel";
  return `“${items[of.item]?.description || `Item ${of.item + 1}`}”`;
}

/** What staff read of labels and carriers' accounts. */
export const labelWords = {
  problem: (one: ShipmentProblem, items: readonly ShipmentItem[]): string =>
    problems[one.code]({ whose: whoseOf(one, items), detail: one.detail ?? "" }),
  noReturnAddress: "Nobody has said where parcels go: set the return address under Settings.",
  noCredentials: "The account’s key cannot be read any more: enter it again under Settings, Labels.",
  refused: (carrier: string, code: string) => `${carrier} sold no label (${code}).`,
  noAnswer: (carrier: string, reference: string) =>
    `${carrier} did not answer for half an hour. Look there for a label with the reference ${reference}: it may have been paid for.`,
  uploadOne: "No carrier’s account sold a label. Upload one for this return.",
  voided: {
    refunded: "The label was given back, and its price refunded.",
    asked: "The label was given back; the carrier decides on the refund.",
    tooLate: "The label could not be given back.",
    accountGone: "The label could not be given back: its account is not here any more.",
  } satisfies Record<Voided | "accountGone", string>,

  title: "Labels",
  back: "Settings",
  intro:
    "Returns get their label from the first account that sells one. When none does, the shopper still gets a way to send the parcel.",
  readOnly: "You may look at these settings; someone who may edit orders can change them.",
  save: "Save",
  saved: "Labels saved",
  notSaved: "Some of it cannot be saved. Look at the fields marked.",
  ladder: {
    title: "Where labels come from",
    text: "Asked from the top. A carrier that refuses is passed over, and the return says why.",
    none: "No account yet. Shoppers get the label below.",
    add: "Add an account",
    enabled: "On",
    disabled: "Off",
    up: (name: string) => `Ask ${name} earlier`,
    upShort: "Earlier",
    remove: "Remove",
    removeName: (name: string) => `Remove ${name}?`,
    removeText: "Labels bought with it can then not be given back here.",
    on: "Switch on",
    off: "Switch off",
    edit: "Edit",
  },
  account: {
    carrier: "Carrier",
    name: "Name",
    nameHelp: "How you call this account.",
    kept: "Kept. Type only to replace it.",
    fields: {
      apiKey: "API key",
      apiToken: "API token",
      webhookSecret: "Webhook secret",
      services: "Services that may be bought",
    } as Readonly<Record<string, string>>,
    help: {
      apiKey: "EasyPost, Account settings, API keys. It is kept encrypted and never shown again.",
      apiToken: "Shippo, Settings, API. It is kept encrypted and never shown again.",
      webhookSecret: "The secret of the webhook below. With it, news of parcels comes at once; else we ask.",
      services: "For example: USPS GroundAdvantage, UPS. Empty: the cheapest of all.",
    } as Readonly<Record<string, string>>,
    webhookUrl: "Address for the carrier's webhook",
    webhookHelp:
      "Enter it in the carrier's own settings, for tracking news. Only what is signed with the secret is read.",
    save: "Save account",
    cancel: "Cancel",
    incomplete: "The account is not complete: look at its fields.",
    unknown: "The account is not here any more.",
  },
  fallback: {
    title: "When no account sells one",
    printable: "Printable address label",
    printableHelp:
      "The shopper prints it, pays at the counter, and the parcel is recognised when it arrives.",
    upload: "I upload a label for each return",
    uploadHelp: "The return waits, and tells you so.",
  },
  parcel: {
    title: "Parcels",
    text: "What carriers and customs are told, since a return is packed by the shopper.",
    by: "Who carries them",
    carriers: { any: "Post or courier", post: "Post", courier: "Courier" },
    itemGrams: "Weight of one thing",
    boxGrams: "Weight of the box",
    length: "Length",
    width: "Width",
    height: "Height",
    grams: "g",
    millimetres: "mm",
    hsCode: "HS code",
    hsCodeHelp: "6 to 10 digits, for parcels across a customs border.",
    origin: "Country of origin",
    originHelp: "Two letters, for example PT.",
    number: "A whole number within what carriers take.",
    wrong: { hsCode: "6 to 10 digits.", origin: "Two letters." } as Readonly<Record<string, string>>,
  },
  address: {
    title: "Return address",
    none: "No return address yet.",
    change: "Change it under Settings",
  },
  places: {
    title: "Other return addresses",
    text: "A parcel goes to the first address that takes everything in it, and to your own when none does. It is chosen when a return is approved, and stays.",
    none: "No other address: every parcel goes to your own.",
    add: "Add an address",
    edit: "Edit",
    remove: "Remove",
    earlier: "Earlier",
    everything: "Every parcel",
    restock: "Things that go to none of these are put back at",
    ownLocation: "Your first location",
    fields: {
      name: "Name",
      countries: "Countries",
      regions: "Regions",
      productTags: "Product tags",
      collections: "Collections",
      recipient: "For the attention of",
      company: "Company",
      line1: "Street",
      line2: "More of the address",
      city: "Town",
      province: "State or province",
      zip: "Postcode",
      country: "Country code",
      phone: "Phone",
    },
    help: {
      name: "How you call this place. Shoppers do not see it.",
      countries: "Where the order went, for example US, CA.",
      regions: "For example US-CA, US-NY.",
      collections: "Their handles, as in the address of their page.",
    } as Readonly<Record<string, string>>,
    takes: "What goes there",
    takesHelp: "Each line that you fill in must hold. Separate several by commas. All empty: every parcel.",
    sentFrom: "Sent from",
    locationId: "Back on the shelf at",
    address: "Address",
    save: "Save address",
    cancel: "Cancel",
    wrong:
      "Not saved: name, street, town and a two-letter country are needed; countries are written US, regions US-CA.",
  },
  upload: {
    title: "Upload a label",
    hint: "PDF or PNG, at most 8 MB. It takes the place of the label there is.",
    tracking: "Tracking number",
    choose: "Choose a file",
    done: "Label uploaded",
    refusals: {
      "returns.labelUnreadable": "The file is no label: choose a PDF or a PNG that opens.",
      "input.tooLarge": "The file is larger than 8 MB.",
      "returns.notAllowedNow": "This return cannot get a label now.",
    } as Readonly<Record<string, string>>,
    refused: "The label could not be uploaded. Try again.",
  },
};
