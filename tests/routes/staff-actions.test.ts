import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { staffActionSchema } from "~/features/returns/schema";
import { moreActionsSchema } from "~/features/returns/staff-schema";

/** Whatever staff do to a return stands on its timeline, with who did it. */

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

type Here = { id: string; lineId: string; approvalId: string };
type Case = {
  /** how the return stands before */
  before?: string;
  does: (here: Here) => Record<string, string>;
  says: string;
  at?: (id: string) => string;
};

const RECEIVED = `state = 'received', "receivedAt" = now(), "inspectedAt" = now()`;
const cases: Record<string, Case> = {
  approve: { does: () => ({}), says: "return.approved" },
  decline: { does: () => ({ reason: "OTHER", note: "" }), says: "return.declined" },
  cancel: { before: "state = 'approved'", does: () => ({}), says: "return.cancelled" },
  receive: {
    before: "state = 'labelled'",
    does: ({ lineId }) => ({ [`received-${lineId}`]: "1" }),
    says: "return.received",
  },
  retry: {
    before: "problem = 'make-return-label: no'",
    does: () => ({}),
    says: "return.retried",
  },
  reopen: { before: `state = 'closed', "closedAt" = now()`, does: () => ({}), says: "return.reopened" },
  outcome: { does: ({ lineId }) => ({ lineId, outcome: "credit" }), says: "return.changed" },
  quantity: { does: ({ lineId }) => ({ lineId, quantity: "1" }), says: "return.changed" },
  closeUnpaid: { before: RECEIVED, does: () => ({ reason: "Worn" }), says: "return.inspected" },
  note: { does: () => ({ text: "Called them" }), says: "return.noted" },
  ask: { before: RECEIVED, does: () => ({ amount: "1450" }), says: "return.approvalAsked" },
  grant: { before: RECEIVED, does: ({ approvalId }) => ({ approvalId }), says: "return.approvalGranted" },
  refuse: { before: RECEIVED, does: ({ approvalId }) => ({ approvalId }), says: "return.approvalRefused" },
  refund: { before: RECEIVED, does: () => ({ amount: "1450" }), says: "return.refundStarted" },
};

/** A return of two, as it stands before. `asked`: somebody else asked for approval of its payout. */
async function standing(before: string | undefined, asked = false): Promise<Here> {
  const id = await aReturn(db.shop, await aReturnableOrderIn(db.shop, db.neighbour));
  if (before) await db.owner.query(`update "return" set ${before} where id = $1`, [id]);
  const { rows } = await db.owner.query(
    `update return_line set quantity = 2, "receivedQuantity" = case when $2 then 2 else 0 end,
       "acceptedQuantity" = case when $2 then 2 else 0 end where "returnId" = $1 returning id`,
    [id, before === RECEIVED],
  );
  const approval = await db.owner.query(
    `insert into refund_approval ("shopId", id, "returnId", amount, restock, state, "askedBy", "askedName", "askedAt")
     select $1, gen_random_uuid(), $2, 1450, false, 'waiting', '99', 'Sam', now() where $3 returning id`,
    [db.shop.id, id, asked],
  );
  return { id, lineId: rows[0].id, approvalId: approval.rows[0]?.id ?? "" };
}

const noted = async (id: string, kind: string) =>
  (
    await db.owner.query(
      `select "shopId", actor, "actorName" from fact where "returnId" = $1 and kind = $2`,
      [id, kind],
    )
  ).rows;
const byMaya = () => [{ shopId: db.shop.id, actor: "staff", actorName: "Maya" }];
const query = () => embedded(sessionToken());

it("every step of the return's page is tried below", () => {
  const steps = [...staffActionSchema.options, ...moreActionsSchema.options].map(
    (one) => one.shape.intent.value,
  );
  expect(Object.keys(cases).sort()).toEqual([...new Set(steps)].sort());
});

it.each(Object.entries(cases))("%s", async (intent, { before, does, says }) => {
  const here = await standing(before, intent === "grant" || intent === "refuse");
  const path = `/app/returns/${here.id}${query()}`;
  const answer = await site.post(path, { intent, ...does(here) }, bearer(sessionToken()));
  expect(answer.status).toBe(200);
  expect(await noted(here.id, says)).toEqual(byMaya());
});

it("an inspection, a photo and a label", async () => {
  const { id, lineId } = await standing("state = 'labelled', \"labelledAt\" = now()");
  const picture = await sharp({ create: { width: 60, height: 60, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const send = (path: string, fields: Record<string, string>, file: string) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set(file, new File([new Uint8Array(picture)], "picture.png", { type: "image/png" }));
    return fetch(`${site.url}${path}${query()}`, { method: "POST", body, headers: bearer(sessionToken()) });
  };
  expect((await send("/app/returns/photo", { return: id, line: lineId }, "photo")).status).toBe(200);
  expect(await noted(id, "return.photoAdded")).toEqual(byMaya());
  expect((await send("/app/returns/label", { return: id, tracking: "" }, "label")).status).toBe(200);
  expect(await noted(id, "return.labelReplaced")).toEqual(byMaya());

  const line = { lineId, received: 2, accepted: 2, rejected: 0, disposition: "restock" };
  const inspection = JSON.stringify({ lines: [line], strays: [] });
  const table = `/app/returns/receive${query()}`;
  const done = await site.post(table, { return: id, inspection }, bearer(sessionToken()));
  expect(done.status).toBe(302);
  expect(await noted(id, "return.inspected")).toEqual(byMaya());
});
