import { Badge, Banner, BlockStack, Box, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { EmptyState } from "~/ui/admin/empty-state";
import { PlainAppLink } from "~/ui/admin/link";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { type FormComponent, SearchForm } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import type { ConversationRow, InboxCounts } from "../list-queries.server";
import type { TagCount } from "../tag-store.server";
import type { TeamCount } from "../teams/team-store.server";
import { PRIORITIES, priorityOf, TAGGED_AT_MOST, VIEWS, type View } from "../views";
import { answeringWords } from "../words/answering-staff";
import { mailOutWords } from "../words/mail-out-staff";
import { reportWords } from "../words/report-staff";
import { staffWords as words } from "../words/staff";
import { teamWords } from "../words/team-staff";
import { AdminKeys, focusOn, type Keys, moveInList } from "./admin-keys";
import { TargetBadge } from "./admin-targets";

type Props = {
  conversations: ConversationRow[];
  counts: InboxCounts;
  /** counting stopped at this number */
  countedAtMost: number;
  view: View;
  /** shown instead of the view; empty: none */
  tag: string;
  tags: TagCount[];
  /** a team's id, shown instead of the view; empty: none */
  team: string;
  teams: TeamCount[];
  query: string;
  previous: string | null;
  next: string | null;
  /** what is forwarded to it begins conversations; null where no mail is taken */
  mailbox: string | null;
  Form: FormComponent;
};

/** The inbox: its views with their counts, and the conversations of one of them. */
export function AdminInboxList(props: Props) {
  const { conversations, counts, query, previous, next, Form } = props;
  return (
    <Page
      title={words.title}
      width="full"
      secondary={[
        { label: reportWords.link, url: "/app/inbox/report" },
        { label: answeringWords.link, url: "/app/settings/inbox" },
        { label: mailOutWords.signature.link, url: "/app/settings/signature" },
      ]}
    >
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
        <ViewTabs {...props} />
        <TeamTabs {...props} />
        <TagTabs {...props} />
        {conversations.length > 0 ? <Conversations {...props} /> : <Nothing {...props} />}
        <Pager previous={previous} next={next} />
      </Card>
      <AdminKeys keys={KEYS} />
      {props.mailbox && <Forwarding mailbox={props.mailbox} />}
    </Page>
  );
}

const KEYS: Keys = {
  j: { says: words.keys.next, run: () => moveInList(1) },
  k: { says: words.keys.previous, run: () => moveInList(-1) },
  Enter: { says: words.keys.open, run: null },
  "/": { says: words.keys.search, run: () => focusOn('input[name="q"]') },
};

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

const ViewTabs = ({ view, tag, team, query, counts, countedAtMost }: Props) => (
  <nav aria-label={words.tabsLabel}>
    <Box paddingInline="300" paddingBlockEnd="300">
      <InlineStack gap="200">
        {VIEWS.map((one) => (
          <Tab
            key={one}
            url={`/app/inbox?view=${one}`}
            isHere={one === view && tag === "" && team === "" && query === ""}
            label={words.tab(words.tabs[one], counted(counts[one], countedAtMost))}
          />
        ))}
      </InlineStack>
    </Box>
  </nav>
);

const counted = (count: number, most: number): string => (count > most ? words.more(most) : String(count));

const Tab = ({ url, isHere, label }: { url: string; isHere: boolean; label: string }) => (
  <PlainAppLink
    url={url}
    className={isHere ? "admin-tab admin-tab-here" : "admin-tab"}
    {...(isHere ? { "aria-current": "page" as const } : {})}
  >
    {label}
  </PlainAppLink>
);

const TeamTabs = ({ team, tag, teams, query }: Props) =>
  teams.length > 0 && (
    <nav aria-label={teamWords.tabsLabel}>
      <Box paddingInline="300" paddingBlockEnd="300">
        <InlineStack gap="200">
          {teams.map((one) => (
            <Tab
              key={one.id}
              url={`/app/inbox?team=${one.id}`}
              isHere={one.id === team && tag === "" && query === ""}
              label={words.tab(one.name, counted(one.count, TAGGED_AT_MOST))}
            />
          ))}
        </InlineStack>
      </Box>
    </nav>
  );

const MOST_TAGS_SHOWN = 8;

/** The shop's tags; those beyond the first are folded away, unless one of them is shown. */
function TagTabs({ tag, tags, query }: Props) {
  if (tags.length === 0) return null;
  const tabs = tags.map((one) => (
    <Tab
      key={one.tag}
      url={`/app/inbox?tag=${encodeURIComponent(one.tag)}`}
      isHere={one.tag === tag && query === ""}
      label={words.tab(one.tag, counted(one.count, TAGGED_AT_MOST))}
    />
  ));
  const isFolded = tags.findIndex((one) => one.tag === tag) >= MOST_TAGS_SHOWN;
  return (
    <nav aria-label={words.tagsLabel}>
      <Box paddingInline="300" paddingBlockEnd="300">
        <InlineStack gap="200">{tabs.slice(0, MOST_TAGS_SHOWN)}</InlineStack>
        {tabs.length > MOST_TAGS_SHOWN && (
          <details open={isFolded}>
            <summary>{words.moreTags}</summary>
            <InlineStack gap="200">{tabs.slice(MOST_TAGS_SHOWN)}</InlineStack>
          </details>
        )}
      </Box>
    </nav>
  );
}

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
        words.whose(one.assignee, one.team),
        <Until key="until" row={one} />,
        <TimeText key="when" at={one.lastMessageAt} />,
      ],
    }))}
  />
);

/** What is due next, by when somebody answers, and until when it sleeps. */
const Until = ({ row }: { row: ConversationRow }) => (
  <BlockStack gap="100">
    <TargetBadge {...row} />
    {row.replyBy && <TimeText at={row.replyBy} />}
    {row.snoozedUntil && (
      <span>
        {words.handling.sleeps} <TimeText at={row.snoozedUntil} />
      </span>
    )}
  </BlockStack>
);

const Person = ({ row, withState }: { row: ConversationRow; withState: boolean }) => (
  <InlineStack gap="200" blockAlign="center">
    <bdi className={row.unread ? "admin-unread" : ""}>{row.name ?? (row.email || words.nobody)}</bdi>
    {row.priority !== NORMAL && <StatusBadge state={priorityOf(row.priority)} map={words.priorities} />}
    {row.hasNews && <StatusBadge state="news" map={NEWS} />}
    {row.unread && <StatusBadge state="unread" map={UNREAD} />}
    {row.replyBy && row.replyBy < new Date() && <StatusBadge state="late" map={LATE} />}
    {withState && <StatusBadge state={row.state} map={words.states} />}
    {row.tags.map((tag) => (
      <Badge key={tag}>{tag}</Badge>
    ))}
  </InlineStack>
);

const NORMAL = PRIORITIES.indexOf("normal");
const NEWS = { news: { label: words.news, tone: "attention" } } as const;
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

function Nothing({ query, view, tag, team }: Props) {
  if (query)
    return (
      <EmptyState
        title={words.notFound.title}
        text={words.notFound.text}
        action={{ label: words.notFound.all, url: "/app/inbox" }}
      />
    );
  if (tag !== "") return <EmptyState {...words.noneTagged} />;
  return <EmptyState {...(team === "" ? words.none[view] : teamWords.noneOfTeam)} />;
}
