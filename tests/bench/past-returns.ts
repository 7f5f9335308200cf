import type pg from "pg";
import { HISTORY } from "./history";

/** Every so many of the shop's past orders came back. */
const EVERY = 9;

/**
 * Gives the bench's shop past returns, made in the database itself: every ninth of its orders was delivered in
 * one parcel two days after it was placed, and one of its lines asked back up to 44 days later. Answers how many.
 */
export async function makePastReturns(owner: pg.Pool, shop: string): Promise<number> {
  const past = `
    select n, (7000000 + n)::text as order_id, o."placedAt" as placed, o."placedAt" + interval '2 days' as delivered,
      o."placedAt" + interval '2 days' + make_interval(days => n % 45, hours => 3) as asked
    from generate_series(1, ${HISTORY}, ${EVERY}) n join orders o on o."shopId" = $1 and o.id = (7000000 + n)::text
    where o."placedAt" + interval '2 days' + make_interval(days => n % 45, hours => 3) < now()`;
  await owner.query(
    `insert into fulfilment ("shopId", id, "orderId", name, status, "parcelState", tracking, "shippedAt", "deliveredAt", "updatedAt")
     select $1, (90000000 + n)::text, order_id, '#' || n || '-F1', 'success', 'delivered', '[]',
       placed + interval '1 day', delivered, delivered from (${past}) p`,
    [shop],
  );
  await owner.query(
    `insert into fulfilment_line ("shopId", id, "fulfilmentId", "orderLineId", quantity)
     select $1, (100000000 + n * 2 + at)::text, (90000000 + n)::text, (80000000 + n * 2 + at)::text, 1
     from (${past}) p, generate_series(0, 1) at`,
    [shop],
  );
  const { rowCount } = await owner.query(
    `insert into "return" ("shopId", id, rma, "orderId", "requestKey", state, source, decision, currency,
       "refundAmount", "requestedAt", "updatedAt")
     select $1, md5('return' || n)::uuid::text, 'RMA-' || lpad(n::text, 6, '0'), order_id, md5('key' || n)::uuid::text,
       (array['refunded', 'closed', 'refunded', 'refunded', 'declined', 'closed', 'cancelled', 'refunded'])[n % 8 + 1],
       'shopper', jsonb_build_object('rule', 'window', 'policyVersion', 1, 'grounds', null,
         'next', case when n % 2 = 0 then 'approve' else 'review' end),
       'GBP', case when n % 8 in (4, 6) then null else 2475 end, asked, asked from (${past}) p`,
    [shop],
  );
  await owner.query(
    `insert into return_line ("shopId", id, "returnId", "orderLineId", "fulfilmentLineId", quantity, reason)
     select $1, md5('line' || n)::uuid::text, md5('return' || n)::uuid::text, (80000000 + n * 2)::text,
       (100000000 + n * 2)::text, 1,
       (array['too-small', 'too-big', 'damaged-or-defective', 'changed-my-mind', 'style'])[n % 5 + 1]
     from (${past}) p`,
    [shop],
  );
  for (const table of ["fulfilment", "fulfilment_line", '"return"', "return_line"])
    await owner.query(`vacuum analyze ${table}`);
  return rowCount ?? 0;
}
