import type pg from "pg";

/**
 * Gives a shop that has an order "1" with a line "501" in a parcel so many more, each with a return, in all states, made in
 * the database itself. Return n was asked for n × 5 minutes ago, each of an order of its own, three orders
 * a shopper.
 */
export async function manyReturns(owner: pg.Pool, shopId: string, count: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("begin");
    // what the triggers would write row by row is written at once below
    await client.query("set local session_replication_role = replica");
    await client.query(
      `insert into orders select r.* from orders o, generate_series(1, $2::int) n,
         lateral jsonb_populate_record(o, jsonb_build_object('id', (1000000 + n)::text, 'name', '#' || n,
           'nameKey', n::text, 'emailKey', 'shopper' || n / 3 || '@example.com', 'email', 'shopper' || n / 3 || '@example.com',
           'placedAt', now() - n * interval '5 minutes' - interval '9 days')) r
       where o."shopId" = $1 and o.id = '1'`,
      [shopId, count],
    );
    await client.query(
      `insert into order_line select r.* from order_line l, generate_series(1, $2::int) n,
         lateral (select (array['Linen tea towel','Stoneware mug','Wool blanket'])[1 + n % 3],
           (array['TOWEL-MOSS','MUG','BLANKET'])[1 + n % 3] || '-' || n % 100, (777001 + n % 3)::text) a(t, s, p),
         lateral jsonb_populate_record(l, jsonb_build_object('id', (3000000 + n)::text, 'orderId', (1000000 + n)::text,
           'title', t, 'sku', s, 'productId', p)) r
       where l."shopId" = $1 and l.id = '501'`,
      [shopId, count],
    );
    await client.query(
      `insert into "return" ("shopId", id, rma, "orderId", "requestKey", state, source, decision, currency, method, gift,
         "requestedAt", "refundBy", "inspectedAt", problem, country, "valueShop", "updatedAt")
       select $1, to_char(1000000 + $2 - n, 'FM0000000'), 'RMA-' || translate(to_hex(1048576 + n), '0125b8aef', 'CDFGHJKMN'), (1000000 + n)::text, 'many' || n, s,
         'shopper', '{"rule":"window","policyVersion":1,"next":"review","grounds":null}', 'GBP',
         (array['label','address','own'])[1 + n % 3], n % 40 = 0, t,
         case when n % 4 = 0 then t + interval '14 days' end, case when n % 16 = 3 then t end,
         case when n % 500 = 7 then 'make-return-label: no' end, 'GB', (1 + n % 2) * 1450, now()
       from generate_series(1, $2::int) n,
         lateral (select (array['requested','approved','labelled','received','refunded','closed','closed','declined'])[1 + n % 8]) a(s),
         lateral (select now() - n * interval '5 minutes') b(t)`,
      [shopId, count],
    );
    await client.query(
      `insert into return_line ("shopId", id, "returnId", "orderLineId", "fulfilmentLineId", quantity, reason, outcome,
         "productId", "skuKey", "titleKey", "valueShop")
       select r."shopId", r.id, r.id, b.id, (select id from fulfilment_line where "shopId" = $1 limit 1), 1 + n % 2,
         (array['too-small','too-big','style','changed-my-mind'])[1 + n % 4], (array['refund','credit','exchange'])[1 + n % 3],
         b."productId", lower(b.sku), lower(b.title), r."valueShop"
       from "return" r join order_line b on b."shopId" = r."shopId" and b."orderId" = r."orderId",
         lateral (select abs(hashtext(r.id))) h(n) where r."shopId" = $1`,
      [shopId],
    );
    await client.query(
      `insert into file ("shopId", id, name, "contentType", size, bytes, "createdAt") values ($1, 'label', 'l.pdf', 'application/pdf', 1, 'x', now())`,
      [shopId],
    );
    await client.query(
      `insert into return_label ("shopId", id, "returnId", "trackingNumber", "a4FileId", "letterFileId", "thermalFileId", "createdAt")
       select "shopId", id, id, 'TN' || right('0000000000' || row_number() over (order by id), 11) || 'GB', 'label', 'label', 'label', now()
       from "return" where "shopId" = $1 and state in ('labelled', 'received')`,
      [shopId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
  for (const table of ['"return"', "return_line", "return_label", "orders", "order_line"])
    await owner.query(`vacuum analyze ${table}`);
}
