import type { ShopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Address } from "~/values/address";
import type { Money } from "~/values/money";
import { giftCardCode } from "./gift-card.server";
import { entriesOfReturn } from "./ledger-store.server";
import { policyOf } from "./policy";
import { publishedPolicy } from "./policy-store.server";
import { keptPlace } from "./return-places";
import { type KeptDecision, keptDecisionSchema } from "./schema";
import type { ReturnState } from "./states";

/** For how many days after delivery the policy in force takes things back; its rules may say otherwise for some. */
export const returnWindowDays = async (tx: ShopTx, face: ShopFace): Promise<number> =>
  policyOf(face, await publishedPolicy(tx)).windowDays;

/** A return in a few words, for order pages and conversations. */
export type ReturnSummary = {
  id: string;
  rma: string;
  state: ReturnState;
  requestedAt: Date;
  refund: Money | null;
  /** is there something that only the merchant can mend? */
  stuck: boolean;
  /** asked for by who was given it: who ordered it learns nothing of it */
  gift: boolean;
  lines: { orderLineId: string; quantity: number }[];
};

/** The returns of an order, the latest first. */
export async function returnsOfOrder(tx: ShopTx, orderId: string): Promise<ReturnSummary[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, orderId },
    include: { lines: { select: { orderLineId: true, quantity: true } } },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    rma: row.rma,
    state: row.state as ReturnState,
    requestedAt: row.requestedAt,
    refund: row.refundedAt && row.refundAmount !== null ? money(row.refundAmount, row.currency) : null,
    stuck: row.problem !== null,
    gift: row.gift,
    lines: row.lines,
  }));
}

/** A return with all that its pages show. Amounts are in the shopper's currency. */
export type ReturnDetail = ReturnSummary & {
  orderId: string;
  shopifyReturnId: string | null;
  source: string;
  note: string | null;
  decision: KeptDecision;
  declineReason: string | null;
  declineNote: string | null;
  currency: string;
  approvedAt: Date | null;
  receivedAt: Date | null;
  refundedAt: Date | null;
  closedAt: Date | null;
  problem: string | null;
  items: ReturnItem[];
  /** where its parcel goes; null until it is approved */
  sendTo: Address | null;
  /** `qr`: the carrier's code for its counters */
  label: { a4: string; letter: string; thermal: string; qr: string | null; attached: boolean } | null;
};

export type ReturnItem = {
  id: string;
  title: string;
  variantTitle: string | null;
  imageUrl: string | null;
  quantity: number;
  receivedQuantity: number;
  reason: string;
  note: string | null;
};

/** The return with its items and label, or null when this shop has no such return. */
export async function returnDetail(tx: ShopTx, returnId: string): Promise<ReturnDetail | null> {
  const row = await tx.db.return.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: returnId } },
    include: {
      label: true,
      lines: {
        include: {
          orderLine: { select: { title: true, variantTitle: true, imageUrl: true, position: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { label, lines, problem, decision, refundAmount, sendTo, ...rest } = row;
  return {
    ...rest,
    state: row.state as ReturnState,
    decision: keptDecisionSchema.parse(decision),
    refund: refundAmount === null ? null : money(refundAmount, row.currency),
    problem,
    stuck: problem !== null,
    sendTo: keptPlace({ sendTo })?.address ?? null,
    lines: lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
    items: lines
      .sort((a, b) => a.orderLine.position - b.orderLine.position)
      .map(({ orderLine, ...line }) => ({ ...line, ...orderLine })),
    label: label && {
      a4: label.a4FileId,
      letter: label.letterFileId,
      thermal: label.thermalFileId,
      qr: label.qrFileId,
      attached: label.attachedAt !== null,
    },
  };
}

const money = (amount: bigint, currency: string): Money => ({ amount, currency });

/** What mails say of a return. */
export type ReturnForMail = {
  rma: string;
  lines: { orderLineId: string; quantity: number }[];
  /** what was paid back, in the shopper's currency */
  refund: Money | null;
  /** … by the ways it went; a bonus is on top of credit or gift card, and counted in them here */
  paid: { refund: Money; credit: Money; giftCard: Money; giftCardCode: string | null };
  declineReason: string | null;
  declineNote: string | null;
  labels: { filename: string; contentType: string; content: Uint8Array }[];
};

/** The return with its labels' bytes, ready to be written about; null when this shop has no such return. */
export async function returnForMail(tx: ShopTx, returnId: string): Promise<ReturnForMail | null> {
  const row = await tx.db.return.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: returnId } },
    include: {
      lines: { select: { orderLineId: true, quantity: true } },
      label: { include: { a4: true, letter: true, thermal: true, qr: true } },
    },
  });
  if (!row) return null;
  const { a4, letter, thermal, qr } = row.label ?? {};
  const sizes = [a4, letter, thermal, qr].filter((file) => file !== undefined && file !== null);
  const files = [...new Map(sizes.map((file) => [file.id, file])).values()]; // a carrier's label has one size
  return {
    rma: row.rma,
    lines: row.lines,
    refund: row.refundAmount === null ? null : { amount: row.refundAmount, currency: row.currency },
    paid: await paidWays(tx, row),
    declineReason: row.declineReason,
    declineNote: row.declineNote,
    labels: files.map((file) => ({
      filename: file.name,
      contentType: file.contentType,
      content: file.bytes,
    })),
  };
}

/** What went out for a return, by the ways it went. The gift card's code is made anew: it is kept nowhere. */
export async function paidWays(
  tx: ShopTx,
  { id, currency }: { id: string; currency: string },
): Promise<ReturnForMail["paid"]> {
  const entries = (await entriesOfReturn(tx, id)).filter((entry) => entry.state === "paid");
  const sum = (kind: string) =>
    entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + entry.amount, 0n);
  const [credit, giftCard, bonus] = [sum("credit"), sum("giftCard"), sum("bonus")];
  return {
    refund: money(sum("refund"), currency),
    credit: money(credit > 0n ? credit + bonus : 0n, currency),
    giftCard: money(giftCard > 0n ? giftCard + bonus : 0n, currency),
    giftCardCode: giftCard > 0n ? giftCardCode(tx.shopId, id) : null,
  };
}

export type ReturnCounts = {
  /** wait for staff to approve or decline */
  toDecide: number;
  /** on their way back */
  toReceive: number;
  /** stuck until the merchant mends something */
  stuck: number;
  /** asked for since */
  requested: number;
};

/** How many returns need what, and how many came since `since`; each counted up to `most`. */
export async function returnCounts(tx: ShopTx, since: Date, most: number): Promise<ReturnCounts> {
  const { shopId } = tx;
  const rows = await tx.db.$queryRaw<ReturnCounts[]>`
    select
      (select count(*)::int from (select from return
        where "shopId" = ${shopId} and state = 'requested' limit ${most}) a) as "toDecide",
      (select count(*)::int from (select from return
        where "shopId" = ${shopId} and state in ('approved', 'labelled') limit ${most}) b) as "toReceive",
      (select count(*)::int from (select from return
        where "shopId" = ${shopId} and state in ('requested', 'approved', 'labelled', 'received')
          and problem is not null limit ${most}) c) as stuck,
      (select count(*)::int from (select from return
        where "shopId" = ${shopId} and "requestedAt" >= ${since} limit ${most}) d) as requested`;
  return rows[0] ?? { toDecide: 0, toReceive: 0, stuck: 0, requested: 0 };
}
