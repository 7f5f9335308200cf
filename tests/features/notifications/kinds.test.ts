import { describe, expect, it } from "vitest";
import { anAddress } from "#tests/factories/order";
import { aProfile } from "#tests/factories/profile";
import type { Kind, Occasion, Standing } from "~/features/notifications/kind";
import { kindOf, kinds, kindsFor } from "~/features/notifications/registry";
import { isWanted } from "~/features/notifications/rules";
import { structuredData } from "~/features/notifications/structured-data";
import { notificationLetter } from "~/features/notifications/ui/notification-letter";
import { words } from "~/features/notifications/words";
import type { OrderDetail } from "~/features/orders/queries.server";
import { settingsSchema } from "~/features/settings/schema";
import { reactions } from "~/jobs/reactions";
import { direction, LOCALES, type Locale } from "~/platform/i18n/locales";

// The contract every kind of news keeps, in every language: a new kind in the registry is tried here at once.

const AT = new Date("2026-11-03T10:00:00Z");
const gbp = (amount: bigint) => ({ amount, currency: "GBP" });
const ORDER_URL = "https://fern-and-fable.example/apps/aftercare/order?t=a.b";

const anOrderDetail = (over: Partial<OrderDetail> = {}): OrderDetail =>
  ({
    id: "1",
    name: "#1001",
    email: "ada@example.com",
    phone: null,
    customerId: null,
    customerName: "Ada Rowntree",
    locale: "en",
    placedAt: AT,
    updatedAt: AT,
    cancelledAt: null,
    financialStatus: "paid",
    fulfilmentStatus: "fulfilled",
    subtotal: gbp(4_700n),
    discount: gbp(500n),
    shipping: gbp(395n),
    tax: gbp(80n),
    total: gbp(4_675n),
    totalShop: gbp(4_675n),
    refunded: gbp(0n),
    shippingTitle: "Tracked 48",
    shippingAddress: anAddress(),
    billingAddress: null,
    promisedFrom: AT,
    promisedTo: new Date("2026-11-06T10:00:00Z"),
    note: null,
    tags: [],
    complete: true,
    redacted: false,
    lines: [
      {
        id: "11",
        title: "Linen tea towel",
        variantTitle: "Moss",
        sku: null,
        productTags: [],
        imageUrl: null,
        quantity: 2,
        currentQuantity: 2,
        price: gbp(1_450n),
        total: gbp(2_900n),
        giftCard: false,
        needsShipping: true,
      },
    ],
    parcels: [
      {
        id: "71",
        name: "#1001-F1",
        state: "inTransit",
        tracking: [{ carrier: "Royal Mail", number: "RM123", url: "https://track.example/RM123" }],
        shippedAt: AT,
        estimatedAt: new Date("2026-11-06T12:00:00Z"),
        deliveredAt: null,
        lines: [{ id: "81", orderLineId: "11", quantity: 2 }],
        events: [],
      },
    ],
    ...over,
  }) as OrderDetail;

const aReturn = {
  rma: "RMA-7QK2",
  lines: [{ orderLineId: "11", quantity: 1 }],
  refund: gbp(1_450n),
  declineReason: "FINAL_SALE",
  declineNote: "Worn <b>outside</b>",
  labels: [],
} as unknown as NonNullable<Occasion["return"]>;

function occasion(locale: Locale, over: Partial<Occasion> = {}): Occasion {
  return {
    order: anOrderDetail(),
    return: aReturn,
    data: {},
    settings: settingsSchema.parse({}),
    shopName: "Fern & Fable",
    timeZone: "Europe/London",
    locale,
    words: words(locale),
    orderUrl: ORDER_URL,
    ...over,
  };
}

const sampled = ({ sample = {} }: Kind): Partial<Occasion> => ({ data: sample });

function write(kind: Kind, about: Occasion) {
  const said = kind.say(about);
  const face = { settings: about.settings, settingsVersion: 1, profile: aProfile() };
  return { ...said, ...notificationLetter(said, about, face, structuredData(kind, about)) };
}

