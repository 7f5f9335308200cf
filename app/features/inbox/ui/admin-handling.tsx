import { BlockStack, Button, Card, InlineStack, Select, Tag, Text, TextField } from "@shopify/polaris";
import { type ReactNode, useEffect, useState } from "react";
import { useReader } from "~/ui/admin/reader";
import type { FormComponent } from "~/ui/admin/search-form";
import { TimeText } from "~/ui/admin/text";
import type { StaffMember } from "../people";
import type { NextDue } from "../sla/follow";
import type { SNOOZE_WORDS } from "../snooze";
import type { ConversationView } from "../staff-queries.server";
import { MOST_TAG_LETTERS, PRIORITIES, priorityOf } from "../views";
import { staffWords } from "../words/staff";
import { suggestWords } from "../words/suggest-staff";
import { teamWords } from "../words/team-staff";
import { TargetBadge } from "./admin-targets";
import { useSuggestions } from "./use-suggestions";

const words = staffWords.handling;

export type HandlingProps = {
  conversation: ConversationView;
  /** what is due in it by the shop's targets, the first of them first */
  targets: NextDue[];
  /** who is at the screen */
  me: StaffMember;
  /** everybody who has opened the app, they among them */
  staff: StaffMember[];
  /** the shop's own tags */
  tags: string[];
  /** the shop's teams */
  teams: { id: string; name: string }[];
  /** until when it may sleep now */
  snoozes: { wish: (typeof SNOOZE_WORDS)[number]; at: Date }[];
  mayAct: boolean;
  busy: boolean;
  Form: FormComponent;
  onDo(form: Record<string, string>): void;
};

/** Whose the conversation is, how urgent, what it is about, who follows it, and until when it is put aside. */
export function AdminHandling(props: HandlingProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {props.targets.length > 0 && (
          <InlineStack gap="200">
            {props.targets.map(({ metric, at, soonAt }) => (
              <TargetBadge
                key={metric}
                target={{ slaMetric: metric, slaDueAt: at, slaSoonAt: soonAt }}
                readAt={props.conversation.readAt}
              />
            ))}
          </InlineStack>
        )}
        <Assignee {...props} />
        <TeamChoice {...props} />
        <PriorityChoice {...props} />
        <Tags {...props} />
        <Followers {...props} />
        <Snooze {...props} />
      </BlockStack>
    </Card>
  );
}

const NOBODY = "";

function Assignee({ conversation, me, staff, mayAct, busy, onDo }: HandlingProps) {
  const { assignee, assigneeId } = conversation;
  const known = staff.some(({ id }) => id === assigneeId);
  // Someone who left, or was noted by name only, still stands there.
  const gone = assignee !== null && !known ? [{ value: assigneeId ?? "?", label: assignee }] : [];
  return (
    <Select
      id="assignee"
      label={words.assignee}
      disabled={!mayAct || busy}
      options={[
        { value: NOBODY, label: words.nobody },
        ...gone,
        ...staff.map(({ id, name }) => ({ value: id, label: id === me.id ? words.me(name) : name })),
      ]}
      value={assigneeId ?? gone[0]?.value ?? NOBODY}
      onChange={(id) => onDo(id === NOBODY ? { intent: "unassign" } : { intent: "assign", staffId: id })}
    />
  );
}

