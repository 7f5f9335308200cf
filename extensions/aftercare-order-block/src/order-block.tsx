/** @jsxImportSource preact */
/// <reference types="@shopify/ui-extensions/admin.order-details.block.render" />
import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { type Answer, askForReturns, type OrderReturn, orderNumber } from "./order-returns";

export default async () => {
  render(<OrderBlock />, document.body);
};

const say = (key: string, values: Record<string, string | number> = {}): string =>
  shopify.i18n.translate(key, values);

/** The order's returns beside the order: state, what is next, and the way there. */
function OrderBlock() {
  const gid = shopify.data.selected[0]?.id ?? "";
  const [answer, setAnswer] = useState<Answer | null>(null);
  const load = useCallback(() => {
    setAnswer(null);
    void askForReturns(gid).then(setAnswer);
  }, [gid]);
  useEffect(load, [load]);
  return (
    <s-admin-block heading={say("name")}>
      <s-stack gap="base">
        <Said answer={answer} onAgain={load} />
        {orderNumber(gid) && <s-link href={`app:app/orders/${orderNumber(gid)}`}>{say("all")}</s-link>}
      </s-stack>
    </s-admin-block>
  );
}

function Said({ answer, onAgain }: { answer: Answer | null; onAgain: () => void }) {
  if (!answer) return <s-spinner accessibilityLabel={say("loading")} />;
  if (answer.kind === "forbidden") return <s-text>{say("forbidden")}</s-text>;
  if (answer.kind === "failed")
    return (
      <s-stack gap="base">
        <s-banner tone="critical">{say("failed")}</s-banner>
        <s-button onClick={onAgain}>{say("again")}</s-button>
      </s-stack>
    );
  if (answer.returns.length === 0) return <s-text color="subdued">{say("none")}</s-text>;
  return (
    <s-stack gap="base">
      {answer.returns.map((one) => (
        <Return key={one.id} one={one} />
      ))}
    </s-stack>
  );
}

const Return = ({ one }: { one: OrderReturn }) => (
  <s-stack gap="small-300">
    <s-stack direction="inline" gap="small-200" alignItems="center">
      <s-link href={`app:app/returns/${one.id}`} accessibilityLabel={say("open", { rma: one.rma })}>
        {one.rma}
      </s-link>
      <s-badge tone={one.tone}>{one.state}</s-badge>
      <s-text color="subdued">{one.things === 1 ? say("item") : say("items", { count: one.things })}</s-text>
      {one.refund && <s-text>{one.refund}</s-text>}
    </s-stack>
    <s-text>{one.next}</s-text>
  </s-stack>
);
