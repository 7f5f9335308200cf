/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import type { Page, Problem, Written } from "./ask";

export type FormProps = {
  page: Page;
  /** the conversation it is written in; null: it begins one */
  conversationId: string | null;
  busy: boolean;
  problems: readonly Problem[];
  send(written: Written): void;
};

/** A message to the shop; one that begins a conversation says of which order and what about it. */
export function MessageForm({ page, conversationId, busy, problems, send }: FormProps) {
  const [written, setWritten] = useState<Written>({
    conversationId,
    orderId: page.orderId ?? "",
    reason: "",
    email: "",
    text: "",
    photos: [],
  });
  const change = (some: Partial<Written>) => setWritten((now) => ({ ...now, ...some }));
  const errorOf = (field: Problem["field"]) => {
    const message = problems.find((one) => one.field === field)?.message;
    return message ? { error: message } : {};
  };
  const { says } = page;
  return (
    <s-stack gap="base">
      {conversationId === null && <About page={page} written={written} change={change} errorOf={errorOf} />}
      <s-text-area
        label={says.label}
        rows={5}
        value={written.text}
        {...errorOf("text")}
        onInput={(event) => change({ text: event.currentTarget.value ?? "" })}
      />
      {says.hint && <s-text color="subdued">{says.hint}</s-text>}
      <Photos page={page} written={written} change={change} errorOf={errorOf} />
      {problems.length > 0 && (
        <s-banner tone="critical" heading={says.check}>
          <s-unordered-list>
            {problems.map(({ field, message }) => (
              <s-list-item key={field}>{message}</s-list-item>
            ))}
          </s-unordered-list>
        </s-banner>
      )}
      <s-button variant="primary" loading={busy} onClick={() => send(written)}>
        {says.submit}
      </s-button>
    </s-stack>
  );
}

type PartProps = {
  page: Page;
  written: Written;
  change(some: Partial<Written>): void;
  errorOf(field: Problem["field"]): { error?: string };
};

/** Of which order, and what about it; where the answer goes, when nobody knows. */
const About = ({ page, written, change, errorOf }: PartProps) => (
  <>
    {page.orders.length > 0 && (
      <s-select
        label={page.says.order}
        placeholder={page.says.noOrder}
        value={written.orderId}
        onChange={(event) => change({ orderId: event.currentTarget.value ?? "" })}
      >
        {page.orders.map(({ id, label }) => (
          <s-option key={id} value={id}>
            {label}
          </s-option>
        ))}
      </s-select>
    )}
    <s-select
      label={page.says.reason}
      placeholder="–"
      value={written.reason}
      {...errorOf("reason")}
      onChange={(event) => change({ reason: event.currentTarget.value ?? "" })}
    >
      {page.reasons.map(({ id, label }) => (
        <s-option key={id} value={id}>
          {label}
        </s-option>
      ))}
    </s-select>
    {page.asksForEmail && (
      <s-text-field
        label={page.says.email}
        value={written.email}
        {...errorOf("email")}
        onInput={(event) => change({ email: event.currentTarget.value ?? "" })}
      />
    )}
  </>
);

/** The photos that go with it stay here until it is sent. */
function Photos({ page, written, change, errorOf }: PartProps) {
  const { says, mostPhotos } = page;
  const { photos } = written;
  return (
    <s-stack gap="small-200">
      <s-drop-zone
        label={says.photos}
        accept="image/jpeg,image/png,image/webp"
        multiple
        {...errorOf("photos")}
        onChange={(event) =>
          change({ photos: [...photos, ...(event.currentTarget.files ?? [])].slice(0, mostPhotos) })
        }
      />
      <s-text color="subdued">{says.photosHint}</s-text>
      {photos.map((photo, at) => (
        <s-stack key={photo} direction="inline" gap="base" alignItems="center">
          <s-text>{photo.name}</s-text>
          <s-button
            variant="secondary"
            onClick={() => change({ photos: photos.filter((one) => one !== photo) })}
          >
            {says.removePhotos[at]}
          </s-button>
        </s-stack>
      ))}
    </s-stack>
  );
}
