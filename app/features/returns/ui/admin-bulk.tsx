import { BlockStack, Button, List, ProgressBar, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Modal } from "~/ui/admin/modal";
import { words as shared } from "~/ui/admin/words";
import { DECLINE_REASONS } from "../schema";
import type { ReturnRow } from "../staff-list-queries.server";
import { staffWords } from "../words/staff";
import { listWords } from "../words/staff-list";
import type { AdminReturnListProps } from "./admin-return-list";
import { type BulkAnswer, type BulkStep, decideMany } from "./decide-many";

const words = listWords.bulk;

/** How the screen reaches the server for many returns at once. */
export type BulkDoors = {
  decide: (step: BulkStep, ids: string[]) => Promise<BulkAnswer[]>;
  /** opens the labels of these returns in one document; answers whether there were any */
  print: (ids: string[]) => Promise<boolean>;
  /** the list should be read again */
  onChanged: () => void;
};

type Props = AdminReturnListProps & { chosen: ReturnRow[]; onDone: () => void };

/** What can be done with all that is ticked, at the foot of the list for as long as something is. */
export function ChosenBar(props: Props) {
  const { chosen, may, bulk, onDone } = props;
  const [asking, setAsking] = useState<"approve" | "decline" | null>(null);
  const [printing, setPrinting] = useState(false);
  const [failed, setFailed] = useState(false);
  const open = chosen.filter((one) => one.state === "requested");
  const labelled = chosen.filter((one) => one.hasLabel);
  const print = async () => {
    setPrinting(true);
    setFailed(!(await bulk.print(labelled.map((one) => one.id))));
    setPrinting(false);
  };
  return (
    <section className="admin-chosen" aria-label={listWords.choose.label}>
      <Text as="span" fontWeight="semibold">
        <span aria-live="polite">{listWords.choose.chosen(chosen.length)}</span>
      </Text>
      <Button
        variant="primary"
        disabled={!may.returns || open.length === 0}
        onClick={() => setAsking("approve")}
      >
        {listWords.choose.approve}
      </Button>
      <Button disabled={!may.returns || open.length === 0} onClick={() => setAsking("decline")}>
        {listWords.choose.decline}
      </Button>
      <Button disabled={labelled.length === 0} loading={printing} onClick={print}>
        {listWords.choose.print}
      </Button>
      <Button variant="plain" onClick={onDone}>
        {listWords.choose.none}
      </Button>
      {failed && (
        <Text as="span" tone="critical">
          {words.notPrinted}
        </Text>
      )}
      {asking && (
        <Decide
          kind={asking}
          open={open}
          left={chosen.length - open.length}
          bulk={bulk}
          onClose={(changed) => {
            setAsking(null);
            if (!changed) return;
            bulk.onChanged();
            onDone();
          }}
        />
      )}
    </section>
  );
}

type DecideProps = {
  kind: "approve" | "decline";
  open: ReturnRow[];
  /** chosen ones that wait for no decision */
  left: number;
  bulk: BulkDoors;
  onClose: (changed: boolean) => void;
};

type Stage = { at: "asking" } | { at: "running"; done: number } | { at: "done"; answers: BulkAnswer[] };

/** Asks once, goes through them a few at a time, and says at the end what became of each. */
function Decide({ kind, open, left, bulk, onClose }: DecideProps) {
  const [stage, setStage] = useState<Stage>({ at: "asking" });
  const [reason, setReason] = useState<string>("OTHER");
  const [note, setNote] = useState("");
  const step: BulkStep = kind === "approve" ? { intent: "approve" } : { intent: "decline", reason, note };
  const run = async () => {
    setStage({ at: "running", done: 0 });
    const ids = open.map((one) => one.id);
    const answers = await decideMany(
      ids,
      (some) => bulk.decide(step, some),
      (done) => setStage({ at: "running", done }),
    );
    setStage({ at: "done", answers });
  };
  const approves = kind === "approve";
  const title = approves ? words.approveTitle(open.length) : words.declineTitle(open.length);
  const label = approves ? listWords.choose.approve : listWords.choose.decline;
  const close = () => stage.at !== "running" && onClose(stage.at === "done");
  return (
    <Modal
      open
      onClose={close}
      title={stage.at === "done" ? words.resultTitle : title}
      {...(stage.at === "asking"
        ? {
            primaryAction: { content: label, destructive: !approves, onAction: () => void run() },
            secondaryActions: [{ content: shared.cancel, onAction: close }],
          }
        : stage.at === "done"
          ? { primaryAction: { content: words.close, onAction: close } }
          : {})}
    >
      <Modal.Section>
        <div aria-live="polite">
          <BlockStack gap="300">
            {stage.at === "asking" && (
              <>
                <Text as="p">{approves ? words.approveText : words.declineText}</Text>
                {left > 0 && <Text as="p">{words.notAsked(left)}</Text>}
                {!approves && <Why {...{ reason, setReason, note, setNote }} />}
              </>
            )}
            {stage.at === "running" && (
              <>
                <Text as="p">{words.doneOf(stage.done, open.length)}</Text>
                <ProgressBar
                  progress={(100 * stage.done) / open.length}
                  size="small"
                  ariaLabelledBy="bulk-running"
                />
                <Text as="p" tone="subdued" id="bulk-running">
                  {words.running}
                </Text>
              </>
            )}
            {stage.at === "done" && <Result approves={approves} open={open} answers={stage.answers} />}
          </BlockStack>
        </div>
      </Modal.Section>
    </Modal>
  );
}

type WhyProps = {
  reason: string;
  setReason: (reason: string) => void;
  note: string;
  setNote: (note: string) => void;
};

const Why = ({ reason, setReason, note, setNote }: WhyProps) => (
  <>
    <Select
      label={staffWords.decline.reason}
      options={DECLINE_REASONS.map((value) => ({ value, label: staffWords.decline.reasons[value] }))}
      value={reason}
      onChange={setReason}
    />
    <TextField
      label={staffWords.decline.note}
      helpText={staffWords.decline.noteHint}
      value={note}
      onChange={setNote}
      multiline={3}
      maxLength={500}
      autoComplete="off"
    />
  </>
);

function Result({
  approves,
  open,
  answers,
}: {
  approves: boolean;
  open: ReturnRow[];
  answers: BulkAnswer[];
}) {
  const fine = answers.filter((one) => one.refused === null).length;
  const refused = answers.filter((one) => one.refused !== null);
  const rma = (id: string) => open.find((one) => one.id === id)?.rma ?? "";
  return (
    <>
      <Text as="p">{approves ? words.approved(fine) : words.declined(fine)}</Text>
      {refused.length > 0 && (
        <>
          <Text as="p">{words.refused(refused.length)}</Text>
          <List>
            {refused.map((one) => (
              <List.Item key={one.id}>
                {words.because(
                  rma(one.id),
                  one.refused === "unknown"
                    ? words.unknown
                    : (staffWords.refusals[one.refused ?? ""] ?? staffWords.refused),
                )}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </>
  );
}
