/** @jsxImportSource preact */
import type { Draft, Line } from "./ask";
import { changed, errorOf, nameOf, type StepProps } from "./steps";

/** What they would like for each thing, and how it travels. */
export function How(props: StepProps) {
  const { t, page, draft, change } = props;
  const methodError = errorOf(page, "method");
  return (
    <s-stack gap="base">
      {draft.lines.map((line) => (
        <s-section key={line.orderLineId} heading={nameOf(page, line.orderLineId)}>
          <Outcome {...props} line={line} />
        </s-section>
      ))}
      {page.methods.length > 1 && (
        <s-section heading={t("method")}>
          <s-choice-list
            label={t("method")}
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

function Outcome(props: StepProps & { line: Line }) {
  const { t, page, draft, change, line } = props;
  const id = line.orderLineId;
  const error = errorOf(page, `outcome-${id}`);
  return (
    <s-stack gap="base">
      <s-choice-list
        label={t("outcome")}
        values={[line.outcome ?? ""]}
        {...(error ? { error } : {})}
        onChange={(event) =>
          change(
            changed(draft, id, {
              outcome: (event.currentTarget.values?.[0] ?? null) as Line["outcome"],
              variantId: null,
            }),
          )
        }
      >
        {(page.asks[id]?.outcomes ?? []).map((outcome) => (
          <s-choice key={outcome.id} value={outcome.id}>
            {outcome.title}
            <s-text slot="details">{outcome.text}</s-text>
          </s-choice>
        ))}
      </s-choice-list>
      {line.outcome === "exchange" && (
        <Variants {...props} name="variant" all={page.asks[id]?.versions ?? []} />
      )}
      {line.outcome === "exchangeAny" && <Anything {...props} />}
    </s-stack>
  );
}

function Anything(props: StepProps & { line: Line }) {
  const { t, page, draft, change, go, line } = props;
  const id = line.orderLineId;
  return (
    <s-stack gap="base">
      <s-text-field
        label={t("search")}
        value={line.search}
        maxLength={60}
        onChange={(event) => change(changed(draft, id, { search: event.currentTarget.value }))}
      />
      <s-button variant="secondary" onClick={() => go("how")}>
        {t("find")}
      </s-button>
      <Variants {...props} name="any" all={page.asks[id]?.found ?? []} />
    </s-stack>
  );
}

type VariantsProps = StepProps & {
  line: Line;
  name: string;
  all: { id: string; title: string; soldOut: boolean }[];
};

function Variants({ t, page, draft, change, line, name, all }: VariantsProps) {
  const id = line.orderLineId;
  const error = errorOf(page, `${name}-${id}`);
  if (page.asks[id]?.stockKnown === false) return <s-paragraph>{t("stockUnknown")}</s-paragraph>;
  if (all.length === 0) return null;
  return (
    <s-select
      label={t("instead")}
      placeholder={t("choose")}
      value={line.variantId ?? ""}
      {...(error ? { error } : {})}
      onChange={(event) => change(changed(draft, id, { variantId: event.currentTarget.value || null }))}
    >
      {all.map((variant) => (
        <s-option key={variant.id} value={variant.id} disabled={variant.soldOut}>
          {variant.title}
        </s-option>
      ))}
    </s-select>
  );
}
