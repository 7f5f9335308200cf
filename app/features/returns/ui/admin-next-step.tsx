import {
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  Checkbox,
  InlineStack,
  Select,
  Spinner,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { useReader } from "~/ui/admin/reader";
import { MoneyText } from "~/ui/admin/text";
import { formatMoney, type Money } from "~/values/money";
import { readProblem } from "../problem";
import { DECLINE_REASONS } from "../schema";
import { staffWords as words } from "../words/staff";
import type { AdminReturnProps } from "./admin-return-page";

/** What to do now: one card, its main button first. */
export function AdminNextStep(props: AdminReturnProps) {
  const { one, money, may } = props;
  const waits = money?.underWay === true && one.problem === null && one.state === "received";
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.next.title}
        </Text>
        <Text as="p">{waits ? words.next.refunding : words.next[one.state]}</Text>
        {waits && <Spinner size="small" accessibilityLabel={words.next.refunding} />}
        {!may.returns && <Text as="p">{words.forbidden.returns}</Text>}
        {one.state === "requested" && <Decide {...props} />}
        {(one.state === "approved" || one.state === "labelled") && <Receive {...props} />}
        {one.state === "received" && !waits && <Refund {...props} />}
      </BlockStack>
    </Card>
  );
}

function Decide({ may, busy, onAct }: AdminReturnProps) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<string>("OTHER");
  const [note, setNote] = useState("");
  const decline = () => {
    setAsking(false);
    onAct({ intent: "decline", reason, note });
  };
  return (
    <>
      <ButtonGroup>
        <Button
          variant="primary"
          disabled={!may.returns}
          loading={busy}
          onClick={() => onAct({ intent: "approve" })}
        >
          {words.actions.approve}
        </Button>
        <Button disabled={!may.returns || busy} onClick={() => setAsking(true)}>
          {words.actions.decline}
        </Button>
      </ButtonGroup>
      <ConfirmModal
        open={asking}
        title={words.decline.title}
        confirm={words.decline.confirm}
        destructive
        loading={busy}
        onConfirm={decline}
        onClose={() => setAsking(false)}
      >
        <BlockStack gap="400">
          <Text as="p">{words.decline.text}</Text>
          <Select
            label={words.decline.reason}
            options={DECLINE_REASONS.map((value) => ({ value, label: words.decline.reasons[value] }))}
            value={reason}
            onChange={setReason}
          />
          <TextField
            label={words.decline.note}
            helpText={words.decline.noteHint}
            value={note}
            onChange={setNote}
            multiline={3}
            maxLength={500}
            autoComplete="off"
          />
        </BlockStack>
      </ConfirmModal>
    </>
  );
}

/** Counting what arrived; everything is there unless somebody says otherwise. */
function Receive({ one, may, busy, onAct, onDone }: AdminReturnProps & { onDone?: () => void }) {
  const [counts, setCounts] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      one.items.map((item) => [item.id, String(one.receivedAt ? item.receivedQuantity : item.quantity)]),
    ),
  );
  const receive = () => {
    onDone?.();
    const fields = Object.entries(counts).map(([id, count]) => [`received-${id}`, count]);
    onAct({ intent: "receive", ...Object.fromEntries(fields) });
  };
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {words.receive.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.receive.text}
        </Text>
      </BlockStack>
      {one.items.map((item) => (
        <InlineStack key={item.id} align="space-between" blockAlign="center" gap="300" wrap={false}>
          <Text as="span" breakWord>
            <bdi>{item.title}</bdi>
            {item.variantTitle ? ` · ${item.variantTitle}` : ""}
          </Text>
          <div style={{ inlineSize: "9rem", flexShrink: 0 }}>
            <TextField
              label={words.receive.quantity(item.title)}
              labelHidden
              name={`received-${item.id}`}
              type="number"
              min={0}
              max={item.quantity}
              value={counts[item.id] ?? "0"}
              onChange={(count) => setCounts((before) => ({ ...before, [item.id]: count }))}
              suffix={words.receive.of(item.quantity)}
              disabled={!may.returns}
              autoComplete="off"
            />
          </div>
        </InlineStack>
      ))}
      <InlineStack>
        <Button variant="primary" disabled={!may.returns} loading={busy} onClick={receive}>
          {words.receive.confirm}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

/** The amount as Shopify reckons it, or that it could not be asked. */
function Refund(props: AdminReturnProps) {
  const { one, preview } = props;
  const [correcting, setCorrecting] = useState(false);
  if (correcting) return <Receive {...props} onDone={() => setCorrecting(false)} />;
  if (preview?.kind !== "amount")
    return (
      <Text as="p" tone="subdued">
        {words.refund.unknown}
      </Text>
    );
  return (
    <>
      {readProblem(one.problem)?.task === "refund-return" && <Text as="p">{words.refund.changed}</Text>}
      <BlockStack gap="100">
        <Text as="p" variant="headingLg">
          <MoneyText money={preview.amount} />
        </Text>
        <Text as="p" tone="subdued">
          {preview.amount.amount === 0n ? words.refund.nothing : words.refund.text}
        </Text>
      </BlockStack>
      <Pay {...props} amount={preview.amount} onCorrect={() => setCorrecting(true)} />
    </>
  );
}

/** Confirmed before it is paid: this cannot be taken back. */
function Pay(props: AdminReturnProps & { amount: Money; onCorrect: () => void }) {
  const { amount, money, may, busy, onAct, onCorrect } = props;
  const { locale } = useReader();
  const [asking, setAsking] = useState(false);
  const [restock, setRestock] = useState(true);
  const text = formatMoney(amount, locale);
  const nothing = amount.amount === 0n;
  const go = nothing ? words.refund.finish : words.actions.refundAmount(text);
  const mayNot = !may.returns || !may.refunds;
  const refund = () => {
    setAsking(false);
    onAct({ intent: "refund", amount: String(amount.amount), ...(restock ? { restock: "on" } : {}) });
  };
  return (
    <>
      {may.returns && !may.refunds && <Text as="p">{words.forbidden.refunds}</Text>}
      <Checkbox label={words.refund.restock} checked={restock} onChange={setRestock} disabled={mayNot} />
      <ButtonGroup>
        <Button variant="primary" disabled={mayNot} loading={busy} onClick={() => setAsking(true)}>
          {go}
        </Button>
        {!money?.underWay && (
          <Button disabled={!may.returns || busy} onClick={onCorrect}>
            {words.actions.correct}
          </Button>
        )}
      </ButtonGroup>
      <ConfirmModal
        open={asking}
        title={nothing ? words.refund.finish : words.refund.confirmTitle(text)}
        confirm={go}
        loading={busy}
        onConfirm={refund}
        onClose={() => setAsking(false)}
      >
        <Text as="p">{nothing ? words.refund.nothing : words.refund.confirmText}</Text>
      </ConfirmModal>
    </>
  );
}
