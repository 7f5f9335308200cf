import { BlockStack, Text } from "@shopify/polaris";
import { Pairs } from "~/ui/admin/pairs";
import { MoneyText } from "~/ui/admin/text";
import type { Money } from "~/values/money";
import type { OrderDetail, OrderLineView } from "../queries.server";
import type { OrderForStaff } from "../staff-queries.server";
import { staffWords } from "../words/staff";

const words = staffWords.page;

/** What was bought, a line each, as the shopper saw it. */
export const AdminOrderLines = ({ lines }: { lines: OrderLineView[] }) => (
  <ul className="admin-plain-list admin-lines">
    {lines.map((line) => (
      <li key={line.id}>
        {line.imageUrl?.startsWith("https://") ? (
          <img src={line.imageUrl} alt="" width={40} height={40} loading="lazy" />
        ) : (
          <span className="admin-lines__blank" />
        )}
        <BlockStack gap="050">
          <Text as="span" fontWeight="semibold" breakWord>
            {line.title} {words.quantity(line.currentQuantity)}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued" breakWord>
            {details(line).join(" · ")}
          </Text>
        </BlockStack>
        <span className="admin-lines__end">
          <MoneyText money={line.total} />
        </span>
      </li>
    ))}
  </ul>
);

const details = (line: OrderLineView): string[] =>
  [
    line.variantTitle,
    line.sku && words.sku(line.sku),
    line.currentQuantity !== line.quantity ? words.wasQuantity(line.quantity) : null,
    line.giftCard ? words.giftCard : null,
    line.needsShipping || line.giftCard ? null : words.noShipping,
  ].filter((part): part is string => Boolean(part));

/** The order's sums in the shopper's currency, and in the shop's where that is another. */
export function AdminOrderSums({ order, staff }: { order: OrderDetail; staff: OrderForStaff }) {
  const both = order.total.currency !== staff.totalShop.currency;
  const rows: [string, Money, Money, ("whenZero" | "strong")?][] = [
    [words.subtotal, order.subtotal, staff.subtotalShop, "whenZero"],
    [words.discount, negative(order.discount), negative(staff.discountShop)],
    [words.shipping, order.shipping, staff.shippingShop, "whenZero"],
    [words.tax, order.tax, staff.taxShop],
    [words.total, order.total, staff.totalShop, "strong"],
    [words.refunded, negative(order.refunded), negative(staff.refundedShop)],
  ];
  return (
    <Pairs
      rows={rows
        .filter(([, money, , how]) => how || money.amount !== 0n)
        .map(([name, money, shop, how]) => ({
          name,
          strong: how === "strong",
          value: (
            <>
              <MoneyText money={money} />
              {both && (
                <Text as="span" tone="subdued">
                  {" "}
                  (<MoneyText money={shop} />)
                </Text>
              )}
            </>
          ),
        }))
        .concat(
          ledgerRows(staff).map(([name, money]) => ({
            name,
            strong: false,
            value: <MoneyText money={money} />,
          })),
        )}
    />
  );
}

function ledgerRows({ ledger }: OrderForStaff): [string, Money][] {
  if (!ledger) return [];
  const paidOut: [string, Money][] = ledger.paidOut.amount === 0n ? [] : [[words.paidOut, ledger.paidOut]];
  return [[words.paid, ledger.paid], ...paidOut];
}

const negative = ({ amount, currency }: Money): Money => ({ amount: -amount, currency });
