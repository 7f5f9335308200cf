import { Button, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { Modal } from "~/ui/admin/modal";
import { words as shared } from "~/ui/admin/words";
import type { PlusLine } from "../staff-return";
import { OPEN_STATES } from "../views";
import { listWords } from "../words/staff-list";
import { returnWords } from "../words/staff-return";
import type { AdminReturnProps } from "./admin-return-page";

const words = returnWords.edit;
const MONEY = ["refund", "credit"] as const;

/** Money instead of what was asked for, or credit instead of money, until something is promised. */
export function ChangeOutcome({ line, one, plus, may, busy, onAct }: AdminReturnProps & { line: PlusLine }) {
  const [open, setOpen] = useState(false);
  const offered = MONEY.filter((outcome) => !(plus.gift && outcome === "refund"));
  const isMoney = (MONEY as readonly string[]).includes(line.outcome);
  const [outcome, setOutcome] = useState<string>(
    offered.find((each) => each !== line.outcome) ?? line.outcome,
  );
  const isOpen = (OPEN_STATES as readonly string[]).includes(one.state);
  const promised = plus.entries.some((entry) => entry.state !== "voided");
  if (!may.returns || !isOpen || promised || line.outcome === "keep") return null;
  if (!isMoney && one.state !== "requested") return null;
  const save = () => {
    setOpen(false);
    onAct({ intent: "outcome", lineId: line.id, outcome });
  };
  return (
    <InlineStack>
      <Button
        variant="plain"
        disabled={busy}
        onClick={() => setOpen(true)}
        accessibilityLabel={words.outcome(line.title)}
      >
        {words.change}
      </Button>
      <Modal
        open={open}
        onClose={() => setOpen(false)}
        title={words.outcome(line.title)}
        primaryAction={{ content: words.save, onAction: save, disabled: outcome === line.outcome }}
        secondaryActions={[{ content: shared.cancel, onAction: () => setOpen(false) }]}
      >
        <Modal.Section>
          <Text as="p">{words.text}</Text>
          <Select
            label={listWords.columns.wants}
            options={offered.map((value) => ({ value, label: listWords.outcomes[value] }))}
            value={outcome}
            onChange={setOutcome}
          />
        </Modal.Section>
      </Modal>
    </InlineStack>
  );
}
