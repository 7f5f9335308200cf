import { Banner, BlockStack, Box, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { EmptyState } from "~/ui/admin/empty-state";
import { PlainAppLink } from "~/ui/admin/link";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { type FormComponent, SearchForm } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import { CONVERSATION_STATES, type ConversationState } from "../rules";
import type { ConversationRow, InboxCounts } from "../staff-queries.server";
import { staffWords as words } from "../words/staff";

type Props = {
  conversations: ConversationRow[];
  counts: InboxCounts;
  /** counting stopped at this number */
  countedAtMost: number;
  state: ConversationState;
  query: string;
  previous: string | null;
  next: string | null;
  /** what is forwarded to it begins conversations; null where no mail is taken */
  mailbox: string | null;
  Form: FormComponent;
};

/** The inbox: what is open, what waits, what is closed, the latest first. */
export function AdminInboxList(props: Props) {
  const { conversations, counts, query, previous, next, Form } = props;
  return (
    <Page title={words.title} width="full">
      {counts.parked > 0 && (
        <Box paddingBlockEnd="400">
          <Banner tone="warning">
            <Text as="p">
              {words.parkedNotice(counts.parked)} <Link url="/app/inbox/unfiled">{words.parkedLink}</Link>
            </Text>
          </Banner>
        </Box>
      )}
      <Card padding="0">
        <Box padding="300">
          <SearchForm Form={Form} value={query} {...words.search} />
        </Box>
        <StateTabs {...props} />
        {conversations.length > 0 ? <Conversations {...props} /> : <Nothing {...props} />}
        <Pager previous={previous} next={next} />
      </Card>
      {props.mailbox && <Forwarding mailbox={props.mailbox} />}
    </Page>
  );
}

const Forwarding = ({ mailbox }: { mailbox: string }) => (
  <Box paddingBlockStart="400">
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {words.forwarding.title}
        </Text>
        <Text as="p">{words.forwarding.text}</Text>
        <Text as="p" breakWord fontWeight="semibold">
          <code>{mailbox}</code>
        </Text>
      </BlockStack>
    </Card>
  </Box>
);

const StateTabs = ({ state, query, counts, countedAtMost }: Props) => (
  <nav aria-label={words.tabsLabel}>
    <Box paddingInline="300" paddingBlockEnd="300">
      <InlineStack gap="200">
        {CONVERSATION_STATES.map((one) => {
          const isHere = one === state && query === "";
          const count = counts[one] > countedAtMost ? words.more(countedAtMost) : String(counts[one]);
          return (
            <PlainAppLink
              key={one}
              url={`/app/inbox?state=${one}`}
              className={isHere ? "admin-tab admin-tab-here" : "admin-tab"}
              {...(isHere ? { "aria-current": "page" as const } : {})}
            >
              {words.tab(words.tabs[one], count)}
            </PlainAppLink>
          );
        })}
      </InlineStack>
    </Box>
  </nav>
);

const Conversations = ({ conversations, query }: Props) => (
  <Table
    label={words.title}
    headings={[
      { title: words.columns.person },
      { title: words.columns.message },
      { title: words.columns.order },
      { title: words.columns.assignee },
      { title: words.answerBy },
      { title: words.columns.when, end: true },
    ]}
    rows={conversations.map((one) => ({
      id: one.id,
      url: `/app/inbox/${one.id}`,
      cells: [
        <Person key="person" row={one} withState={query !== ""} />,
        <Preview key="preview" row={one} />,
        one.orderName ?? "",
        one.assignee ?? "",
        one.replyBy ? <TimeText key="by" at={one.replyBy} /> : "",
        <TimeText key="when" at={one.lastMessageAt} />,
      ],
    }))}
  />
);

const Person = ({ row, withState }: { row: ConversationRow; withState: boolean }) => (
  <InlineStack gap="200" blockAlign="center">
    <bdi className={row.unread ? "admin-unread" : ""}>{row.name ?? (row.email || words.nobody)}</bdi>
    {row.unread && <StatusBadge state="unread" map={UNREAD} />}
    {row.replyBy && row.replyBy < new Date() && <StatusBadge state="late" map={LATE} />}
    {withState && <StatusBadge state={row.state} map={words.states} />}
  </InlineStack>
);

const UNREAD = { unread: { label: words.unread, tone: "info" } } as const;
const LATE = { late: { label: words.late, tone: "critical" } } as const;
const FAILED = { failed: { label: words.notSent, tone: "critical" } } as const;

const Preview = ({ row }: { row: ConversationRow }) => (
  <InlineStack gap="200" blockAlign="center">
    {row.lastState === "failed" && <StatusBadge state="failed" map={FAILED} />}
    <Text as="span" tone="subdued">
      {row.lastDirection === "out" && `${words.you} `}
      {row.lastDirection === "note" && `${words.note} `}
      <bdi>{row.preview || words.noWords}</bdi>
    </Text>
  </InlineStack>
);

const Nothing = ({ query, state }: Props) =>
  query ? (
    <EmptyState
      title={words.notFound.title}
      text={words.notFound.text}
      action={{ label: words.notFound.all, url: "/app/inbox" }}
    />
  ) : (
    <EmptyState {...words.none[state]} />
  );
