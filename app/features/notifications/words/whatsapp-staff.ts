import type { ShortValue } from "../approved-texts";

/** What staff read of messages by WhatsApp. */
export const whatsAppStaffWords = {
  title: "WhatsApp",
  subtitle:
    "News goes out in templates that Meta has approved for you: besides the mail, or in its place where an order has a number only. It then does not go as a text message, too.",
  back: "Settings",
  account: "WhatsApp Business account",
  phoneNumberId: "Phone number ID",
  phoneNumberIdHelp: "Meta’s own number of your sender: in the app dashboard, WhatsApp, API setup",
  token: "Access token",
  tokenHelp: "Of a system user, with the permission whatsapp_business_messaging",
  appSecret: "App secret",
  appSecretHelp: "In the app dashboard, App settings, Basic: what Meta tells us is signed with it",
  kept: "Kept; type to replace",
  enabled: "Send messages by WhatsApp",
  onlyAgreed: "Only to who has written START to your number",
  onlyAgreedHelp:
    "Meta wants everyone to have agreed. Switch this off if your checkout asks for it; who writes STOP gets no more either way.",
  webhook: "Webhook",
  callbackUrl: "Callback URL",
  verifyToken: "Verify token",
  webhookHelp:
    "In the app dashboard, WhatsApp, Configuration: save both there and subscribe to “messages”. By it we learn what arrived and was read, and who ends the messages.",
  templates: "Which template tells which news",
  template: (kind: string) => `Template for “${kind}”`,
  templatesHelp:
    "By its name at Meta, such as order_shipped. News without a template does not go by WhatsApp.",
  languages: (template: string) => `Languages of ${template}`,
  languagesHelp: "As Meta writes them, such as en_US, de, pt_BR. The first one is for everybody else.",
  parameter: (place: number, template: string) => `What fills {{${place}}} of ${template}`,
  none: "Nothing",
  option: (name: string, sample: string) => `${name}: ${sample}`,
  values: {
    "order.name": "Order number",
    "shop.name": "Your shop",
    "customer.first_name": "First name",
    "standard.subject": "The news, as a mail’s subject",
    "standard.title": "The news, in a few words",
    "order.total": "Total",
    "order.expected": "Promised days",
    "order.item_count": "Number of things",
    "parcel.carrier": "Carrier",
    "parcel.tracking_number": "Tracking number",
    "parcel.expected": "Expected day",
    "order.url": "Link to the order",
  } satisfies Record<ShortValue, string> as Record<ShortValue, string>,
  save: "Save",
  saved: "Saved",
  notSaved:
    "This could not be saved: check the phone number ID, the token, the secret, and each template’s name and languages.",
} as const;