const BROKEN = /undefined|\bNaN\b|\[object|Invalid Date|\bnull\b|\$\{|\(\) ?=>/;
const STANDING: Standing = {
  cancelledAt: null,
  updatedAt: AT,
  financialStatus: "paid",
  fulfilmentStatus: "unfulfilled",
  parcels: [],
  allParcels: [],
  untold: 0,
  returnMethod: null,
};
const everywhere = kinds.flatMap((kind) => LOCALES.map((locale) => [kind.key, locale, kind] as const));

/** The mail without what it tells mail programs, which is looked at by itself. */
const withoutMarkup = (html: string) =>
  html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, "");

/** The sparsest order there is. */
const bare = () =>
  anOrderDetail({
    customerName: null,
    shippingAddress: null,
    shippingTitle: null,
    promisedFrom: null,
    promisedTo: null,
    lines: [],
    parcels: [],
    total: gbp(0n),
    subtotal: gbp(0n),
    discount: gbp(0n),
    shipping: gbp(0n),
    tax: gbp(0n),
  });

describe.each(everywhere)("%s in %s", (_key, locale, kind) => {
  it("says everything it should, in one voice for both bodies", () => {
    const mail = write(kind, occasion(locale, sampled(kind)));
    for (const part of [mail.subject, mail.preview, mail.title, mail.html, mail.text]) {
      expect(part.trim()).not.toBe("");
      expect(part).not.toMatch(BROKEN);
    }
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject.length).toBeLessThan(150);
    expect(mail.html).toContain(`<html lang="${locale}" dir="${direction(locale)}">`);
    expect(mail.text).toContain(ORDER_URL);
    for (const [, href = ""] of mail.html.matchAll(/(?:href|src)="([^"]*)"/g))
      expect(href).toMatch(/^https?:\/\//);
    expect(withoutMarkup(mail.html)).not.toMatch(/<script|javascript:|\son[a-z]+=/i);
  });

  it("has the facts of one body in the other", () => {
    const mail = write(kind, occasion(locale, sampled(kind)));
    const read = mail.html
      .replace(/<style>.*?<\/style>/gs, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/&amp;/g, "&")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&#x27;/g, "'")
      .replace(/&quot;/g, '"');
    const plain = (text: string) => text.replace(/\s+/g, " ");
    const facts = mail.text
      .split("\n")
      .map((line) => line.replace(/^(\* | {2})/, "").trim())
      .filter((line) => line && !/^-+ ?$/.test(line) && !line.startsWith("http"));
    for (const fact of facts)
      for (const part of fact.split(/:\s*$|: /)) expect(plain(read)).toContain(plain(part).trim());
  });

  it("finds words for an order with next to nothing in it", () => {
    const mail = write(kind, occasion(locale, { order: bare(), return: null }));
    for (const part of [mail.subject, mail.preview, mail.html, mail.text]) expect(part).not.toMatch(BROKEN);
  });

  it("writes what others wrote as text, whatever they wrote", () => {
    const naughty = '<img src="file:///etc/passwd" onerror=alert(1)> {{ x }} שלום \u202e';
    const order = anOrderDetail({
      customerName: naughty,
      name: naughty,
      shippingAddress: anAddress({ name: naughty }),
    });
    const tracking = [{ carrier: naughty, number: naughty, url: "javascript:alert(1)" }];
    order.parcels = order.parcels.map((parcel) => ({ ...parcel, tracking }));
    order.lines = order.lines.map((line) => ({ ...line, title: naughty }));
    const mail = write(kind, occasion(locale, { ...sampled(kind), order, shopName: naughty }));
    expect(withoutMarkup(mail.html)).not.toContain("<img");
    expect(withoutMarkup(mail.html)).not.toContain("javascript:");
    expect(mail.subject).toContain("<img");
  });
});

it("the footer names the shop once, whatever Shopify calls the company", () => {
  const [kind] = kinds;
  if (!kind) throw new Error("no kinds");
  const about = occasion("en");
  for (const company of ["Fern & Fable", null, "Larch Ltd"]) {
    const profile = aProfile({ address: anAddress({ name: null, company, line1: "1 Mill Lane" }) });
    const face = { settings: about.settings, settingsVersion: 1, profile };
    const { text } = notificationLetter(kind.say(about), about, face);
    expect(text).toContain(
      company === "Larch Ltd" ? "Fern & Fable, Larch Ltd, 1" : "\nFern & Fable, 1 Mill Lane",
    );
  }
});

describe("the registry", () => {
  it("has each key once", () => expect(new Set(kinds.map((kind) => kind.key)).size).toBe(kinds.length));

  it("answers only facts whose reaction is to notify", () => {
    for (const kind of kinds)
      expect([kind.key, reactions[kind.fact] ?? []]).toEqual([kind.key, expect.arrayContaining(["notify"])]);
  });

  it("every kind can be switched off, with its group and by itself", () => {
    const off = settingsSchema.parse({
      notifications: { confirmation: "off", shipping: false, returns: false },
    }).notifications;
    // whether questions are asked is decided before there is a fact
    expect(kinds.filter((kind) => isWanted(kind, off) && !kind.asks).map((kind) => kind.key)).toEqual([]);
    for (const kind of kinds) {
      const { notifications } = settingsSchema.parse({ notifications: { off: [kind.key] } });
      expect(kinds.filter((one) => !isWanted(one, notifications))).toEqual([kind]);
    }
  });

  it("kinds that correct, or are told by, others name kinds that there are", () => {
    const named = kinds.flatMap((kind) => [...(kind.corrects ?? []), ...(kind.toldBy ?? [])]);
    for (const key of named) expect(kindOf(key)?.key).toBe(key);
  });

  it("of the kinds that tell of a parcel that left, exactly one applies however the order stands", () => {
    const sharing = kindsFor("order.shipped");
    for (const fulfilmentStatus of ["unfulfilled", "partially_fulfilled", "fulfilled", "restocked"])
      expect(sharing.filter((kind) => kind.applies?.({ ...STANDING, fulfilmentStatus }, {}))).toHaveLength(1);
  });

  it("no language speaks another's words by accident", () => {
    const sentences = (locale: Locale) =>
      kinds.flatMap((kind) => {
        const { title, subject, preview } = kind.say(occasion(locale, sampled(kind)));
        return [`${kind.key} ${title}`, `${kind.key} ${subject}`, `${kind.key} ${preview}`];
      });
    const english = new Set(sentences("en"));
    for (const locale of LOCALES.filter((one) => one !== "en"))
      expect([locale, sentences(locale).filter((sentence) => english.has(sentence))]).toEqual([locale, []]);
  });
});
