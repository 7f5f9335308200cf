import {
  Banner,
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  ChoiceList,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useEffect, useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import type { StaffMember } from "../people";
import { HAND_OUTS, type HandOut, type TeamAction } from "../teams/team";
import type { Team } from "../teams/team-store.server";
import { teamWords as words } from "../words/team-staff";
import { backToInboxSettings } from "./admin-inbox-settings";

type Props = {
  teams: Team[];
  staff: StaffMember[];
  mayChange: boolean;
  busy: boolean;
  /** what was wrong with what was sent last; null: nothing */
  problem: string | null;
  onDo(action: TeamAction): void;
};

/** Who answers together: the shop's teams, and one of them open to be changed. */
export function AdminTeams({ teams, staff, mayChange, busy, problem, onDo }: Props) {
  const [open, setOpen] = useState<Team | "new" | null>(null);
  const [removing, setRemoving] = useState<Team | null>(null);
  const saved = JSON.stringify(teams);
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed when what was saved has arrived
  useEffect(() => {
    setOpen(null);
    setRemoving(null);
  }, [saved]);
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      back={backToInboxSettings}
      primary={mayChange ? { label: words.add, onAction: () => setOpen("new"), disabled: busy } : null}
    >
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        {problem && (
          <Banner tone="critical">
            <p role="alert">{problem}</p>
          </Banner>
        )}
        {open === "new" && (
          <Card>
            <TeamForm team={null} {...{ staff, busy, onDo }} onCancel={() => setOpen(null)} />
          </Card>
        )}
        {teams.length === 0 && open !== "new" && (
          <Card>
            <EmptyState {...words.none} />
          </Card>
        )}
        {teams.map((team) => (
          <Card key={team.id}>
            {open === team ? (
              <TeamForm {...{ team, staff, busy, onDo }} onCancel={() => setOpen(null)} />
            ) : (
              <TeamCard
                {...{ team, mayChange, busy }}
                onEdit={() => setOpen(team)}
                onRemove={() => setRemoving(team)}
              />
            )}
          </Card>
        ))}
      </BlockStack>
      <ConfirmModal
        open={removing !== null}
        title={words.removeAsk.title(removing?.name ?? "")}
        confirm={words.remove}
        destructive
        loading={busy}
        onConfirm={() => removing && onDo({ do: "remove", id: removing.id })}
        onClose={() => setRemoving(null)}
      >
        {words.removeAsk.text}
      </ConfirmModal>
    </Page>
  );
}

type CardProps = { team: Team; mayChange: boolean; busy: boolean; onEdit(): void; onRemove(): void };

const TeamCard = ({ team, mayChange, busy, onEdit, onRemove }: CardProps) => (
  <BlockStack gap="200">
    <Text as="h2" variant="headingMd">
      <bdi>{team.name}</bdi>
    </Text>
    <Text as="p" breakWord>
      {words.members(team.members.map(({ name }) => name).join(", "))}
    </Text>
    <Text as="p" tone="subdued">
      {words.handOuts[team.handOut]}
    </Text>
    {mayChange && (
      <InlineStack>
        <ButtonGroup>
          <Button disabled={busy} onClick={onEdit} accessibilityLabel={words.editNamed(team.name)}>
            {words.edit}
          </Button>
          <Button
            variant="plain"
            tone="critical"
            disabled={busy}
            onClick={onRemove}
            accessibilityLabel={words.removeNamed(team.name)}
          >
            {words.remove}
          </Button>
        </ButtonGroup>
      </InlineStack>
    )}
  </BlockStack>
);

type FormProps = Pick<Props, "staff" | "busy" | "onDo"> & { team: Team | null; onCancel(): void };

function TeamForm({ team, staff, busy, onDo, onCancel }: FormProps) {
  const [name, setName] = useState(team?.name ?? "");
  const [handOut, setHandOut] = useState<HandOut>(team?.handOut ?? "none");
  const [memberIds, setMembers] = useState((team?.members ?? []).map(({ id }) => id));
  const gone = (team?.members ?? []).filter((one) => !staff.some(({ id }) => id === one.id));
  return (
    <BlockStack gap="300">
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={40}
        autoComplete="off"
        autoFocus
      />
      <ChoiceList
        allowMultiple
        title={words.who}
        choices={[...staff, ...gone].map((one) => ({ value: one.id, label: one.name }))}
        selected={memberIds}
        onChange={setMembers}
      />
      <Text as="p" tone="subdued">
        {words.whoHelp}
      </Text>
      <Select
        label={words.handOut}
        helpText={words.handOutHelp}
        options={HAND_OUTS.map((value) => ({ value, label: words.handOuts[value] }))}
        value={handOut}
        onChange={(chosen) => setHandOut(chosen as HandOut)}
      />
      <InlineStack>
        <ButtonGroup>
          <Button
            variant="primary"
            loading={busy}
            onClick={() => onDo({ do: "keep", id: team?.id ?? null, name, handOut, memberIds })}
          >
            {words.save}
          </Button>
          <Button disabled={busy} onClick={onCancel}>
            {words.cancel}
          </Button>
        </ButtonGroup>
      </InlineStack>
    </BlockStack>
  );
}
