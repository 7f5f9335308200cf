import { BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { PlainAppLink } from "~/ui/admin/link";
import type { InboxCounts } from "../list-queries.server";
import type { TagCount } from "../tag-store.server";
import type { TeamCount } from "../teams/team-store.server";
import { TAGGED_AT_MOST, VIEWS, type View } from "../views";
import { staffWords as words } from "../words/staff";
import { teamWords } from "../words/team-staff";

export type InboxTabsProps = {
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
};
type Props = InboxTabsProps;

/** The inbox's views, and what else can be shown: teams and tags, each with how many conversations it has. */
export const InboxTabs = (props: Props) => (
  <Box paddingInline="300" paddingBlockEnd="300">
    <BlockStack gap="200">
      <ViewTabs {...props} />
      <TeamTabs {...props} />
      <TagTabs {...props} />
      <Text as="p" variant="bodySm" tone="subdued">
        {words.sorted[sortedBy(props)]}
      </Text>
    </BlockStack>
  </Box>
);

function sortedBy({ view, tag, team, query }: Props): keyof typeof words.sorted {
  if (query !== "") return "latest";
  if (tag !== "") return "tag";
  return team === "" && (view === "late" || view === "due") ? view : "latest";
}

const ViewTabs = ({ view, tag, team, query, counts, countedAtMost }: Props) => (
  <nav aria-label={words.tabsLabel} className="admin-tabs" ref={showHere}>
    {VIEWS.map((one) => (
      <Tab
        key={one}
        url={`/app/inbox?view=${one}`}
        isHere={one === view && tag === "" && team === "" && query === ""}
        label={words.tab(words.tabs[one], counted(counts[one], countedAtMost))}
      />
    ))}
  </nav>
);

/** On a phone the tabs are wider than the screen: the one that is shown is seen at first. */
const showHere = (tabs: HTMLElement | null) =>
  tabs?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });

/** A row that says what it is of. */
const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <nav aria-label={name}>
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" fontWeight="medium" tone="subdued">
        {name}
      </Text>
      {children}
    </InlineStack>
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
    <Named name={teamWords.title}>
      {teams.map((one) => (
        <Tab
          key={one.id}
          url={`/app/inbox?team=${one.id}`}
          isHere={one.id === team && tag === "" && query === ""}
          label={words.tab(one.name, counted(one.count, TAGGED_AT_MOST))}
        />
      ))}
    </Named>
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
    <Named name={words.tags}>
      {tabs.slice(0, MOST_TAGS_SHOWN)}
      {tabs.length > MOST_TAGS_SHOWN && (
        <details open={isFolded}>
          <summary>{words.moreTags}</summary>
          <InlineStack gap="200">{tabs.slice(MOST_TAGS_SHOWN)}</InlineStack>
        </details>
      )}
    </Named>
  );
}
