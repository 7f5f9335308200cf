import { Banner, BlockStack, Box, Card, InlineStack, Layout, Text } from "@shopify/polaris";
import { type ReactNode, useEffect, useState } from "react";
import type { OrderDetail } from "~/features/orders/queries.server";
import { Page } from "~/ui/admin/page";
import { AnswerProvider } from "~/ui/admin/put-into-answer";
import type { FormComponent } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import type { Draft, Present } from "../desk-store.server";
import type { ConversationView } from "../staff-queries.server";
import { ticketName } from "../threading";
import type { OrdersBeside } from "../ties/tie-queries.server";
import { importWords } from "../words/import-staff";
import { reportWords } from "../words/report-staff";
import { staffWords } from "../words/staff";
import { automationWords } from "../words/staff-automation";
import { tieWords } from "../words/tie-staff";
import type { AboutProps } from "./about-it";
import { AdminComposer, type Answer, type AskedToWrite } from "./admin-composer";
import { AdminHandling, type HandlingProps } from "./admin-handling";
import { AdminKeys, focusOn, type Keys } from "./admin-keys";
import { AdminMerging } from "./admin-merging";
import { AdminMessages } from "./admin-messages";
import { AdminOrderCard } from "./admin-order-card";
import { AdminFiled, AdminOrders, FIND_ORDER } from "./admin-orders";
import { AdminRulesHere } from "./automation/admin-rules-here";

const words = staffWords.page;

export type ConversationPageProps = {
  conversation: ConversationView;
  order: OrderDetail | null;
  /** the orders it is about, and how others are found */
  ties: OrdersBeside;
  finder: { open(): void; window: ReactNode };
  onTie(orderId: string): void;
  /** how staff say which parcel or return it is about */
  asking: AboutProps;
  /** the order's returns, as their own feature shows them; null when there are none */
  returns: ReactNode;
  /** who the shopper is, and what can be done for them: read after the page; null until then, or without an order */
  beside: { customer: ReactNode; actions: ReactNode };
  /** where Shopify shows the order */
  shopifyUrl: string | null;
  mayAct: boolean;
  requestKey: string;
  answer: Answer | null;
  /** what they were writing here before */
  draft: Draft | null;
  /** who else was here when the page was read */
  others: Present[];
  busy: boolean;
  Form: FormComponent;
  onDownload(inboundMailId: string): void;
} & HandlingProps;

