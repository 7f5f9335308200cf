import { BlockStack, Text } from "@shopify/polaris";
import { Pairs } from "~/ui/admin/pairs";
import { Table } from "~/ui/admin/table";
import { MoneyText } from "~/ui/admin/text";
import type { Money } from "~/values/money";
import type { OrderDetail, OrderLineView } from "../queries.server";
import type { OrderForStaff } from "../staff-queries.server";
import { staffWords } from "../words/staff";

const words = staffWords.page;

/** What was bought, a line each, as the shopper saw it. */
export const AdminOrderLines = ({ lines }: { lines: OrderLineView[] }) => (
  <Table
    label={words.items}
    headings={[{ title: words.items }, { title: words.total, end: true }]}
    rows={lines.map((line) => ({
      id: line.id,
      cells: [
        <BlockStack key="title" gap="050">
          <Text as="span" fontWeight="semibold">
            {line.title} {words.quantity(line.currentQuantity)}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {details(line).join(" · ")}
          </Text>
        </BlockStack>,
        <MoneyText key="total" money={line.total} />,
      ],
    }))}
  />
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
          (staff.ledger
            ? [
                [words.paid, staff.ledger.paid],
                [words.paidOut, staff.ledger.paidOut],
              ]
            : []
          ).map(([name, money]) => ({
            name: name as string,
            strong: false,
            value: <MoneyText money={money as Money} />,
          })),
        )}
    />
  );
}

const negative = ({ amount, currency }: Money): Money => ({ amount: -amount, currency });
