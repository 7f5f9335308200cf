import { Banner, Box, Card, Link, Text } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { type FormComponent, SearchForm } from "~/ui/admin/search-form";
import type { BulkStep } from "../bulk/bulk";
import type { ConversationRow } from "../list-queries.server";
import { bulkWords } from "../words/bulk-staff";
import { inboxSettingsWords } from "../words/inbox-settings-staff";
import { reportWords } from "../words/report-staff";
import { staffWords as words } from "../words/staff";
import { teamWords } from "../words/team-staff";
import { type BulkChoices, BulkTold, InboxBulkBar } from "./admin-inbox-bulk";
import { InboxRows } from "./admin-inbox-rows";
import { InboxTabs, type InboxTabsProps } from "./admin-inbox-tabs";
import { AdminKeys, focusedRow, focusOn, type Keys, moveInList } from "./admin-keys";
import { useBulk } from "./use-bulk";

type Props = InboxTabsProps &
  BulkChoices & {
    conversations: ConversationRow[];
    /** when they were read */
    readAt: Date;
    previous: string | null;
    next: string | null;
    mayAct: boolean;
    Form: FormComponent;
    /** looks for the order whose shopper is written to */
    onWrite(): void;
    /** the window in which it is looked for */
    finder: ReactNode;
    /** the list should be read again */
    onChanged(): void;
  };

/** The inbox: its views with their counts, the conversations of one of them, and what is done to many. */
export function AdminInboxList(props: Props) {
  const { conversations, counts, query, previous, next, Form } = props;
  const choice = useChosen(props);
  const { told, busy, forget, undo } = choice.bulk;
  return (
    <Page
      title={words.title}
      width="full"
      primary={props.mayAct ? { label: words.writeTo, onAction: props.onWrite } : null}
      secondary={[
        { label: reportWords.link, url: "/app/inbox/report" },
        { label: inboxSettingsWords.link, url: "/app/inbox/settings" },
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
      {props.finder}
      {told && <BulkTold {...{ told, busy }} onUndo={undo} onDismiss={forget} />}
      <Card padding="0">
        <Box padding="300">
          <SearchForm Form={Form} value={query} {...words.search} />
        </Box>
        <InboxTabs {...props} />
        {conversations.length > 0 ? (
          <InboxRows {...props} chosen={choice.chosen} onChoose={choice.choose} />
        ) : (
          <Nothing {...props} />
        )}
        {choice.chosen.size > 0 && (
          <InboxBulkBar
            {...props}
            count={choice.chosen.size}
            isAll={choice.isAll}
            hasMore={(next ?? previous) !== null && query === ""}
            busy={busy}
            onAll={choice.all}
            onNone={choice.none}
            onStep={choice.step}
          />
        )}
        <Pager previous={previous} next={next} />
      </Card>
      <AdminKeys keys={keysOf(props, choice)} />
    </Page>
  );
}

const KEYS: Keys = {
  j: { says: words.keys.next, run: () => moveInList(1) },
  k: { says: words.keys.previous, run: () => moveInList(-1) },
  Enter: { says: words.keys.open, run: null },
  "/": { says: words.keys.search, run: () => focusOn('input[name="q"]') },
};

type Choice = ReturnType<typeof useChosen>;

/** Who may change something can do it with keys, too. */
function keysOf({ mayAct }: Props, { chosen, choose, step, bulk }: Choice): Keys {
  if (!mayAct) return KEYS;
  const { told, busy, undo } = bulk;
  const toggle = () => {
    const id = focusedRow();
    if (!id) return;
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const undoId = told?.undoId;
  return {
    ...KEYS,
    x: { says: bulkWords.keys.choose, run: toggle },
    e: { says: bulkWords.keys.close, run: () => chosen.size > 0 && !busy && step({ do: "close" }) },
    z: { says: bulkWords.keys.undo, run: () => undoId && !busy && void undo(undoId) },
  };
}

/** What is chosen on this page, or all of the list, and doing something to it. */
function useChosen({ conversations, view, tag, team, onChanged }: Props) {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const bulk = useBulk(onChanged);
  // the list may have moved on since they were chosen
  const chosen = new Set(conversations.map(({ id }) => id).filter((id) => wanted.has(id)));
  const choose = (ids: ReadonlySet<string>) => {
    setWanted(ids);
    setAll(false);
  };
  const none = () => choose(new Set());
  const step = async (what: BulkStep) => {
    const which = isAll ? { all: { view, tag, team } } : { ids: [...chosen] };
    if (await bulk.change(what, which)) none();
  };
  return {
    chosen,
    choose,
    none,
    isAll,
    all: () => setAll(true),
    step: (what: BulkStep) => void step(what),
    bulk,
  };
}

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
