import { BlockStack, Button, Checkbox, TextField } from "@shopify/polaris";
import { useState } from "react";
import { PlainAppLink } from "~/ui/admin/link";
import { Modal } from "~/ui/admin/modal";
import { words as shared } from "~/ui/admin/words";
import { LONGEST_VIEW_NAME } from "../saved-views";
import { filterParams, listUrl, narrowedBy, RETURN_VIEWS } from "../views";
import { staffWords } from "../words/staff";
import { listWords } from "../words/staff-list";
import type { AdminReturnListProps } from "./admin-return-list";

const words = listWords.saved;

/** The work in tabs: what every shop has, then what somebody saved. */
export function ViewTabs({ filter, query, counts, countedAtMost, saved, savedId }: AdminReturnListProps) {
  const plain = savedId === null && query === "";
  const shown = RETURN_VIEWS.filter(
    (view) => (view !== "approvals" && view !== "stuck") || (counts[view] ?? 0) > 0 || filter.view === view,
  );
  return (
    <nav aria-label={staffWords.tabsLabel} className="admin-tabs">
      {shown.map((view) => {
        const count = counts[view];
        return (
          <Tab key={view} url={listUrl({ view })} here={plain && filter.view === view}>
            {count === null || count === 0
              ? listWords.views[view]
              : staffWords.tab(
                  listWords.views[view],
                  count > countedAtMost ? `${countedAtMost}+` : String(count),
                )}
          </Tab>
        );
      })}
      {saved.map((view) => (
        <Tab key={view.id} url={listUrl(view.filter, { saved: view.id })} here={savedId === view.id}>
          {view.name}
        </Tab>
      ))}
    </nav>
  );
}

const Tab = ({ url, here, children }: { url: string; here: boolean; children: string }) => (
  <PlainAppLink
    url={url}
    className={here ? "admin-tab admin-tab-here" : "admin-tab"}
    {...(here ? { "aria-current": "page" as const } : {})}
  >
    {children}
  </PlainAppLink>
);

/** Keeps the filters of now as a view. */
export function SaveView({ filter, query, savedId, may, onView }: AdminReturnListProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [forAll, setForAll] = useState(false);
  if (query || savedId || (narrowedBy(filter).length === 0 && !filter.sort)) return null;
  const save = () => {
    const kept = new URLSearchParams(filterParams(filter)).toString();
    onView({ intent: "saveView", name, filter: kept, ...(forAll ? { forAll: "on" } : {}) });
    setOpen(false);
    setName("");
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} disabled={!may.returns}>
        {words.save}
      </Button>
      <Modal
        open={open}
        onClose={() => setOpen(false)}
        title={words.title}
        primaryAction={{ content: words.confirm, onAction: save, disabled: name.trim() === "" }}
        secondaryActions={[{ content: shared.cancel, onAction: () => setOpen(false) }]}
      >
        <Modal.Section>
          <BlockStack gap="300">
            <Name value={name} onChange={setName} />
            <Checkbox label={words.forAll} checked={forAll} onChange={setForAll} />
          </BlockStack>
        </Modal.Section>
      </Modal>
    </>
  );
}

const Name = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <TextField
    label={words.name}
    helpText={words.nameHint}
    value={value}
    onChange={onChange}
    maxLength={LONGEST_VIEW_NAME}
    showCharacterCount
    autoComplete="off"
  />
);

/** Renames or deletes the saved view that is open. */
export function EditView({ saved, savedId, may, onView }: AdminReturnListProps) {
  const view = saved.find((one) => one.id === savedId);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(view?.name ?? "");
  if (!view) return null;
  const send = (fields: Record<string, string>) => {
    onView({ id: view.id, ...fields });
    setOpen(false);
  };
  const start = () => {
    setName(view.name);
    setOpen(true);
  };
  return (
    <>
      <Button onClick={start} disabled={!may.returns}>
        {words.edit}
      </Button>
      <Modal
        open={open}
        onClose={() => setOpen(false)}
        title={view.mine ? words.editTitle : `${words.editTitle}: ${words.ofAll}`}
        primaryAction={{
          content: words.rename,
          onAction: () => send({ intent: "renameView", name }),
          disabled: name.trim() === "",
        }}
        secondaryActions={[
          { content: words.delete, destructive: true, onAction: () => send({ intent: "deleteView" }) },
        ]}
      >
        <Modal.Section>
          <Name value={name} onChange={setName} />
        </Modal.Section>
      </Modal>
    </>
  );
}
