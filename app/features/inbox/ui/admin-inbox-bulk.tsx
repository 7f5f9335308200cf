import { Banner, Box, Button, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useReader } from "~/ui/admin/reader";
import { type BulkStep, MOST_AT_ONCE } from "../bulk/bulk";
import type { StaffMember } from "../people";
import type { SNOOZE_WORDS } from "../snooze";
import { MOST_TAG_LETTERS, PRIORITIES, type Priority } from "../views";
import { bulkWords as words } from "../words/bulk-staff";
import { staffWords } from "../words/staff";
import type { Told } from "./use-bulk";

export type BulkChoices = {
  me: StaffMember;
  /** everybody who has opened the app, whoever looks among them */
  staff: StaffMember[];
  teams: { id: string; name: string }[];
  snoozes: { wish: (typeof SNOOZE_WORDS)[number]; at: Date }[];
};

type Props = BulkChoices & {
  count: number;
  /** all of the list is meant, not only what is on this page */
  isAll: boolean;
  /** there is more of it than this page */
  hasMore: boolean;
  busy: boolean;
  onAll(): void;
  onNone(): void;
  onStep(step: BulkStep): void;
};

/** What can be done with all that is chosen, at the foot of the list for as long as something is. */
export function InboxBulkBar(props: Props) {
  const { count, isAll, hasMore, busy, onAll, onNone, onStep } = props;
  return (
    <section className="admin-chosen" aria-label={words.label}>
      <Text as="span" fontWeight="semibold">
        <span aria-live="polite">{isAll ? words.chosenAll(MOST_AT_ONCE) : words.chosen(count)}</span>
      </Text>
      {hasMore && !isAll && (
        <Button variant="plain" onClick={onAll}>
          {words.takeAll}
        </Button>
      )}
      <Button variant="plain" onClick={onNone}>
        {words.none}
      </Button>
      <Button disabled={busy} onClick={() => onStep({ do: "close" })}>
        {words.close}
      </Button>
      <Button disabled={busy} onClick={() => onStep({ do: "reopen" })}>
        {words.reopen}
      </Button>
      <Picks {...props} />
      <TagStep busy={busy} onStep={onStep} />
    </section>
  );
}

const NOBODY = "nobody";

function Picks({ me, staff, teams, snoozes, busy, onStep }: Props) {
  const { locale, timeZone } = useReader();
  const when = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return (
    <>
      <Pick
        label={words.assign}
        busy={busy}
        options={[
          { value: me.id, label: staffWords.handling.me(me.name) },
          ...staff.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
          { value: NOBODY, label: words.nobody },
        ]}
        onPick={(id) => onStep({ do: "assign", staffId: id === NOBODY ? null : id })}
      />
      {teams.length > 0 && (
        <Pick
          label={words.team}
          busy={busy}
          options={[
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: words.nobody },
          ]}
          onPick={(id) => onStep({ do: "team", teamId: id === NOBODY ? null : id })}
        />
      )}
      <Pick
        label={words.priority}
        busy={busy}
        options={PRIORITIES.map((value) => ({ value, label: staffWords.handling.priorities[value] }))}
        onPick={(priority) => onStep({ do: "prioritise", priority: priority as Priority })}
      />
      <Pick
        label={words.snooze}
        busy={busy}
        options={snoozes.map(({ wish, at }) => ({
          value: wish,
          label: staffWords.handling.snoozes(wish, when.format(at)),
        }))}
        onPick={(wish) => onStep({ do: "snooze", wish: wish as (typeof SNOOZE_WORDS)[number] })}
      />
    </>
  );
}

type PickProps = {
  label: string;
  busy: boolean;
  options: { value: string; label: string }[];
  onPick(value: string): void;
};

/** A choice that is done as soon as it is made. */
const Pick = ({ label, busy, options, onPick }: PickProps) => (
  <Select
    label={label}
    labelInline
    disabled={busy}
    value=""
    options={[{ value: "", label: words.pick }, ...options]}
    onChange={(value) => value !== "" && onPick(value)}
  />
);

function TagStep({ busy, onStep }: Pick<Props, "busy" | "onStep">) {
  const [tag, setTag] = useState("");
  const none = busy || tag.trim() === "";
  return (
    <InlineStack gap="200" blockAlign="center">
      <TextField
        label={words.tag}
        labelHidden
        placeholder={words.tag}
        value={tag}
        onChange={setTag}
        maxLength={MOST_TAG_LETTERS}
        autoComplete="off"
      />
      <Button disabled={none} onClick={() => onStep({ do: "tag", tag })}>
        {words.addTag}
      </Button>
      <Button disabled={none} onClick={() => onStep({ do: "untag", tag })}>
        {words.removeTag}
      </Button>
    </InlineStack>
  );
}

type ToldProps = { told: Told; busy: boolean; onUndo(undoId: string): void; onDismiss(): void };

/** What became of the last step, and the way back. */
export const BulkTold = ({ told, busy, onUndo, onDismiss }: ToldProps) => (
  <Box paddingBlockEnd="400">
    <Banner tone={told.isProblem ? "warning" : "success"} onDismiss={onDismiss}>
      <InlineStack gap="300" blockAlign="center">
        <Text as="p">
          <span role="status">{told.text}</span>
        </Text>
        {told.undoId && (
          <Button disabled={busy} onClick={() => told.undoId && onUndo(told.undoId)}>
            {words.undo}
          </Button>
        )}
      </InlineStack>
    </Banner>
  </Box>
);
