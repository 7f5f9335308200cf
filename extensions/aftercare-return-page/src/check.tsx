/** @jsxImportSource preact */
import { QuoteTable } from "./quote";
import { nameOf, pictureOf, type StepProps } from "./steps";
import { Thing } from "./thing";

/** Everything once more, with what comes back. */
export function Check({ page, draft }: StepProps) {
  const method = page.methods.find((one) => one.id === draft.method);
  return (
    <s-stack gap="large">
      <s-section heading={page.says.heading ?? ""}>
        <s-stack gap="base">
          {page.checked.map((line) => (
            <Thing key={line.row} imageUrl={pictureOf(page, line.id)}>
              <s-text type="strong">{nameOf(page, line.id)}</s-text>
              <s-text color="subdued">{line.details.join(" · ")}</s-text>
            </Thing>
          ))}
          {method && (
            <s-paragraph>
              <s-text color="subdued">{page.says.method}</s-text> <s-text>{method.title}</s-text>
            </s-paragraph>
          )}
          {draft.note && (
            <s-paragraph>
              <s-text>{draft.note}</s-text>
            </s-paragraph>
          )}
        </s-stack>
      </s-section>
      {page.quotes.map((quote) => (
        <QuoteTable key={quote.title} quote={quote} />
      ))}
    </s-stack>
  );
}
