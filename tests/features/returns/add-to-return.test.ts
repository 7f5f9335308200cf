import { PDFiumLibrary } from "@hyzyla/pdfium";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DeliveredOrder, openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA } from "#tests/factories/return-outcome";
import { cancelReturn } from "~/features/returns/cancel-return.server";
import { returnFact } from "~/features/returns/facts";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { type Joinable, type Joining, mayJoin } from "~/features/returns/joining";
import { readQuote } from "~/features/returns/quote";
import { refundReturn } from "~/features/returns/refund-return.server";
import { requestReturn } from "~/features/returns/request-return.server";
import * as store from "~/features/returns/store.server";
import { getFile } from "~/platform/files/files.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";

const POLICY = {
  autoApprove: true,
  refund: { when: "byHand" },
  outcomes: { refund: { on: true }, credit: { on: true } },
  returnFee: { kind: "flat", flat: 300 },
};

describe("what may still be put on an approved return", () => {
  const to: Joinable = {
    ...{ state: "labelled", source: "shopper", method: "label", gift: false, giftEmail: null },
    ...{ receivedAt: null, exchangeSentAt: null, scanned: false, paidFor: false, declared: false },
    lines: [{ outcome: "refund" }],
  };
  const what: Joining = { method: "label", giftEmail: null, next: "approve", outcomes: ["credit"] };
  it.each([
    ["as it was approved", {}, {}, true],
    ["before its label is there", { state: "approved" as const }, {}, true],
    ["not once it was undecided, received or over", { state: "received" as const }, {}, false],
    ["not once it was cancelled", { state: "cancelled" as const }, {}, false],
    ["not once the carrier has it", { scanned: true }, {}, false],
    ["not once something was paid for it", { paidFor: true }, {}, false],
    ["not once papers say what is inside", { declared: true }, {}, false],
    ["not what a person has to look at", {}, { next: "review" as const }, false],
    ["not what travels another way", {}, { method: "own" }, false],
    ["not what is sent instead", {}, { outcomes: ["exchange"] }, false],
    ["not what is kept", {}, { outcomes: ["keep"] }, false],
    ["not beside an exchange", { lines: [{ outcome: "exchange" }] }, {}, false],
    ["not what staff made in Shopify", { source: "shopify" }, {}, false],
    ["not somebody else's gift", { gift: true, giftEmail: "a@example.com" }, {}, false],
  ])("%s", (_name, its, more, may) => expect(mayJoin({ ...to, ...its }, { ...what, ...more })).toBe(may));
});

