import { Checkbox, ChoiceList, InlineGrid, Select } from "@shopify/polaris";
import { useState } from "react";
import { useReader } from "~/ui/admin/reader";
import { formatMoney } from "~/values/money";
import { worthOf } from "../../actions/amounts";
import { REFUND_REASONS } from "../../actions/reasons";
import { formWords as words } from "../../words/action-forms-staff";
import { actionWords } from "../../words/actions-staff";
import { MoneyField } from "../policy/fields";
import { ActionForm, type FormProps, LimitNote, optionsOf, useRequestKey } from "./form";
import { LinesField, type Picked, pickedLines } from "./lines-field";

/** Money back to how the shopper paid: an amount, and what it is for. */
export function RefundForm(props: FormProps) {
  const { panel } = props;
  const { order, left } = panel;
  const { locale } = useReader();
  const requestKey = useRequestKey();
  const [picked, setPicked] = useState<Picked>({});
  const [amount, setAmount] = useState<number | null>(null);
  const [restock, setRestock] = useState(true);
  const [reason, setReason] = useState<string>(REFUND_REASONS[0]);
  const pick = (next: Picked) => {
    setPicked(next);
    const worth = order.lines.reduce(
      (sum, line) => sum + (next[line.id] ? worthOf(line, next[line.id] ?? 0, order.taxesIncluded) : 0n),
      0n,
    );
    setAmount(worth === 0n ? null : Number(worth < left.amount ? worth : left.amount));
  };
  const lines = pickedLines(picked);
  const isFit = amount !== null && amount > 0 && BigInt(amount) <= left.amount;
  const gets = formatMoney({ ...left, amount: BigInt(Math.max(0, amount ?? 0)) }, locale);
  return (
    <ActionForm
      {...props}
      title={words.refund.title(order.name)}
      told={isFit ? words.refund.told(gets) : null}
      send={words.refund.send}
      ready={isFit}
      onSend={() =>
        props.onSend({
          ...{ intent: "do", kind: "refund", requestKey },
          asked: { amount: String(amount), lines, restock: restock && lines.length > 0, reason },
        })
      }
    >
      <LinesField
        lines={order.lines}
        most={(line) => line.refundable}
        picked={picked}
        help={words.noItems}
        onPick={pick}
      />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <MoneyField
          label={words.amount}
          value={amount}
          currency={left.currency}
          empty={null}
          help={words.left(formatMoney(left, locale))}
          error={amount !== null && !isFit ? (words.refused["returns.refundTooLarge"] ?? false) : false}
          disabled={props.busy}
          onChange={setAmount}
        />
        <Select
          label={words.reason}
          options={optionsOf(actionWords.refundReasons)}
          value={reason}
          onChange={setReason}
        />
      </InlineGrid>
      {lines.length > 0 && <Checkbox label={words.refund.restock} checked={restock} onChange={setRestock} />}
      <LimitNote panel={panel} />
    </ActionForm>
  );
}

/** Store credit, in the place of money or on top of it. */
export function CreditForm(props: FormProps) {
  const { left } = props.panel;
  const { locale } = useReader();
  const requestKey = useRequestKey();
  const [amount, setAmount] = useState<number | null>(null);
  const [counts, setCounts] = useState("gift");
  const [notify, setNotify] = useState(true);
  const isTooMuch = counts === "paid" && amount !== null && BigInt(Math.max(0, amount)) > left.amount;
  const gets = formatMoney({ ...left, amount: BigInt(Math.max(0, amount ?? 0)) }, locale);
  return (
    <ActionForm
      {...props}
      title={words.credit.title}
      told={amount !== null && amount > 0 ? words.credit.told(gets, notify) : null}
      send={words.credit.send}
      needs="storeCredit"
      ready={amount !== null && amount > 0 && !isTooMuch}
      onSend={() =>
        props.onSend({
          ...{ intent: "do", kind: "credit", requestKey },
          asked: { amount: String(amount), counts, notify },
        })
      }
    >
      <MoneyField
        label={words.amount}
        value={amount}
        currency={left.currency}
        empty={null}
        error={isTooMuch ? (words.refused["returns.refundTooLarge"] ?? false) : false}
        help={counts === "paid" ? words.left(formatMoney(left, locale)) : undefined}
        disabled={props.busy}
        onChange={setAmount}
      />
      <ChoiceList
        title={words.credit.counts}
        choices={[
          { value: "gift", label: words.credit.gift },
          { value: "paid", label: words.credit.paid },
        ]}
        selected={[counts]}
        onChange={([chosen]) => setCounts(chosen ?? "gift")}
      />
      <Checkbox label={words.credit.notify} checked={notify} onChange={setNotify} />
      <LimitNote panel={props.panel} />
    </ActionForm>
  );
}
