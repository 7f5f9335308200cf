import {
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  Checkbox,
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
import type { Approval } from "../staff-return";
import { staffWords as words } from "../words/staff";
import { returnWords } from "../words/staff-return";
import { CloseUnpaid } from "./admin-close-unpaid";
import type { AdminReturnProps } from "./admin-return-page";

/** What to do now: one card, its main button first. */
export function AdminNextStep(props: AdminReturnProps) {
  const { one, money, may, plus } = props;
  const waits = money?.underWay === true && one.problem === null && one.state === "received";
  const approval = plus.approvals.find((each) => each.state === "waiting");
  const coming = one.state === "approved" || one.state === "labelled";
  const staysThere = plus.lines.length > 0 && plus.lines.every((line) => line.outcome === "keep");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.next.title}
        </Text>
        <Text as="p">{waits ? words.next.refunding : whatNext(props, staysThere)}</Text>
        {waits && <Spinner size="small" accessibilityLabel={words.next.refunding} />}
        {!may.returns && <Text as="p">{words.forbidden.returns}</Text>}
        {approval && <Approve {...props} approval={approval} />}
        {one.state === "requested" && <Reviews {...props} />}
        {one.state === "requested" && <Decide {...props} />}
        {coming && !staysThere && <Inspect {...props} />}
        {one.state === "received" && !waits && <Arrived {...props} approved={approval !== undefined} />}
        {!waits && <CloseUnpaid {...props} />}
        {coming && staysThere && !waits && !approval && <Refund {...props} />}
      </BlockStack>
    </Card>
  );
}

/** Why the policy asks a person. */
function Reviews({ one }: AdminReturnProps) {
  const { reviews } = returnWords.policy;
  const rules = [...new Set((one.decision.reviews ?? []).map((review) => review.rule))];
  if (rules.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: "var(--p-space-400)" }}>
      {rules.map((rule) => (
        <li key={rule}>{reviews[rule as keyof typeof reviews] ?? rule}</li>
      ))}
    </ul>
  );
}

function whatNext({ one, plus, facts }: AdminReturnProps, staysThere: boolean): string {
  const { next } = returnWords;
  if (staysThere && (one.state === "approved" || one.state === "labelled")) return next.keep;
  const coming = one.state === "approved" || one.state === "labelled";
  if (coming && facts.some((fact) => fact.kind === "return.deliveredBack")) return next.delivered;
  if (one.state === "approved") return one.label ? next.labelled : next.approved;
  if (one.state === "labelled") return next.labelled;
  if (one.state === "received") return plus.inspectedAt ? next.byHand : next.uninspected;
  return words.next[one.state];
}

/** The way to the receiving table; or only a note that the parcel is here. */
function Inspect({ one, plus, may, busy, onAct }: AdminReturnProps) {
  const arrived = () =>
    onAct({
      intent: "receive",
      ...Object.fromEntries(plus.lines.map((line) => [`received-${line.id}`, String(line.quantity)])),
    });
  return (
    <ButtonGroup>
      <Button variant="primary" url={`/app/returns/receive?return=${one.id}`} disabled={!may.returns}>
        {returnWords.next.inspect}
      </Button>
      <Button disabled={!may.returns || busy} onClick={arrived}>
        {returnWords.next.arrived}
      </Button>
    </ButtonGroup>
  );
}

/** The parcel is here: looking inside comes first, paying without it is one step further. */
function Arrived(props: AdminReturnProps & { approved: boolean }) {
  const { one, plus, may, approved } = props;
  const [paying, setPaying] = useState(false);
  if (approved) return null;
  if (plus.inspectedAt || paying) return <Refund {...props} />;
  return (
    <ButtonGroup>
      <Button variant="primary" url={`/app/returns/receive?return=${one.id}`} disabled={!may.returns}>
        {returnWords.next.inspect}
      </Button>
      <Button disabled={!may.returns} onClick={() => setPaying(true)}>
        {returnWords.next.payNow}
      </Button>
    </ButtonGroup>
  );
}