describe("adding to a return", () => {
  let day: ReturnDay;
  let pdfium: PDFiumLibrary;
  beforeAll(async () => {
    [day, pdfium] = await Promise.all([openReturnDay(), PDFiumLibrary.init()]);
  });
  afterAll(async () => {
    pdfium.destroy();
    await day?.close();
  });
  beforeEach(() => inForce(day, POLICY));

  const ask = (order: DeliveredOrder, at: number, more: Record<string, unknown> = {}, shop = day.shop) =>
    requestReturn(shop, {
      ...{ orderId: order.id, requestKey: newId(), note: null },
      lines: [{ orderLineId: order.lines[at]?.id ?? "", quantity: 1, reason: "too-small" }],
      ...more,
    });
  const first = async (order: DeliveredOrder) => {
    const answer = await ask(order, 0);
    if (!answer.ok) throw new Error(answer.refusal.code);
    await day.work();
    return answer.value.id;
  };
  const kept = async (id: string) => {
    const ours = await day.shop.transact((tx) => store.load(tx, id));
    if (!ours) throw new Error("No such return");
    return ours;
  };
  /** What stands on the return's label. */
  const printed = async (id: string): Promise<string> => {
    const fileId = (await day.detail(id)).label?.a4 ?? "";
    const file = await day.shop.transact((tx) => getFile(tx, fileId));
    const document = await pdfium.loadDocument(file?.bytes ?? new Uint8Array());
    const text = document.getPage(0).getText();
    document.destroy();
    return text;
  };
  const filesKept = async () =>
    Number(
      (await day.owner.query(`select count(*) from file where "shopId" = $1`, [day.shop.id])).rows[0]?.count,
    );
  const there = async (order: DeliveredOrder) =>
    (await day.theirs(order.id)).map((one) => [one.status, one.returnLineItems.nodes.length]).sort();

  it("keeps its number, here and in Shopify, its label lists all of it, and all of it is paid with one fee", async () => {
    const order = await day.delivered({ cart: "few" });
    const id = await first(order);
    const before = await kept(id);
    const [towel, mug] = order.lines.map(({ title }) => title);
    expect(await printed(id)).toContain(towel);
    expect(await printed(id)).not.toContain(mug);
    const files = await filesKept();
    const requestKey = newId();
    const asked = await ask(order, 1, { addTo: id, requestKey });
    expect(asked).toMatchObject({ ok: true, value: { id, next: "approve" } });
    expect(await ask(order, 1, { addTo: id, requestKey })).toEqual(asked);
    await day.work();
    const after = await kept(id);
    expect(after).toMatchObject({ rma: before.rma, problem: null, state: "labelled" });
    expect(after.lines).toHaveLength(2);
    expect(await printed(id)).toContain(towel);
    expect(await printed(id)).toContain(mug);
    expect(await printed(id)).toContain(before.rma);
    expect(await filesKept()).toBe(files);
    expect(await there(order)).toEqual([
      ["CANCELED", 1],
      ["OPEN", 2],
    ]);
    expect(new Set(after.lines.map((line) => line.shopifyReturnLineId)).size).toBe(2);
    const quote = readQuote(after.quote);
    expect(quote?.returnFee).toBe(readQuote(before.quote)?.returnFee);
    expect(quote?.refund).toBeGreaterThan(readQuote(before.quote)?.refund ?? 0n);
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await refundReturn(day.shop, id, { amount: quote?.refund ?? 0n, restock: false }, MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect((await ledgerOf(day, order.id)).filter(({ kind }) => kind === "refund")).toMatchObject([
      { amount: Number(quote?.refund), state: "paid" },
    ]);
  });

  it("is one return at Shopify though its answer is lost, and can be cancelled as a whole", async () => {
    const order = await day.delivered({ cart: "few" });
    const id = await first(order);
    day.loseAnswerTo("CreateOpenReturn");
    await ask(order, 1, { addTo: id });
    await day.work();
    expect(await there(order)).toEqual([
      ["CANCELED", 1],
      ["OPEN", 2],
    ]);
    expect((await kept(id)).state).toBe("labelled");
    expect(await cancelReturn(day.shop, id, { kind: "shopper" })).toEqual({ ok: true, value: null });
    await day.work();
    expect((await there(order)).map(([status]) => status)).toEqual(["CANCELED", "CANCELED"]);
    expect(await ask(order, 1)).toMatchObject({ ok: true });
    await day.work();
  });

  it("makes a return of its own beside it once the parcel is handed in, or where a person must look", async () => {
    const order = await day.delivered({ cart: "few" });
    const id = await first(order);
    await day.shop.transact((tx) =>
      record(tx, returnFact("return.scanned", { id, orderId: order.id }, { kind: "system" })),
    );
    const handedIn = await ask(order, 1, { addTo: id });
    if (!handedIn.ok) throw new Error(handedIn.refusal.code);
    expect(handedIn.value.id).not.toBe(id);
    const [one, two] = [await kept(id), await kept(handedIn.value.id)];
    expect(one.groupId).not.toBeNull();
    expect(two).toMatchObject({ groupId: one.groupId, state: "approved" });
    await day.work();

    const other = await day.delivered({ cart: "few" });
    const approved = await first(other);
    await inForce(day, { ...POLICY, autoApprove: false });
    const looked = await ask(other, 1, { addTo: approved });
    if (!looked.ok) throw new Error(looked.refusal.code);
    expect(await kept(looked.value.id)).toMatchObject({ state: "requested" });
    expect((await kept(approved)).lines).toHaveLength(1);
    await day.work();
  });

  it("takes no notice of another order's or a stranger's return", async () => {
    const [order, other] = [await day.delivered({ cart: "few" }), await day.delivered({ cart: "few" })];
    const id = await first(order);
    const asked = await ask(other, 1, { addTo: id });
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(await kept(asked.value.id)).toMatchObject({ orderId: other.id, groupId: null });
    const gift = await ask(order, 1, { addTo: id, giftEmail: "noa@example.com" });
    if (!gift.ok) throw new Error(gift.refusal.code);
    expect([(await kept(gift.value.id)).groupId, (await kept(id)).groupId]).toEqual([null, null]);
    expect(await ask(order, 1, { addTo: id }, day.neighbour)).toMatchObject({ ok: false });
    await day.work();
  });
});
