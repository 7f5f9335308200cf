import type pg from "pg";

/** How many orders the shop already has, #1 to #100000; those that webhooks bring are numbered beyond. */
export const HISTORY = 100_000;

/**
 * Gives a shop a past, made in the database itself: orders of two lines, each of a customer of its own, and each
 * confirmed by mail. Without one Postgres would plan for empty tables, and keep those plans while they fill.
 */
export async function makeHistory(owner: pg.Pool, shop: string): Promise<void> {
  await owner.query(
    `insert into customer ("shopId", id, email, "emailKey", "firstName", "lastName", tags, "updatedAt")
     select $1, (9000000 + n)::text, m, m, 'Ada', 'Rowntree', '{}', now()
     from generate_series(1, $2::int) n, lateral (select 'shopper-' || n || '@bench.example') as a(m)`,
    [shop, HISTORY],
  );
  await owner.query(
    `insert into orders ("shopId", id, name, "nameKey", "customerId", email, "emailKey", locale, "currencyShop",
       currency, subtotal, "subtotalShop", discount, "discountShop", shipping, "shippingShop", tax, "taxShop", total,
       "totalShop", "financialStatus", "fulfilmentStatus", "shippingTitle", "postcodeKey", tags, "placedAt",
       "updatedAt", "completedAt")
     select $1, (7000000 + n)::text, '#' || n, n::text, (9000000 + n)::text, m, m, 'en', 'GBP', 'GBP', 4950, 4950, 0, 0,
       495, 495, 825, 825, 5445, 5445, 'paid', 'unfulfilled', 'Standard', 'YO17HH', '{}', t, t, t
     from generate_series(1, $2::int) n, lateral (select 'shopper-' || n || '@bench.example') as a(m),
       lateral (select now() - n * interval '5 minutes') as b(t)`,
    [shop, HISTORY],
  );
  await owner.query(
    `insert into order_line ("shopId", id, "orderId", position, title, "variantTitle", "productTags", quantity,
       "currentQuantity", price, "priceShop", total, "totalShop")
     select $1, (80000000 + n * 2 + p)::text, (7000000 + n)::text, p, 'Linen tea towel', 'Moss', '{}', 1, 1, 2475, 2475,
       2475, 2475
     from generate_series(1, $2::int) n, generate_series(0, 1) p`,
    [shop, HISTORY],
  );
  await owner.query(
    `insert into ledger ("shopId", id, currency, paid)
     select $1, (7000000 + n)::text, 'GBP', 5445 from generate_series(1, $2::int) n`,
    [shop, HISTORY],
  );
  await owner.query(
    `insert into fact ("shopId", id, key, kind, "orderId", actor, data, at)
     select "shopId", md5('fact' || id)::uuid::text, 'order.placed:' || id, 'order.placed', id, 'shopper', '{}', "placedAt"
     from orders where "shopId" = $1`,
    [shop],
  );
  await owner.query(
    `insert into notification ("shopId", id, key, kind, "factId", "orderId", recipient, locale, state, "createdAt",
       "sentAt", "messageId", attempts)
     select "shopId", md5('mail' || "orderId")::uuid::text, 'orderConfirmed:' || key, 'orderConfirmed', id, "orderId",
       'shopper@bench.example', 'en', 'sent', at, at, md5('mail' || "orderId") || '@bench.example', 1
     from fact where "shopId" = $1`,
    [shop],
  );
  for (const table of ["customer", "orders", "order_line", "ledger", "fact", "notification"])
    await owner.query(`vacuum analyze ${table}`);
}
