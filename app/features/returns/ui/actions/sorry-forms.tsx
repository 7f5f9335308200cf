import { BlockStack, ChoiceList, InlineGrid, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { formWords as words } from "../../words/action-forms-staff";
import { MoneyField, NumberField } from "../policy/fields";
import { ActionForm, type FormProps, LimitNote, optionsOf, useRequestKey } from "./form";
import { LinesField, type Picked, pickedLines } from "./lines-field";

const MOST_DAYS = 365;

/** A code for the shopper's next order. */
export function DiscountForm(props: FormProps) {
  const { order } = props.panel;
  const requestKey = useRequestKey();
  const [as, setAs] = useState("percent");
  const [percent, setPercent] = useState(10);
  const [amount, setAmount] = useState<number | null>(null);
  const [days, setDays] = useState(30);
  const isFit = as === "percent" ? isWhole(percent, 100) : amount !== null && amount > 0;
  return (
    <ActionForm
      {...props}
      title={words.discount.title}
      told={words.discount.told(order.hasCustomer)}
      send={words.discount.send}
      needs="discounts"
      ready={isFit && isWhole(days, MOST_DAYS)}
      onSend={() =>
        props.onSend({
          ...{ intent: "do", kind: "discount", requestKey },
          asked: { off: as === "percent" ? { as, percent } : { as, amount: String(amount) }, days },
        })
      }
    >
      <BlockStack gap="300">
        <ChoiceList
          title={words.discount.kind}
          choices={[
            { value: "percent", label: words.discount.percent },
            { value: "amount", label: words.discount.sum },
          ]}
          selected={[as]}
          onChange={([chosen]) => setAs(chosen ?? "percent")}
        />
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          {as === "percent" ? (
            <NumberField
              label={words.discount.percentOff}
              value={percent}
              suffix="%"
              disabled={props.busy}
              onChange={setPercent}
            />
          ) : (
            <MoneyField
              label={words.discount.amountOff}
              value={amount}
              currency={order.totalShop.currency}
              empty={null}
              disabled={props.busy}
              onChange={setAmount}
            />
          )}
          <NumberField label={words.discount.days} value={days} disabled={props.busy} onChange={setDays} />
        </InlineGrid>
      </BlockStack>
      <LimitNote panel={props.panel} />
    </ActionForm>
  );
}

const isWhole = (number: number, most: number) => Number.isInteger(number) && number >= 1 && number <= most;

/** The same things again, for nothing. */
export function ReplacementForm(props: FormProps) {
  const { order } = props.panel;
  const requestKey = useRequestKey();
  const [picked, setPicked] = useState<Picked>({});
  const [reason, setReason] = useState("lost");
  const lines = pickedLines(picked);
  return (
    <ActionForm
      {...props}
      title={words.replacement.title}
      told={words.replacement.told}
      send={words.replacement.send}
      needs="draftOrders"
      ready={lines.length > 0}
      onSend={() => props.onSend({ intent: "do", kind: "replacement", requestKey, asked: { lines, reason } })}
    >
      <LinesField
        lines={order.lines}
        most={(line) => (line.inCatalogue ? line.quantity : 0)}
        picked={picked}
        onPick={setPicked}
      />
      <Select
        label={words.reason}
        options={optionsOf(words.replacement.reasons)}
        value={reason}
        onChange={setReason}
      />
      <Text as="p" tone="subdued" breakWord>
        {order.address ? (
          <bdi>
            {[order.address.name, order.address.line1, order.address.city].filter(Boolean).join(", ")}
          </bdi>
        ) : null}
      </Text>
      <LimitNote panel={props.panel} />
    </ActionForm>
  );
}
