/** @jsxImportSource preact */
import type { Draft, Line, Page } from "./ask";
import { changed, errorOf, type StepProps } from "./steps";

type Offered = Page["orders"][number]["lines"][number];

/** Which things, how many of each, and why. */
export function Items({ t, page, draft, change, go }: StepProps) {
  const several = page.orders.length > 1;
  return (
    <s-stack gap="base">
      {page.orders.map((order) => (
        <s-section key={order.id} heading={several ? t("order", { order: order.name }) : t("which")}>
          <s-stack gap="base">
            {order.lines
              .filter((line) => line.most > 0)
              .map((line) => (
                <Item key={line.id} t={t} page={page} draft={draft} change={change} line={line} />
              ))}
            {order.lines.every((line) => line.most === 0) && <s-paragraph>{t("nothing")}</s-paragraph>}
          </s-stack>
        </s-section>
      ))}
      {page.moreOrders && (
        <s-button variant="secondary" onClick={() => go("more")}>
          {t("more")}
        </s-button>
      )}
      <s-text-area
        label={t("note")}
        value={draft.note}
        maxLength={270}
        onChange={(event) => change({ ...draft, note: event.currentTarget.value })}
      />
    </s-stack>
  );
}

type ItemProps = Pick<StepProps, "t" | "page" | "draft" | "change"> & { line: Offered };

function Item({ t, page, draft, change, line }: ItemProps) {
  const picked = draft.lines.find((one) => one.orderLineId === line.id);
  const error = errorOf(page, `reason-${line.id}`);
  const quantityError = errorOf(page, `quantity-${line.id}`);
  return (
    <s-stack gap="small-200">
      <s-checkbox
        label={[line.title, line.variant].filter(Boolean).join(" · ")}
        checked={picked !== undefined}
        onChange={(event) => change(toggled(draft, line.id, event.currentTarget.checked))}
      />
      {line.until && <s-text color="subdued">{t("until", { day: line.until })}</s-text>}
      {picked && line.most > 1 && (
        <s-number-field
          label={t("quantity")}
          min={1}
          max={line.most}
          step={1}
          value={String(picked.quantity)}
          {...(quantityError ? { error: quantityError } : {})}
          onChange={(event) =>
            change(changed(draft, line.id, { quantity: Math.trunc(Number(event.currentTarget.value)) || 0 }))
          }
        />
      )}
      {picked && (
        <s-select
          label={t("reason")}
          placeholder={t("choose")}
          value={picked.reason ?? ""}
          {...(error ? { error } : {})}
          onChange={(event) =>
            change(changed(draft, line.id, { reason: (event.currentTarget.value || null) as Line["reason"] }))
          }
        >
          {page.reasons.map((reason) => (
            <s-option key={reason.id} value={reason.id}>
              {reason.label}
            </s-option>
          ))}
        </s-select>
      )}
    </s-stack>
  );
}

const toggled = (draft: Draft, id: string, on: boolean): Draft => ({
  ...draft,
  lines: [
    ...draft.lines.filter((line) => line.orderLineId !== id),
    ...(on
      ? [
          {
            orderLineId: id,
            quantity: 1,
            reason: null,
            answers: {},
            photos: [],
            outcome: null,
            variantId: null,
            search: "",
          },
        ]
      : []),
  ],
});