/** Where the shop has teams. */
function TeamChoice({ conversation, teams, mayAct, busy, onDo }: HandlingProps) {
  if (teams.length === 0) return null;
  return (
    <Select
      label={teamWords.team}
      disabled={!mayAct || busy}
      options={[
        { value: NOBODY, label: teamWords.noTeam },
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={teams.some(({ id }) => id === conversation.teamId) ? (conversation.teamId ?? NOBODY) : NOBODY}
      onChange={(teamId) => onDo({ intent: "team", teamId })}
    />
  );
}

const PriorityChoice = ({ conversation, mayAct, busy, onDo }: HandlingProps) => (
  <Select
    label={words.priority}
    disabled={!mayAct || busy}
    options={PRIORITIES.map((value) => ({ value, label: words.priorities[value] }))}
    value={priorityOf(conversation.priority)}
    onChange={(priority) => onDo({ intent: "prioritise", priority })}
  />
);

const MOST_SUGGESTED = 6;

function Tags({ conversation, tags, mayAct, busy, Form, onDo }: HandlingProps) {
  const [typed, setTyped] = useState("");
  const count = conversation.tags.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: emptied when a tag has arrived
  useEffect(() => setTyped(""), [count]);
  const begun = typed.trim().toLocaleLowerCase();
  const suggested = useSuggestions(conversation.id, conversation.lastMessageId, conversation.tags).tags;
  const fitting = suggested.filter(({ tag }) => !conversation.tags.includes(tag) && tag.includes(begun));
  const offered = tags.filter(
    (tag) =>
      !conversation.tags.includes(tag) && tag.includes(begun) && !fitting.some((one) => one.tag === tag),
  );
  return (
    <BlockStack gap="200">
      {conversation.tags.length > 0 && (
        <InlineStack gap="100">
          {conversation.tags.map((tag) => (
            <Tag
              key={tag}
              disabled={busy}
              {...(mayAct ? { onRemove: () => onDo({ intent: "untag", tag }) } : {})}
            >
              {tag}
            </Tag>
          ))}
        </InlineStack>
      )}
      {mayAct && (
        <Form method="post">
          <input type="hidden" name="intent" value="tag" />
          <Beside
            field={
              <TextField
                name="tag"
                label={words.tag}
                value={typed}
                onChange={setTyped}
                maxLength={MOST_TAG_LETTERS}
                autoComplete="off"
              />
            }
          >
            <Button submit disabled={busy}>
              {words.addTag}
            </Button>
          </Beside>
        </Form>
      )}
      {mayAct && fitting.length > 0 && (
        <BlockStack gap="100">
          <Text as="p" tone="subdued">
            {suggestWords.tags}
          </Text>
          {fitting.map(({ tag, because }) => (
            <InlineStack key={tag} gap="200" blockAlign="center">
              <Button
                variant="plain"
                disabled={busy}
                accessibilityLabel={suggestWords.addTag(tag, suggestWords.because(because))}
                onClick={() => onDo({ intent: "tag", tag })}
              >
                {suggestWords.tag(tag)}
              </Button>
              <Text as="span" tone="subdued" breakWord>
                {suggestWords.because(because)}
              </Text>
            </InlineStack>
          ))}
        </BlockStack>
      )}
      {mayAct && offered.length > 0 && (
        <InlineStack gap="200">
          {offered.slice(0, MOST_SUGGESTED).map((tag) => (
            <Button
              key={tag}
              variant="plain"
              disabled={busy}
              accessibilityLabel={words.addTagNamed(tag)}
              onClick={() => onDo({ intent: "tag", tag })}
            >
              {words.offeredTag(tag)}
            </Button>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}

function Followers({ conversation, me, mayAct, busy, onDo }: HandlingProps) {
  const { followers } = conversation;
  const isFollowing = followers.some(({ staffId }) => staffId === me.id);
  return (
    <InlineStack gap="200" blockAlign="center" align="space-between">
      <Text as="p" tone="subdued" breakWord>
        {followers.length > 0
          ? words.followers(followers.map(({ name }) => name).join(", "))
          : words.noFollowers}
      </Text>
      {mayAct && (
        <Button
          variant="plain"
          disabled={busy}
          onClick={() => onDo({ intent: isFollowing ? "unfollow" : "follow" })}
        >
          {isFollowing ? words.unfollow : words.follow}
        </Button>
      )}
    </InlineStack>
  );
}

const A_DAY = "day";

function Snooze({ conversation, snoozes, mayAct, busy, Form, onDo }: HandlingProps) {
  const [until, setUntil] = useState<string>(snoozes[0]?.wish ?? A_DAY);
  const [day, setDay] = useState("");
  const { locale, timeZone } = useReader();
  const when = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  if (conversation.snoozedUntil)
    return (
      <BlockStack gap="200">
        <Text as="p">
          {words.sleeps} <TimeText at={conversation.snoozedUntil} />
        </Text>
        {mayAct && (
          <InlineStack>
            <Button disabled={busy} onClick={() => onDo({ intent: "reopen" })}>
              {words.wake}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    );
  if (!mayAct || conversation.mergedIntoId) return null;
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="snooze" />
      <BlockStack gap="200">
        <Beside
          field={
            <Select
              id="snooze"
              name="until"
              label={words.snoozeUntil}
              options={[
                ...snoozes.map(({ wish, at }) => ({
                  value: wish,
                  label: words.snoozes(wish, when.format(at)),
                })),
                { value: A_DAY, label: words.aDay },
              ]}
              value={until}
              onChange={setUntil}
            />
          }
        >
          <Button submit disabled={busy || (until === A_DAY && day === "")}>
            {words.snooze}
          </Button>
        </Beside>
        {until === A_DAY && (
          <TextField
            type="date"
            name="day"
            label={words.day}
            value={day}
            onChange={setDay}
            autoComplete="off"
          />
        )}
      </BlockStack>
    </Form>
  );
}

const Beside = ({ field, children }: { field: ReactNode; children: ReactNode }) => (
  <InlineStack gap="200" wrap={false} blockAlign="end">
    <div style={{ flex: 1, minInlineSize: 0 }}>{field}</div>
    {children}
  </InlineStack>
);
