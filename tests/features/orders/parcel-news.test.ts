import { describe, expect, it } from "vitest";
import { anOrder, aParcel, both } from "#tests/factories/order";
import { heldByCustoms } from "~/features/orders/customs-hold";
import { orderFact } from "~/features/orders/facts";
import { newsOf } from "~/features/orders/order-news";
import { newsOfParcel } from "~/features/orders/parcel-news";
import type { KnownOrder } from "~/features/orders/rules";
import type { ShopifyFulfilment } from "~/platform/shopify/nouns";

const AT = new Date("2026-11-03T18:00:00Z");
const later = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);
const scan = (id: string, status: string, happenedAt: Date, message: string | null = null) => ({
  id,
  status,
  happenedAt,
  message,
  city: null,
  country: null,
});
const parcel = (displayStatus: string, over: Partial<ShopifyFulfilment> = {}) =>
  aParcel([], { id: "7", displayStatus, updatedAt: later(30), ...over });
const known = (parcelState: string) => ({ id: "7", parcelState, updatedAt: AT });
const kindsOf = (before: string | null, now: ShopifyFulfilment) =>
  newsOfParcel(before ? known(before) : undefined, now).map(({ kind, episode }) => [kind, episode]);

describe("what is new of a parcel", () => {
  it.each([
    [null, "label_purchased", []],
    [null, "fulfilled", ["order.shipped"]],
    ["preparing", "in_transit", ["order.shipped"]],
    ["shipped", "in_transit", []],
    ["inTransit", "out_for_delivery", ["order.outForDelivery"]],
    ["outForDelivery", "attempted_delivery", ["order.deliveryAttempted"]],
    ["attempted", "ready_for_pickup", ["order.readyForPickup"]],
    ["readyForPickup", "picked_up", ["order.delivered"]],
    ["inTransit", "failure", ["order.deliveryFailed"]],
    ["failed", "not_delivered", ["order.returnedToSender"]],
    [null, "delivered", ["order.shipped", "order.delivered"]],
    ["delivered", "delivered", []],
    ["inTransit", "a_word_of_tomorrow", []],
    ["inTransit", "canceled", []],
  ])("%s → %s", (before, now, kinds) => {
    expect(kindsOf(before, parcel(now)).map(([kind]) => kind)).toEqual(kinds);
  });

  it("a second try is an episode of its own; the same try told again is not", () => {
    const first = scan("s1", "attempted_delivery", later(-1));
    const second = scan("s2", "attempted_delivery", later(24));
    expect(kindsOf("attempted", parcel("attempted_delivery", { events: [first] }))).toEqual([]);
    expect(kindsOf("attempted", parcel("attempted_delivery", { events: [second, first] }))).toEqual([
      ["order.deliveryAttempted", "s2"],
    ]);
  });

  it("what has arrived or gone back stays so, whatever a depot scans afterwards", () => {
    const late = scan("l1", "out_for_delivery", later(9), "Held by customs");
    for (const end of ["delivered", "returned"])
      expect(kindsOf(end, parcel("out_for_delivery", { events: [late] }))).toEqual([]);
    const arrived = scan("l0", "delivered", later(8));
    expect(kindsOf("inTransit", parcel("out_for_delivery", { events: [arrived, late] }))).toEqual([]);
    const ahead = scan("l2", "delivered", new Date("9999-12-31T00:00:00Z"));
    expect(kindsOf("inTransit", parcel("out_for_delivery", { events: [ahead] }))).toHaveLength(1);
  });

  it("a scan of the year 9999 is no scan", () => {
    const odd = scan("s9", "attempted_delivery", new Date("9999-12-31T00:00:00Z"));
    expect(kindsOf("attempted", parcel("attempted_delivery", { events: [odd] }))).toEqual([]);
  });

  it("customs is read from the last scan's words, and only while it holds", () => {
    const held = scan("c1", "delayed", later(5), "Held by customs, awaiting documents");
    const freed = scan("c2", "in_transit", later(9), "Cleared customs");
    expect(kindsOf("inTransit", parcel("delayed", { events: [held] }))).toEqual([
      ["order.heldByCustoms", "c1"],
    ]);
    expect(kindsOf("inTransit", parcel("in_transit", { events: [held, freed] }))).toEqual([]);
    expect(kindsOf("inTransit", parcel("delivered", { events: [held] })).map(([kind]) => kind)).toEqual([
      "order.delivered",
    ]);
  });
});

describe("customs in carriers' words", () => {
  it.each([
    "Held by customs",
    "Shipment is being held in customs pending inspection",
    "Die Sendung wird durch den Zoll geprüft",
    "Envoi retenu en douane",
    "In afwachting van inklaring door de douane",
    "Retenido en aduana",
    "In attesa di sdoganamento, fermo in dogana",
    "Przesyłka zatrzymana przez urząd celny",
    "通関手続中",
    "החבילה מעוכבת במכס",
  ])("holds: %s", (text) => expect(heldByCustoms(text)).toBe(true));

  it.each([
    null,
    "",
    "Cleared customs",
    "Released by customs",
    "Customs clearance completed",
    "Vom Zoll freigegeben",
    "Envoi dédouané",
    "Customer was not at home",
    "The customer's address is incomplete",
    "Customised item handed over",
    "x customs".repeat(200),
  ])("does not: %s", (text) => expect(heldByCustoms(text)).toBe(false));
});

describe("payments", () => {
  const pending = (gateways?: string[]) =>
    anOrder({ financialStatus: "pending", ...(gateways ? { gateways } : {}) });
  const was = (financialStatus: string): KnownOrder => ({
    updatedAt: AT,
    cancelledAt: null,
    financialStatus,
    fulfilments: [],
  });
  const kinds = (...asked: Parameters<typeof newsOf>) => newsOf(...asked).map(({ kind }) => kind);

  it.each([
    [["Bank Deposit"], true],
    [["Cash on Delivery (COD)"], false],
    [["Nachnahme"], false],
    [[], false],
    [undefined, false],
  ])("pending by %j: told %s", (gateways, told) => {
    expect(kinds(null, pending(gateways)).includes("order.paymentPending")).toBe(told);
  });
  it("of nothing to pay, nothing is awaited", () => {
    const free = { ...pending(["Bank Deposit"]), total: both(0) };
    expect(kinds(null, free)).toEqual(["order.placed"]);
  });
  it("failed once, and not when staff cancelled", () => {
    expect(kinds(was("authorized"), anOrder({ financialStatus: "expired" }))).toEqual([
      "order.paymentFailed",
    ]);
    expect(kinds(was("expired"), anOrder({ financialStatus: "expired" }))).toEqual([]);
    const cancelled = anOrder({ financialStatus: "voided", cancelledAt: AT });
    expect(kinds(was("authorized"), cancelled)).toEqual(["order.cancelled"]);
  });
  it("a refund says how much more it is", () => {
    const order = anOrder({ id: "1", refunded: both(900) });
    const [news] = newsOf({ ...was("paid"), refunded: 400n }, order);
    expect(news && orderFact("1", news)).toMatchObject({
      key: "order.refunded:1:900",
      data: { amount: "500" },
    });
  });
});
