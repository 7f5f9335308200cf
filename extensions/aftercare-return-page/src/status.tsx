/** @jsxImportSource preact */
import type { Status } from "./ask";
import { QuoteTable } from "./quote";
import { Thing } from "./thing";

type Props = {
  status: Status;
  busy: boolean;
  /** looks again */
  reload(): void;
  cancel(): void;
  /** adds to this return */
  add(as: "change" | "add"): void;
  /** begins another */
  again(): void;
  see(orderId: string, returnId: string): void;
};

/** Where a return is, and what the shopper does next. */
export function StatusPage(props: Props) {
  const { status } = props;
  return (
    <s-stack gap="large">
      <s-stack gap="small-200">
        <s-heading>{status.title}</s-heading>
        <s-text color="subdued">{status.lead}</s-text>
      </s-stack>
      {status.tooLate && <s-banner tone="critical" heading={status.tooLate} />}
      <s-banner tone={status.tone} heading={status.state.title}>
        {status.state.texts.map((text) => (
          <s-paragraph key={text}>{text}</s-paragraph>
        ))}
      </s-banner>
      {status.steps.length > 0 && <Progress steps={status.steps} />}
      {status.sending && <Sending {...props} sending={status.sending} />}
      <s-section heading={status.itemsTitle}>
        <s-stack gap="base">
          {status.items.map((item) => (
            <Thing key={item.id} imageUrl={item.imageUrl}>
              <s-text type="strong">{item.title}</s-text>
              <s-text color="subdued">{item.details.join(" · ")}</s-text>
              {item.found.map((text) => (
                <s-text key={text}>{text}</s-text>
              ))}
              <Photos photos={item.photos} />
            </Thing>
          ))}
          <Photos photos={status.photos} />
          {status.facts.map((fact) => (
            <s-grid key={fact.name} gridTemplateColumns="1fr 1fr" gap="base">
              <s-text color="subdued">{fact.name}</s-text>
              <s-text>{fact.value}</s-text>
            </s-grid>
          ))}
        </s-stack>
      </s-section>
      {status.expected && <QuoteTable quote={status.expected} />}
      <Ways {...props} />
    </s-stack>
  );
}

const Photos = ({ photos }: { photos: Status["photos"] }) =>
  photos.length === 0 ? null : (
    <s-stack direction="inline" gap="base">
      {photos.map((photo) => (
        <s-product-thumbnail key={photo.alt} src={photo.href} alt={photo.alt} />
      ))}
    </s-stack>
  );

const Progress = ({ steps }: { steps: Status["steps"] }) => (
  <s-ordered-list>
    {steps.map((step) => (
      <s-list-item key={step.title}>
        <s-text {...(step.on ? { type: "strong" as const } : { color: "subdued" as const })}>
          {step.title}
        </s-text>
        {step.on && <s-text color="subdued"> {step.on}</s-text>}
      </s-list-item>
    ))}
  </s-ordered-list>
);

function Sending({ sending, busy, reload }: Props & { sending: NonNullable<Status["sending"]> }) {
  return (
    <s-section heading={sending.title}>
      <s-stack gap="base">
        {sending.texts.map((text) => (
          <s-paragraph key={text}>{text}</s-paragraph>
        ))}
        {sending.carriersCode && (
          <s-stack gap="small-200">
            <s-text type="strong">{sending.carriersCode.title}</s-text>
            <s-paragraph>{sending.carriersCode.text}</s-paragraph>
            <s-image src={sending.carriersCode.href} alt={sending.carriersCode.title} inlineSize="auto" />
          </s-stack>
        )}
        {sending.code && sending.qr && <s-qr-code content={sending.code} />}
        {sending.code && <s-text type="strong">{sending.code}</s-text>}
        {sending.address.length > 0 && (
          <s-stack>
            {sending.address.map((line) => (
              <s-text key={line}>{line}</s-text>
            ))}
          </s-stack>
        )}
        {sending.labels.length > 0 && (
          <s-stack direction="inline" gap="base">
            {sending.labels.map((label, at) => (
              <s-button
                key={label.href}
                variant={at === 0 ? "primary" : "secondary"}
                href={label.href}
                target="_blank"
              >
                {label.text}
              </s-button>
            ))}
          </s-stack>
        )}
        {sending.reload && (
          <s-button variant="secondary" loading={busy} onClick={reload}>
            {sending.reload}
          </s-button>
        )}
        {sending.packing.length > 0 && (
          <s-stack gap="small-200">
            <s-heading>{sending.packTitle}</s-heading>
            <s-ordered-list>
              {sending.packing.map((step) => (
                <s-list-item key={step}>{step}</s-list-item>
              ))}
            </s-ordered-list>
          </s-stack>
        )}
      </s-stack>
    </s-section>
  );
}

function Ways({ status, busy, cancel, add, again, see }: Props) {
  const more = status.add;
  return (
    <s-stack gap="base">
      {status.track && (
        <s-link href={status.track.href} target="_blank">
          {status.track.text}
        </s-link>
      )}
      {status.together.length > 0 && (
        <s-section heading={status.togetherTitle}>
          <s-stack gap="small-200">
            {status.together.map((other) => (
              <s-link key={other.id} onClick={() => see(other.orderId, other.id)}>
                {other.text}
              </s-link>
            ))}
          </s-stack>
        </s-section>
      )}
      <s-stack direction="inline" gap="base">
        {more && (
          <s-button variant="secondary" disabled={busy} onClick={() => add(more.as)}>
            {more.text}
          </s-button>
        )}
        {status.another && (
          <s-button variant="secondary" disabled={busy} onClick={again}>
            {status.another}
          </s-button>
        )}
        {status.cancel && (
          <s-button variant="secondary" tone="critical" disabled={busy} onClick={cancel}>
            {status.cancel.text}
          </s-button>
        )}
      </s-stack>
      {more?.hint && <s-text color="subdued">{more.hint}</s-text>}
      {status.cancel && <s-text color="subdued">{status.cancel.hint}</s-text>}
    </s-stack>
  );
}
