/** @jsxImportSource preact */
import type { Draft, Page } from "./ask";
import { Check } from "./check";
import { Details } from "./details";
import { How } from "./how";
import { Items } from "./items";

export type StepProps = {
  t(key: string, values?: Record<string, string | number>): string;
  page: Page;
  draft: Draft;
  busy: boolean;
  change(draft: Draft): void;
  go(to: string, draft?: Draft): void;
};

/** The sentence about a field that has to be mended. */
export const errorOf = (page: Page, fieldId: string): string | undefined =>
  page.problems.find((problem) => problem.fieldId === fieldId)?.message;

/** The draft with a line changed. */
export const changed = (draft: Draft, id: string, change: Partial<Draft["lines"][number]>): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.orderLineId === id ? { ...line, ...change } : line)),
});

/** What a thing is called, with its version. */
export function nameOf(page: Page, id: string): string {
  const line = page.orders.flatMap((order) => order.lines).find((one) => one.id === id);
  return [line?.title, line?.variant].filter(Boolean).join(" · ");
}

/** One step of the request with what is to be mended above it, and the ways on and back below. */
export function Steps(props: StepProps) {
  const { t, page, busy, go } = props;
  const at = page.steps.indexOf(page.step);
  const before = page.steps[at - 1];
  const isLast = page.step === "check";
  return (
    <s-stack gap="large">
      {page.problems.length > 0 && (
        <s-banner tone="critical" heading={t("mend")}>
          <s-unordered-list>
            {[...new Set(page.problems.map((problem) => problem.message))].map((message) => (
              <s-list-item key={message}>{message}</s-list-item>
            ))}
          </s-unordered-list>
        </s-banner>
      )}
      <s-text color="subdued">{t("step", { at: at + 1, of: page.steps.length })}</s-text>
      {page.step === "items" && <Items {...props} />}
      {page.step === "details" && <Details {...props} />}
      {page.step === "how" && <How {...props} />}
      {isLast && <Check {...props} />}
      <s-stack direction="inline" gap="base">
        <s-button variant="primary" loading={busy} onClick={() => go(isLast ? "send" : "next")}>
          {isLast ? t(page.auto ? "start" : "ask") : t("next")}
        </s-button>
        {before && (
          <s-button variant="secondary" disabled={busy} onClick={() => go(before)}>
            {t("back")}
          </s-button>
        )}
      </s-stack>
    </s-stack>
  );
}
