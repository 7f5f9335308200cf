import { BlockStack, Button, ButtonGroup, InlineStack, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { CopyButton } from "~/ui/admin/copy-button";
import { usePutIntoAnswer } from "~/ui/admin/put-into-answer";
import { type BadgeMap, StatusBadge } from "~/ui/admin/status-badge";
import { DayText, MoneyText, TimeText } from "~/ui/admin/text";
import type { ActionRow } from "../../action-queries.server";
import { formWords } from "../../words/action-forms-staff";
import { actionWords } from "../../words/actions-staff";
import { Decline } from "./decline";

const words = formWords.list;

/** A message that staff let go out again, as the outbox tells of it. */
export type ResentRow = { id: string; state: string; reason: string | null; by: string; at: Date };

/** `why`: the reason with which it is declined */
export type Decide = (
  intent: "grant" | "decline" | "withdraw" | "undo",
  actionId: string,
  why?: string,
) => void;

type Props = {
  actions: readonly ActionRow[];
  resent: readonly ResentRow[];
  busy: boolean;
  mayAct: boolean;
  onDecide: Decide;
};

/** What was done, the latest first. */
export function ActionList({ actions, resent, ...props }: Props) {
  const rows = [
    ...actions.map((action) => ({ at: action.askedAt, id: action.id, action, mail: null })),
    ...resent.map((mail) => ({ at: mail.at, id: mail.id, action: null, mail })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  if (rows.length === 0)
    return (
      <Text as="p" tone="subdued">
        {formWords.none}
      </Text>
    );
  return (
    <ul className="admin-plain-list" aria-live="polite">
      {rows.map(({ id, action, mail }) => (
        <li key={id} style={{ paddingBlockEnd: "var(--p-space-300)" }}>
          {action ? <Action {...props} action={action} /> : mail && <Resent mail={mail} />}
        </li>
      ))}
    </ul>
  );
}

const BADGES: BadgeMap = actionWords.badges;

function Action({
  action,
  busy,
  mayAct,
  onDecide,
}: Omit<Props, "actions" | "resent"> & { action: ActionRow }) {
  const { kind, state, cost, may } = action;
  const button = (intent: Parameters<Decide>[0], label: string) => (
    <Button size="slim" disabled={busy} onClick={() => onDecide(intent, action.id)}>
      {label}
    </Button>
  );
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold">
          {nameOf(action)}
          {cost.amount > 0n && kind !== "discount" ? (
            <>
              {" "}
              <MoneyText money={cost} />
            </>
          ) : null}
        </Text>
        <StatusBadge state={state} map={BADGES} />
      </InlineStack>
      {state !== "undone" && <Made action={action} />}
      {action.reason && (
        <Text as="p" tone="critical" breakWord>
          {action.reason}
        </Text>
      )}
      <Text as="p" variant="bodySm" tone="subdued">
        {words.by(action.askedName)}
        {action.decidedName && state !== "withdrawn"
          ? `, ${state === "declined" ? words.declinedBy(action.decidedName) : words.approvedBy(action.decidedName)}`
          : ""}
        {" · "}
        <TimeText at={action.endedAt ?? action.askedAt} />
      </Text>
      {mayAct && (may.decide || may.withdraw || may.undo) && (
        <ButtonGroup>
          {may.decide && button("grant", words.approve)}
          {may.decide && <Decline busy={busy} onDecline={(why) => onDecide("decline", action.id, why)} />}
          {may.withdraw && button("withdraw", words.withdraw)}
          {may.undo && <Undo busy={busy} onUndo={() => onDecide("undo", action.id)} />}
        </ButtonGroup>
      )}
    </BlockStack>
  );
}

/** What it is; of a note and tags, whose. */
function nameOf({ kind, asked }: ActionRow): string {
  const of = asked.of === "order" || asked.of === "customer" ? asked.of : null;
  if (of && (kind === "note" || kind === "tags")) return formWords[kind][of];
  return actionWords.names[kind] ?? kind;
}

/** What came of it: a code to hand on, an order to look at. */
function Made({ action: { made } }: { action: ActionRow }) {
  const { code, until, orderId, orderName } = made;
  if (orderId && orderName) return <Link url={`/app/orders/${orderId}`}>{words.order(orderName)}</Link>;
  if (!code) return null;
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" fontWeight="medium">
        <code>{code}</code>
      </Text>
      <HandOn text={code} />
      {until && (
        <Text as="span" variant="bodySm" tone="subdued">
          {words.until} <DayText at={new Date(until)} />
        </Text>
      )}
    </InlineStack>
  );
}

/** Into the answer that is being written, or to wherever staff write one. */
function HandOn({ text }: { text: string }) {
  const put = usePutIntoAnswer();
  if (!put) return <CopyButton text={text} />;
  return (
    <Button variant="plain" onClick={() => put(text)}>
      {words.put}
    </Button>
  );
}

function Undo({ busy, onUndo }: { busy: boolean; onUndo: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="slim" disabled={busy} onClick={() => setOpen(true)}>
        {words.undo}
      </Button>
      <ConfirmModal
        open={open}
        title={words.undo}
        confirm={words.undo}
        destructive
        onConfirm={() => {
          setOpen(false);
          onUndo();
        }}
        onClose={() => setOpen(false)}
      >
        {words.undoSure}
      </ConfirmModal>
    </>
  );
}

const Resent = ({ mail }: { mail: ResentRow }) => (
  <BlockStack gap="100">
    <InlineStack gap="200" blockAlign="center">
      <Link url={`/app/notifications/${mail.id}`}>{actionWords.names.resend}</Link>
      <StatusBadge state={mail.state} map={actionWords.mailBadges} />
    </InlineStack>
    <Text as="p" variant="bodySm" tone="subdued">
      {words.by(mail.by)} · <TimeText at={mail.at} />
    </Text>
  </BlockStack>
);
