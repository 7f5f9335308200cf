/** @jsxImportSource preact */
import type { Draft, Line, Page } from "./ask";
import { Check } from "./check";
import { Details } from "./details";
import { How } from "./how";
import { Items } from "./items";
import { LiveQuote } from "./quote";

export type StepProps = {
  /** the extension's own few words */
  t(key: string): string;
  page: Page;
  draft: Draft;
  busy: boolean;
  change(draft: Draft | ((now: Draft) => Draft)): void;
  go(to: string, row?: string): void;
};

/** The name of a row of the draft, as the app's fields have it: a further part of a line has its number. */
export const rowOf = ({ orderLineId, part = 1 }: Pick<Line, "orderLineId" | "part">): string =>
  part === 1 ? orderLineId : `${orderLineId}_${part}`;

/** The sentence about a field that has to be mended. */
export const errorOf = (page: Page, fieldId: string): string | undefined =>
  page.problems.find((problem) => problem.fieldId === fieldId)?.message;

/** The draft with a row changed. */
export const changed = (draft: Draft, row: string, change: Partial<Line>): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (rowOf(line) === row ? { ...line, ...change } : line)),
});

const lineOf = (page: Page, id: string) =>
  page.orders.flatMap((order) => order.lines).find((one) => one.id === id);

/** What a thing is called, with its version. */
export function nameOf(page: Page, id: string): string {
  const line = lineOf(page, id);
  return [line?.title, line?.variant].filter(Boolean).join(" · ");
}

export const pictureOf = (page: Page, id: string): string | null => lineOf(page, id)?.imageUrl ?? null;

/** One step of the request; below it what is to be mended, where the eye is after pressing, and the ways on. */
export function Steps(props: StepProps) {
  const { page, draft, busy, go } = props;
  const { says } = page;
  const before = page.steps[page.steps.indexOf(page.step) - 1];
  const isLast = page.step === "check";
  return (
    <s-stack gap="large">
      <s-stack gap="small-200">
        <s-text color="subdued">{says.step}</s-text>
        {page.step === "items" && <s-paragraph>{says.lead}</s-paragraph>}
        {says.heading && !isLast && <s-heading>{says.heading}</s-heading>}
      </s-stack>
      {page.step === "items" && <Items {...props} />}
      {page.step === "details" && <Details {...props} />}
      {page.step === "how" && <How {...props} />}
      {isLast && <Check {...props} />}
      {!isLast && <LiveQuote key={page.step} page={page} draft={draft} />}
      {page.problems.length > 0 && (
        <s-banner tone="critical" heading={says.mend}>
          <s-unordered-list>
            {[...new Set(page.problems.map((problem) => problem.message))].map((message) => (
              <s-list-item key={message}>{message}</s-list-item>
            ))}
          </s-unordered-list>
        </s-banner>
      )}
      <s-stack direction="inline" gap="base">
        <s-button variant="primary" loading={busy} onClick={() => go(isLast ? "send" : "next")}>
          {says.onwards}
        </s-button>
        {before && (
          <s-button variant="secondary" disabled={busy} onClick={() => go(before)}>
            {says.back}
          </s-button>
        )}
      </s-stack>
    </s-stack>
  );
}
