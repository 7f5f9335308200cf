/** @jsxImportSource preact */
import type { Draft, Line, Page } from "./ask";
import { changed, errorOf, rowOf, type StepProps } from "./steps";
import { Thing } from "./thing";

type Offered = Page["orders"][number]["lines"][number];

/** Which things, how many of each, and why. */
export function Items({ page, draft, change, go }: StepProps) {
  const { says } = page;
  const barred = page.orders.flatMap((order) => order.lines).filter((line) => line.most === 0);
  return (
    <s-stack gap="large">
      {page.orders.map((order) => {
        const open = order.lines.filter((line) => line.most > 0);
        if (open.length === 0) return null;
        return (
          <s-section key={order.id} heading={order.title}>
            <s-stack gap="large">
              {open.map((line) => (
                <Item key={line.id} page={page} draft={draft} change={change} go={go} line={line} />
              ))}
            </s-stack>
          </s-section>
        );
      })}
      {page.moreOrders && (
        <s-button variant="secondary" onClick={() => go("more")}>
          {says.more}
        </s-button>
      )}
      {barred.length > 0 && (
        <s-section heading={says.cannot}>
          <s-stack gap="base">
            {barred.map((line) => (
              <Thing key={line.id} imageUrl={line.imageUrl}>
                <s-text>{nameOf(line)}</s-text>
                <s-text color="subdued">{line.note}</s-text>
              </Thing>
            ))}
          </s-stack>
        </s-section>
      )}
      {barred.length < page.orders.flatMap((order) => order.lines).length && (
        <s-text-area
          label={says.note}
          value={draft.note}
          rows={3}
          maxLength={270}
          onChange={(event) => change({ ...draft, note: event.currentTarget.value })}
        />
      )}
    </s-stack>
  );
}

const nameOf = (line: Offered): string => [line.title, line.variant].filter(Boolean).join(" · ");

type ItemProps = Pick<StepProps, "page" | "draft" | "change" | "go"> & { line: Offered };

/** One thing with its box to tick; units that come back for another reason are a row of their own. */
function Item({ page, draft, change, go, line }: ItemProps) {
  const rows = draft.lines.filter((one) => one.orderLineId === line.id);
  const mayPart = rows.length > 0 && rows.length < page.mostParts && line.most > rows.length;
  return (
    <Thing imageUrl={line.imageUrl}>
      <s-checkbox
        label={nameOf(line)}
        checked={rows.length > 0}
        onChange={(event) => change(toggled(draft, line.id, event.currentTarget.checked))}
      />
      {line.note && <s-text color="subdued">{line.note}</s-text>}
      {rows.map((row) => (
        <Row key={rowOf(row)} page={page} draft={draft} change={change} go={go} line={line} row={row} />
      ))}
      {mayPart && (
        <s-button variant="secondary" onClick={() => go("split", line.id)}>
          {page.says.split}
        </s-button>
      )}
    </Thing>
  );
}

/** How many of a thing, and why. */
function Row({ page, draft, change, go, line, row }: ItemProps & { row: Line }) {
  const { says } = page;
  const id = rowOf(row);
  const error = errorOf(page, `reason-${id}`);
  const quantityError = errorOf(page, `quantity-${id}`);
  return (
    <s-stack gap="small-200">
      {(line.most > 1 || quantityError) && (
        <s-number-field
          label={says.quantity}
          min={1}
          max={line.most}
          step={1}
          value={String(row.quantity)}
          {...(quantityError ? { error: quantityError } : {})}
          onChange={(event) =>
            change(changed(draft, id, { quantity: Math.trunc(Number(event.currentTarget.value)) || 0 }))
          }
        />
      )}
      <s-select
        label={says.reason}
        placeholder={says.reasonEmpty}
        value={row.reason ?? ""}
        {...(error ? { error } : {})}
        onChange={(event) =>
          change(changed(draft, id, { reason: (event.currentTarget.value || null) as Line["reason"] }))
        }
      >
        {page.reasons.map((reason) => (
          <s-option key={reason.id} value={reason.id}>
            {reason.label}
          </s-option>
        ))}
      </s-select>
      {id !== line.id && (
        <s-button variant="secondary" onClick={() => go("unsplit", id)}>
          {says.unsplit}
        </s-button>
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
