/** @jsxImportSource preact */
import type { Draft, Line, Page } from "./ask";
import { changed, errorOf, nameOf, rowOf, type StepProps } from "./steps";

/** What they would like for each thing, and how it travels. */
export function How(props: StepProps) {
  const { page, draft, change } = props;
  const methodError = errorOf(page, "method");
  return (
    <s-stack gap="large">
      {draft.lines.filter(isAsked(page)).map((line) => (
        <s-section key={rowOf(line)} heading={nameOf(page, line.orderLineId)}>
          <Outcome {...props} line={line} />
        </s-section>
      ))}
      {page.methods.length > 1 && (
        <s-section heading={page.says.method}>
          <s-choice-list
            label={page.says.method}
            labelAccessibilityVisibility="exclusive"
            values={[draft.method ?? ""]}
            {...(methodError ? { error: methodError } : {})}
            onChange={(event) =>
              change({ ...draft, method: (event.currentTarget.values?.[0] ?? null) as Draft["method"] })
            }
          >
            {page.methods.map((method) => (
              <s-choice key={method.id} value={method.id}>
                {method.title}
                <s-text slot="details">{method.text}</s-text>
              </s-choice>
            ))}
          </s-choice-list>
        </s-section>
      )}
    </s-stack>
  );
}

/** Is there anything to choose for a row? */
const isAsked = (page: Page) => (line: Line) => {
  const outcomes = page.asks[rowOf(line)]?.outcomes ?? [];
  return outcomes.length > 1 || outcomes.some(({ id }) => id === "exchange" || id === "exchangeAny");
};

function Outcome(props: StepProps & { line: Line }) {
  const { page, draft, change, line } = props;
  const { says } = page;
  const row = rowOf(line);
  const error = errorOf(page, `outcome-${row}`);
  return (
    <s-stack gap="base">
      <s-choice-list
        label={says.outcome}
        values={[line.outcome ?? ""]}
        {...(error ? { error } : {})}
        onChange={(event) =>
          change(
            changed(draft, row, {
              outcome: (event.currentTarget.values?.[0] ?? null) as Line["outcome"],
              variantId: null,
            }),
          )
        }
      >
        {(page.asks[row]?.outcomes ?? []).map((outcome) => (
          <s-choice key={outcome.id} value={outcome.id}>
            {outcome.title}
            <s-text slot="details">{outcome.text}</s-text>
          </s-choice>
        ))}
      </s-choice-list>
      {line.outcome === "exchange" && (
        <Variants {...props} name="variant" label={says.variant} all={page.asks[row]?.versions ?? []} />
      )}
      {line.outcome === "exchangeAny" && <Anything {...props} />}
    </s-stack>
  );
}

function Anything(props: StepProps & { line: Line }) {
  const { page, draft, change, go, line } = props;
  const { says } = page;
  const row = rowOf(line);
  const found = page.asks[row]?.found ?? [];
  return (
    <s-stack gap="base">
      <s-text-field
        label={says.search}
        value={line.search}
        maxLength={60}
        onChange={(event) => change(changed(draft, row, { search: event.currentTarget.value }))}
      />
      <s-button variant="secondary" onClick={() => go("how")}>
        {says.searchGo}
      </s-button>
      {found.length === 0 &&
        line.search !== "" &&
        page.draft.lines.some((one) => one.search === line.search) && (
          <s-paragraph>{says.nothingFound}</s-paragraph>
        )}
      <Variants {...props} name="any" label={says.found} all={found} />
    </s-stack>
  );
}

type VariantsProps = StepProps & {
  line: Line;
  name: string;
  label: string;
  all: { id: string; title: string; soldOut: boolean }[];
};

function Variants({ page, draft, change, line, name, label, all }: VariantsProps) {
  const { says } = page;
  const row = rowOf(line);
  const error = errorOf(page, `${name}-${row}`);
  if (page.asks[row]?.stockKnown === false) return <s-paragraph>{says.exchangeDown}</s-paragraph>;
  if (all.length === 0) return null;
  return (
    <s-select
      label={label}
      placeholder={says.variantEmpty}
      value={line.variantId ?? ""}
      {...(error ? { error } : {})}
      onChange={(event) => change(changed(draft, row, { variantId: event.currentTarget.value || null }))}
    >
      {all.map((variant) => (
        <s-option key={variant.id} value={variant.id} disabled={variant.soldOut}>
          {variant.title}
        </s-option>
      ))}
    </s-select>
  );
}