/** A payout that waits for somebody who may: whoever may decides here. */
function Approve({ approval, me, may, busy, onAct }: AdminReturnProps & { approval: Approval }) {
  const { locale } = useReader();
  const says = returnWords.approval;
  const own = approval.askedBy === me.id && !me.owner;
  const decide = (intent: "grant" | "refuse") => onAct({ intent, approvalId: approval.id });
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {says.title(formatMoney(approval.amount, locale))}
      </Text>
      <Text as="p">{says.asked(approval.askedName)}</Text>
      <Text as="p" tone="subdued">
        {own ? says.own : says.mayNot}
      </Text>
      <ButtonGroup>
        <Button
          variant="primary"
          disabled={own || !may.refunds}
          loading={busy}
          onClick={() => decide("grant")}
        >
          {says.grant}
        </Button>
        <Button disabled={own || !may.refunds || busy} onClick={() => decide("refuse")}>
          {says.refuse}
        </Button>
      </ButtonGroup>
    </BlockStack>
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

/** The amount that would be paid: Shopify's reckoning where it can be asked, since nothing else is paid; ours beside it. */
function Refund(props: AdminReturnProps) {
  const { one, preview, plus, owed } = props;
  const { locale } = useReader();
  const ours = owed && { amount: owed.refund + owed.credit + owed.giftCard, currency: owed.currency };
  const nothingTravels = plus.lines.every((line) => line.outcome === "keep");
  const amount = preview?.kind === "amount" ? preview.amount : nothingTravels ? ours : null;
  if (!amount)
    return (
      <Text as="p" tone="subdued">
        {words.refund.unknown}
      </Text>
    );
  const sends = (owed?.exchangeValue ?? 0n) > 0n;
  const other = ours !== null && ours.amount !== amount.amount;
  return (
    <>
      {readProblem(one.problem)?.task === "refund-return" && <Text as="p">{words.refund.changed}</Text>}
      <BlockStack gap="100">
        <Text as="p" variant="headingLg">
          <MoneyText money={amount} />
        </Text>
        {owed && owed.bonus > 0n && (
          <Text as="p">
            {returnWords.money.bonus}: <MoneyText money={{ amount: owed.bonus, currency: owed.currency }} />
          </Text>
        )}
        <Text as="p" tone="subdued">
          {sends ? returnWords.pay.exchange : amount.amount === 0n ? words.refund.nothing : words.refund.text}
        </Text>
        {other && ours && (
          <Text as="p" tone="caution">
            {returnWords.pay.differs(formatMoney(ours, locale))}
          </Text>
        )}
      </BlockStack>
      <Pay {...props} amount={amount} sends={sends} />
    </>
  );
}

/** Confirmed before it is paid: this cannot be taken back. */
function Pay(props: AdminReturnProps & { amount: Money; sends: boolean }) {
  const { amount, sends, one, plus, money, may, busy, onAct } = props;
  const { locale } = useReader();
  const [asking, setAsking] = useState(false);
  const [restock, setRestock] = useState(true);
  const text = formatMoney(amount, locale);
  const nothing = amount.amount === 0n;
  const go = !nothing ? words.actions.refundAmount(text) : sends ? returnWords.pay.send : words.refund.finish;
  const mayNot = !may.returns || !may.refunds;
  // where somebody inspected, they said where things go
  const asksShelf = plus.inspectedAt === null && plus.lines.some((line) => line.outcome !== "keep");
  const send = (intent: "refund" | "ask") => {
    setAsking(false);
    onAct({ intent, amount: String(amount.amount), ...(restock ? { restock: "on" } : {}) });
  };
  return (
    <>
      {may.returns && !may.refunds && <Text as="p">{words.forbidden.refunds}</Text>}
      {asksShelf && (
        <Checkbox label={words.refund.restock} checked={restock} onChange={setRestock} disabled={mayNot} />
      )}
      <ButtonGroup>
        <Button variant="primary" disabled={mayNot} loading={busy} onClick={() => setAsking(true)}>
          {go}
        </Button>
        {!nothing && (
          <Button disabled={!may.returns || busy} onClick={() => send("ask")}>
            {returnWords.approval.ask}
          </Button>
        )}
        {!money?.underWay && one.state === "received" && (
          <Button disabled={!may.returns || busy} url={`/app/returns/receive?return=${one.id}`}>
            {plus.inspectedAt ? returnWords.next.inspectMore : returnWords.next.inspect}
          </Button>
        )}
      </ButtonGroup>
      <ConfirmModal
        open={asking}
        title={nothing ? go : words.refund.confirmTitle(text)}
        confirm={go}
        loading={busy}
        onConfirm={() => send("refund")}
        onClose={() => setAsking(false)}
      >
        <Text as="p">
          {sends ? returnWords.pay.exchange : nothing ? words.refund.nothing : words.refund.confirmText}
        </Text>
      </ConfirmModal>
    </>
  );
}
