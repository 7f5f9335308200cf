import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { useChoiceBoxes } from "~/ui/admin/choosing";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import type { ConversationRow } from "../list-queries.server";
import { previewOf } from "../preview";
import { PRIORITIES, priorityOf } from "../views";
import { bulkWords } from "../words/bulk-staff";
import { staffWords as words } from "../words/staff";
import { TargetBadge } from "./admin-targets";

type Props = {
  conversations: ConversationRow[];
  query: string;
  /** when the list was read */
  readAt: Date;
  /** may whoever looks change anything? */
  mayAct: boolean;
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
};

/** The conversations of a page, each with a box to choose it. */
export function InboxRows({ conversations, query, readAt, mayAct, chosen, onChoose }: Props) {
  const lead = useChoiceBoxes({
    ids: conversations.map(({ id }) => id),
    chosen,
    onChoose,
    labels: {
      all: bulkWords.all,
      one: (id) => bulkWords.one(whoOf(conversations.find((one) => one.id === id))),
    },
  });
  return (
    <Table
      label={words.title}
      {...(mayAct ? { lead } : {})}
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
          one.orderName && (
            <span key="order" style={{ whiteSpace: "nowrap" }}>
              {one.orderName}
            </span>
          ),
          words.whose(one.assignee, one.team),
          <Until key="until" row={one} readAt={readAt} />,
          <TimeText key="when" at={one.lastMessageAt} />,
        ],
      }))}
    />
  );
}

const whoOf = (row: ConversationRow | undefined): string => row?.name ?? (row?.email || words.nobody);

/** What is due next, by when somebody answers, and until when it sleeps. */
const Until = ({ row, readAt }: { row: ConversationRow; readAt: Date }) => (
  <BlockStack gap="100">
    <TargetBadge target={row} readAt={readAt} />
    {row.replyBy && (
      <span>
        <span className="admin-on-phone">{words.answerBy} </span>
        <TimeText at={row.replyBy} />
      </span>
    )}
    {row.snoozedUntil && (
      <span>
        {words.handling.sleeps} <TimeText at={row.snoozedUntil} />
      </span>
    )}
  </BlockStack>
);

const Person = ({ row, withState }: { row: ConversationRow; withState: boolean }) => (
  <InlineStack gap="200" blockAlign="center">
    <bdi className={row.unread ? "admin-unread" : ""}>{whoOf(row)}</bdi>
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
      <bdi>{previewOf(row.preview ?? "") || words.noWords}</bdi>
    </Text>
  </InlineStack>
);
