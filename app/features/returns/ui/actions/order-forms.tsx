import { Checkbox, ChoiceList, FormLayout, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useReader } from "~/ui/admin/reader";
import type { Address } from "~/values/address";
import { formatMoney } from "~/values/money";
import { formWords as words } from "../../words/action-forms-staff";
import { ListField } from "../policy/fields";
import { ActionForm, type FormProps, LimitNote, optionsOf, useRequestKey } from "./form";

/** Ends an order of which nothing has left. */
export function CancelForm(props: FormProps) {
  const { order, left } = props.panel;
  const { locale } = useReader();
  const requestKey = useRequestKey();
  const [reason, setReason] = useState("CUSTOMER");
  const [refund, setRefund] = useState(left.amount > 0n ? "payments" : "none");
  const [restock, setRestock] = useState(true);
  const [notify, setNotify] = useState(true);
  const amount = formatMoney(left, locale);
  return (
    <ActionForm
      {...props}
      title={words.cancel.title(order.name)}
      told={words.cancel.told(notify)}
      send={words.cancel.send}
      destructive
      needs={refund === "credit" ? "storeCredit" : null}
      ready
      onSend={() =>
        props.onSend({ intent: "do", kind: "cancel", requestKey, asked: { reason, refund, restock, notify } })
      }
    >
      <Select
        label={words.reason}
        options={optionsOf(words.cancel.reasons)}
        value={reason}
        onChange={setReason}
      />
      {left.amount > 0n && (
        <ChoiceList
          title={words.cancel.money}
          choices={[
            { value: "payments", label: words.cancel.payments(amount) },
            ...(order.hasCustomer ? [{ value: "credit", label: words.cancel.credit(amount) }] : []),
            { value: "none", label: words.cancel.none },
          ]}
          selected={[refund]}
          onChange={([chosen]) => setRefund(chosen ?? "payments")}
        />
      )}
      <Checkbox label={words.cancel.restock} checked={restock} onChange={setRestock} />
      <Checkbox label={words.cancel.notify} checked={notify} onChange={setNotify} />
      <LimitNote panel={props.panel} />
    </ActionForm>
  );
}

const NOWHERE: Address = {
  ...{ name: null, company: null, line1: null, line2: null, city: null },
  ...{ province: null, zip: null, country: null, phone: null },
};

/** Where the order goes, before anything of it has left. */
export function AddressForm(props: FormProps) {
  const requestKey = useRequestKey();
  const [address, setAddress] = useState<Address>(props.panel.order.address ?? NOWHERE);
  const says = words.address;
  const field = (part: keyof Address, most: number, autoComplete: string) => (
    <TextField
      label={says[part]}
      value={address[part] ?? ""}
      maxLength={most}
      autoComplete={autoComplete}
      onChange={(text) => setAddress({ ...address, [part]: upper.has(part) ? text.toUpperCase() : text })}
    />
  );
  return (
    <ActionForm
      {...props}
      title={says.title}
      told={says.told}
      send={says.send}
      ready={Boolean(
        address.name?.trim() && address.line1?.trim() && address.city?.trim() && address.country,
      )}
      onSend={() => props.onSend({ intent: "do", kind: "address", requestKey, asked: { address } })}
    >
      <FormLayout>
        <FormLayout.Group>
          {field("name", 100, "off")}
          {field("company", 100, "off")}
        </FormLayout.Group>
        {field("line1", 200, "off")}
        {field("line2", 200, "off")}
        <FormLayout.Group>
          {field("zip", 30, "off")}
          {field("city", 100, "off")}
        </FormLayout.Group>
        <FormLayout.Group>
          {field("province", 10, "off")}
          {field("country", 2, "off")}
        </FormLayout.Group>
        {field("phone", 40, "off")}
      </FormLayout>
    </ActionForm>
  );
}

/** Codes are written in capitals. */
const upper: ReadonlySet<keyof Address> = new Set(["province", "country"]);

/** The order's confirmation once more. */
export function ResendForm(props: FormProps) {
  const requestKey = useRequestKey();
  return (
    <ActionForm
      {...props}
      title={words.resend.title}
      told={words.resend.told(props.panel.order.email ?? "")}
      send={words.resend.send}
      ready
      onSend={() => props.onSend({ intent: "resend", requestKey })}
    />
  );
}

/** Whose note or tags, and what stands there now. */
export type About = { of: "order" | "customer" };

export function NoteForm({ of, now, ...props }: FormProps & About & { now: string }) {
  const requestKey = useRequestKey();
  const [text, setText] = useState(now);
  return (
    <ActionForm
      {...props}
      title={words.note[of]}
      told={words.note.told}
      send={words.note.send}
      needs={of === "customer" ? "customers" : null}
      ready={text.trim() !== now.trim()}
      onSend={() => props.onSend({ intent: "do", kind: "note", requestKey, asked: { of, text } })}
    >
      <TextField
        label={words.note.label}
        value={text}
        multiline={4}
        maxLength={5_000}
        autoComplete="off"
        onChange={setText}
      />
    </ActionForm>
  );
}

export function TagsForm({ of, now, ...props }: FormProps & About & { now: readonly string[] }) {
  const requestKey = useRequestKey();
  const [tags, setTags] = useState<string[]>([...now]);
  const add = tags.filter((tag) => !now.includes(tag));
  const remove = now.filter((tag) => !tags.includes(tag));
  return (
    <ActionForm
      {...props}
      title={words.tags[of]}
      told={words.tags.told}
      send={words.tags.send}
      needs={of === "customer" ? "customers" : null}
      ready={add.length + remove.length > 0}
      onSend={() => props.onSend({ intent: "do", kind: "tags", requestKey, asked: { of, add, remove } })}
    >
      <ListField label={words.tags.label} value={tags} disabled={props.busy} onChange={setTags} />
    </ActionForm>
  );
}
