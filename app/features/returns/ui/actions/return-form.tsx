import { Checkbox, InlineGrid, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { formWords as words } from "../../words/action-forms-staff";
import { staffWords } from "../../words/staff";
import { ActionForm, type FormProps, useRequestKey } from "./form";
import { LinesField, type Picked, pickedLines } from "./lines-field";

const says = words.return;

/** A return that staff ask for in the shopper's place. */
export function ReturnForm(props: FormProps) {
  const { order, returns } = props.panel;
  const requestKey = useRequestKey();
  const isOnTime = order.lines.some((line) => line.returnable > 0);
  const [picked, setPicked] = useState<Picked>({});
  const [reason, setReason] = useState<string>(returns.reasons[0] ?? "other-reason");
  const [outcome, setOutcome] = useState<string>(returns.outcomes[0] ?? "refund");
  const [method, setMethod] = useState<string>(returns.methods[0] ?? "label");
  const [late, setLate] = useState(!isOnTime);
  const [why, setWhy] = useState("");
  const [approve, setApprove] = useState(true);
  const lines = pickedLines(picked).map((line) => ({ ...line, reason, outcome }));
  return (
    <ActionForm
      {...props}
      title={says.title}
      told={says.told(approve)}
      send={says.send}
      ready={lines.length > 0 && (!late || why.trim() !== "")}
      onSend={() =>
        props.onSend({ intent: "startReturn", requestKey, lines, method, late, why: why.trim(), approve })
      }
    >
      <LinesField
        lines={order.lines}
        most={(line) => (late ? line.returnableLate : line.returnable)}
        picked={picked}
        onPick={setPicked}
      />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <Select
          label={words.reason}
          options={returns.reasons.map((value) => ({ value, label: staffWords.reasons[value] ?? value }))}
          value={reason}
          onChange={setReason}
        />
        <Select
          label={says.outcome}
          options={returns.outcomes.map((value) => ({ value, label: says.outcomes[value] }))}
          value={outcome}
          onChange={setOutcome}
        />
        <Select
          label={says.method}
          options={returns.methods.map((value) => ({ value, label: says.methods[value] }))}
          value={method}
          onChange={setMethod}
        />
      </InlineGrid>
      {order.lines.some((line) => line.returnableLate > line.returnable) && (
        <Checkbox
          label={says.late}
          checked={late}
          onChange={(next) => {
            setLate(next);
            setPicked({});
          }}
        />
      )}
      {late && (
        <TextField label={says.why} value={why} maxLength={500} autoComplete="off" onChange={setWhy} />
      )}
      <Checkbox label={says.approve} checked={approve} onChange={setApprove} />
    </ActionForm>
  );
}