/** A conversation, and beside it the order it is about. */
export function AdminConversation(props: ConversationPageProps) {
  const { conversation, order, answer } = props;
  const [asked, setAsked] = useAsked(conversation.id);
  // what was merged goes on where it went
  const mayWrite = props.mayAct && !conversation.mergedIntoId;
  return (
    <Page
      title={conversation.name ?? (conversation.email || staffWords.nobody)}
      subtitle={subtitleOf(conversation, order)}
      back={{ label: words.back, url: "/app/inbox" }}
      badge={<StatusBadge state={conversation.state} map={staffWords.states} />}
      secondary={mayWrite ? actions(props) : []}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {conversation.cameFrom && <CameFrom from={conversation.cameFrom} />}
            {conversation.replyBy && (
              <Box paddingInline={BESIDE_CARDS}>
                <Text as="p" {...(conversation.replyBy < new Date() ? { tone: "critical" as const } : {})}>
                  {words.promised} <TimeText at={conversation.replyBy} />
                </Text>
              </Box>
            )}
            {answer?.refused && !isTyped(answer) && (
              <Banner tone="warning">
                <p role="alert">{staffWords.refused[answer.refused] ?? staffWords.refusedOther}</p>
              </Banner>
            )}
            <AdminMerging {...props} />
            <AdminMessages key={`messages ${conversation.id}`} {...props} />
            {!conversation.mergedIntoId && (
              <AdminComposer key={conversation.id} {...props} answer={answer} asked={asked} />
            )}
            {mayWrite && <AdminKeys keys={keysOf(props, setAsked)} />}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <AdminHandling {...props} />
            <Shopper {...props} />
            <AdminOrders
              {...props}
              {...props.ties}
              mayAct={mayWrite}
              conversationId={conversation.id}
              shownId={order?.id ?? null}
              mayFile={conversation.customerId === null}
              onFind={props.finder.open}
            />
            {props.finder.window}
            <AnswerProvider value={mayWrite ? (text) => setAsked({ isNote: false, text }) : null}>
              {props.beside.actions}
            </AnswerProvider>
            {order && (
              <AdminOrderCard
                order={order}
                returns={props.returns}
                shopifyUrl={props.shopifyUrl}
                asking={props.asking}
              />
            )}
            <AdminRulesHere conversationId={conversation.id} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** On a phone cards reach the edges; what stands between them does not. */
const BESIDE_CARDS = { xs: "400", sm: "0" } as const;

/** In one piece: React takes a property that is called `ref` for its own. */
const CameFrom = ({ from: { source, ref } }: { from: NonNullable<ConversationView["cameFrom"]> }) => (
  <Box paddingInline={BESIDE_CARDS}>
    <Text as="p" tone="subdued">
      {importWords.imported(importWords.sources[source].label, ref)}
    </Text>
  </Box>
);

/** What is asked of the composer here; another conversation's never comes along, nor back. */
function useAsked(conversationId: string) {
  const [last, setLast] = useState<{ of: string; asked: AskedToWrite } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked is over once another one is looked at
  useEffect(() => setLast(null), [conversationId]);
  const ask = (asked: AskedToWrite) => setLast({ of: conversationId, asked });
  return [last?.of === conversationId ? last.asked : null, ask] as const;
}

/** The ticket's number, and what it is about: its order and what its form said, or else its subject. */
function subtitleOf({ number, subject, reason }: ConversationView, order: OrderDetail | null): string {
  const why = reason && reportWords.reasons[reason];
  const about = order ? [words.aboutOrder(order.name), why].filter(Boolean).join(" · ") : subject;
  return number === null ? about : words.number(ticketName(number), about);
}

function keysOf(
  { conversation, me, busy, finder, onDo }: ConversationPageProps,
  ask: (asked: AskedToWrite) => void,
): Keys {
  const act = (form: Record<string, string>) => () => busy || onDo(form);
  const isClosed = conversation.state === "closed";
  const { keys } = staffWords;
  return {
    r: { says: keys.reply, run: () => ask({ isNote: false }) },
    n: { says: keys.note, run: () => ask({ isNote: true }) },
    m: { says: automationWords.picker.key, run: () => ask({ isNote: false, macro: true }) },
    e: { says: keys.close, run: act({ intent: isClosed ? "reopen" : "close" }) },
    o: { says: tieWords.key, run: () => openFrom(finder) },
    s: { says: keys.snooze, run: () => focusOn("#snooze") },
    a: { says: keys.mine, run: act({ intent: "assign", staffId: me.id }) },
  };
}

/** From its button, where the focus comes back to. */
function openFrom(finder: ConversationPageProps["finder"]) {
  focusOn(`#${FIND_ORDER}`);
  finder.open();
}

/** The composer says itself what became of what was written in it. */
const isTyped = ({ intent }: Answer) => intent === "reply" || intent === "note";

function actions({ conversation, me, busy, onDo }: ConversationPageProps) {
  const isMine = conversation.assigneeId === me.id;
  const step = (label: string, intent: string) => ({
    label,
    disabled: busy,
    onAction: () => onDo({ intent }),
  });
  return [
    isMine ? step(words.unassign, "unassign") : step(words.assign, "assign"),
    conversation.state === "closed" ? step(words.reopen, "reopen") : step(words.close, "close"),
  ];
}

const Shopper = ({ conversation, beside, ties, mayAct, busy, onDo }: ConversationPageProps) => (
  <Card>
    <BlockStack gap="100">
      <Text as="h2" variant="headingMd">
        {staffWords.order.customer}
      </Text>
      <Text as="p" breakWord>
        <bdi>{conversation.name ?? staffWords.nobody}</bdi>
      </Text>
      <InlineStack>
        <Text as="p" tone="subdued" breakWord>
          <bdi>{conversation.email || staffWords.composer.noAddress}</bdi>
        </Text>
      </InlineStack>
      <Text as="p" tone="subdued">
        {staffWords.order.writes(languageName(conversation.locale))}
      </Text>
      <AdminFiled {...ties} mayAct={mayAct} busy={busy} onDo={onDo} />
      {beside.customer}
    </BlockStack>
  </Card>
);

const languageName = (locale: string): string =>
  new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale;
