import { BlockStack, Button, Card, InlineStack, ActionList as Menu, Popover, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { Refusal } from "~/values/result";
import type { ActionPanel } from "../../action-queries.server";
import { formWords as words } from "../../words/action-forms-staff";
import { ActionList, type Decide, type ResentRow } from "./action-list";
import type { FormProps } from "./form";
import { CreditForm, RefundForm } from "./money-forms";
import { AddressForm, CancelForm, NoteForm, ResendForm, TagsForm } from "./order-forms";
import { ReturnForm } from "./return-form";
import { DiscountForm, ReplacementForm } from "./sorry-forms";

export type ActionsProps = {
  /** null: the shopper's data was erased */
  panel: ActionPanel | null;
  resent: ResentRow[];
  may: { orders: boolean; returns: boolean };
  /** the customer's note and tags at Shopify; null: they could not be read */
  customer: { note: string | null; tags: string[] } | null;
  busy: boolean;
  /** what became of what was sent last; a new object each time */
  answer: { refused: Refusal | null } | null;
  onSend(body: Record<string, unknown>): void;
  onAllowed(): void;
};

type Item = keyof typeof words.items;

type Shown = ActionsProps & { panel: ActionPanel };

/** What staff can do about an order, behind one button, and what was done. */
export function AdminActions({ panel, ...props }: ActionsProps) {
  if (panel) return <Actions {...props} panel={panel} />;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.erased}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Actions(props: Shown) {
  const { panel, may, busy, answer, onSend } = props;
  const [open, setOpen] = useState<Item | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  useEffect(() => {
    setRefused(answer?.refused ?? null);
    if (answer && !answer.refused) setOpen(null);
  }, [answer]);
  const choose = (item: Item) => {
    setRefused(null);
    setOpen(item);
  };
  const decide: Decide = (intent, actionId, why) =>
    onSend({ intent, actionId, ...(why === undefined ? {} : { why }) });
  const form = { panel, busy, refused, onSend, onClose: () => setOpen(null), onAllowed: props.onAllowed };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          {may.orders && <ActionMenu {...props} onChoose={choose} />}
        </InlineStack>
        {!may.orders && (
          <Text as="p" tone="subdued">
            {words.readOnly}
          </Text>
        )}
        {refused && open === null && (
          <Text as="p" tone="critical">
            {words.refused[refused.code] ?? words.refusedOther} {refused.detail?.why ?? ""}
          </Text>
        )}
        <ActionList
          actions={panel.actions}
          resent={props.resent}
          busy={busy}
          mayAct={may.orders}
          onDecide={decide}
        />
      </BlockStack>
      {open && <Chosen item={open} form={form} customer={props.customer} />}
    </Card>
  );
}

type ChosenProps = { item: Item; form: FormProps; customer: ActionsProps["customer"] };

function Chosen({ item, form, customer }: ChosenProps) {
  const { note, tags } = form.panel.order;
  switch (item) {
    case "refund":
      return <RefundForm {...form} />;
    case "credit":
      return <CreditForm {...form} />;
    case "return":
      return <ReturnForm {...form} />;
    case "replacement":
      return <ReplacementForm {...form} />;
    case "discount":
      return <DiscountForm {...form} />;
    case "cancel":
      return <CancelForm {...form} />;
    case "address":
      return <AddressForm {...form} />;
    case "resend":
      return <ResendForm {...form} />;
    case "orderNote":
      return <NoteForm {...form} of="order" now={note} />;
    case "orderTags":
      return <TagsForm {...form} of="order" now={tags} />;
    case "customerNote":
      return <NoteForm {...form} of="customer" now={customer?.note ?? ""} />;
    case "customerTags":
      return <TagsForm {...form} of="customer" now={customer?.tags ?? []} />;
  }
}

type MenuProps = Shown & { onChoose(item: Item): void };

const MENU = "order-actions";

/** Everything that can be done; what cannot now says why. */
function ActionMenu({ panel, may, customer, onChoose }: MenuProps) {
  const [open, setOpen] = useState(false);
  const barred = barredItems(panel, may, customer !== null);
  const section = (title: string, items: Item[]) => ({
    title,
    items: items.map((item) => ({
      content: words.items[item],
      ...(barred[item] ? { disabled: true, helpText: barred[item] } : {}),
      onAction: () => {
        setOpen(false);
        // the menu goes: when the form closes, the focus is back on the button that led there
        document.getElementById(MENU)?.focus();
        onChoose(item);
      },
    })),
  });
  const { money, order, notes } = words.sections;
  return (
    <Popover
      active={open}
      preferredAlignment="right"
      onClose={() => setOpen(false)}
      activator={
        <Button id={MENU} disclosure onClick={() => setOpen(!open)}>
          {words.menu}
        </Button>
      }
    >
      <Menu
        actionRole="menuitem"
        sections={[
          section(money, ["refund", "return", "replacement", "credit", "discount"]),
          section(order, ["resend", "address", "cancel"]),
          section(notes, ["orderNote", "orderTags", "customerNote", "customerTags"]),
        ]}
      />
    </Popover>
  );
}

/** What cannot be done now, and why. */
export function barredItems(
  { order, left }: ActionPanel,
  may: ActionsProps["may"],
  knowsCustomer: boolean,
): Partial<Record<Item, string>> {
  const says = words.barred;
  const unless = (fine: boolean, why: string) => (fine ? undefined : why);
  const sent = order.cancelled ? says.cancelled : order.shipped ? says.shipped : undefined;
  const all: Partial<Record<Item, string | undefined>> = {
    refund: unless(left.amount > 0n, says.nothingLeft),
    credit: unless(order.hasCustomer, says.noCustomer),
    return: may.returns
      ? unless(
          order.lines.some((line) => line.returnableLate > 0),
          says.nothingToReturn,
        )
      : words.readOnly,
    replacement: unless(
      order.lines.some((line) => line.inCatalogue),
      says.nothingToSend,
    ),
    resend: !order.email
      ? says.noAddress
      : order.cancelled
        ? says.cancelled
        : unless(!order.delivered, says.delivered),
    address: sent,
    cancel: sent ?? unless(!order.underReturn, says.underReturn),
    customerNote: unless(order.hasCustomer && knowsCustomer, says.noCustomer),
    customerTags: unless(order.hasCustomer && knowsCustomer, says.noCustomer),
  };
  return Object.fromEntries(Object.entries(all).filter(([, why]) => why !== undefined)) as Partial<
    Record<Item, string>
  >;
}
