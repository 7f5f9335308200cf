import type { SettingsDraft } from "../schema";

/** What staff read of the settings. */
export const staffWords = {
  title: "Settings",
  saved: "Settings saved",
  meanwhile: {
    said: "Someone saved settings while you were editing. Yours are still here: save again, or discard them.",
    title: "Someone saved settings while you were editing",
    text: "Yours were not saved, and are still on this page. Save again to put them in place of theirs, or discard them to see theirs.",
  },
  notSaved: "Please correct the marked fields",
  save: "Save",
  discard: "Discard",
  problems: {
    invalid: "This cannot be used as it is",
    required: "This is needed for a return label",
    "returns.windowDays": "A whole number of days, from 0 to 730",
    "returns.bufferDays": "A whole number of days, from 0 to 90",
    "returns.address.country": "Two letters, such as GB or US",
    "mail.fromAddress": "One plain e-mail address, such as hello@your-shop.com",
  } as Record<string, string>,
  returns: {
    title: "Returns",
    text: "What may come back, until when and what it costs is in your return policy.",
    policy: "Edit the return policy",
    labels: "Labels and carriers",
    staff: "Who may pay out how much",
    guests: "Shoppers who are not signed in may return",
    guestsHelp:
      "They prove who they are with a one-time code sent to the order's e-mail address. Signed-in shoppers need none.",
  },
  summary: {
    title: "In plain words",
    text: "What the settings on this page mean.",
  },
  address: {
    title: "Return address",
    text: "Where parcels are sent, as printed on the label.",
    choice: "Return address",
    shop: "The shop's address in Shopify",
    own: "Another address, such as a warehouse",
    unknown: "Shopify has not told us the shop's address yet. Reload this page in a minute.",
    name: "Name or department",
    company: "Company",
    line1: "Street and number",
    line2: "Apartment, suite, unit",
    city: "City",
    province: "State or province",
    zip: "Postcode",
    country: "Country code",
    phone: "Phone",
  },
  notifications: {
    title: "Mails to shoppers",
    confirmation: "Order confirmation",
    confirmationHelp:
      "Shopify sends its own order confirmation, and no app can switch that off. Decide how ours goes with it.",
    complement: "Send ours besides Shopify's",
    complementHelp: "Shoppers get two mails: Shopify's receipt, and ours with the way to follow and return.",
    replace: "Send ours instead of Shopify's",
    replaceHelp:
      "Switch Shopify's off yourself: Shopify admin, Settings, Notifications, Customer notifications, Order confirmation. Until you do, shoppers get both.",
    off: "Do not send ours",
    offHelp: "Shoppers only get Shopify's.",
    shipping: "Shipping news",
    shippingHelp: "When a parcel is on its way, and when it has arrived.",
    returns: "Return news",
    returnsHelp: "When a return is asked for, decided, labelled and refunded.",
  },
  sender: {
    title: "Sender",
    fromName: "Sender's name",
    fromNameHelp: (shop: string) => `Empty: ${shop}`,
    fromAddress: "Sender's address",
    fromAddressHelp:
      "Empty: an address of Aftercare's, which always arrives. With your own, the records of its domain must be entered, or mails may land in spam.",
    domain: "Sending domain and addresses not written to",
    mailIn: "Where mail comes in",
    phones: "Messages to phones",
    whatsApp: "WhatsApp",
  },
  brand: {
    title: "Look",
    text: "Your colour, in mails and on the storefront, and the logo, font and footer of mails.",
    open: "Change the look",
  },
  privacy: {
    title: "Privacy requests",
    text: "When a shopper asks what is kept about them, or to be forgotten, Shopify tells Aftercare, which does it by itself and keeps a receipt.",
    link: "See requests",
  },
  readOnly: "Your account may look at these settings, but not change them.",
} as const;

/** What is typed so far, as sentences. */
export function settingsSummary({ returns, notifications }: SettingsDraft): string[] {
  return [
    returns.guests
      ? "Shoppers without an account may return after entering a code from their mail."
      : "Only signed-in shoppers may ask for a return.",
    returns.address ? "Parcels go to the address below." : "Parcels go to your shop's address.",
    {
      complement: "Shoppers get our confirmation besides Shopify's.",
      replace: "Shoppers get our confirmation. You have switched Shopify's off, or will.",
      off: "Shoppers get no confirmation from Aftercare.",
    }[notifications.confirmation],
  ];
}
