import { Banner, BlockStack, Card, InlineStack, Layout, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { Page } from "~/ui/admin/page";
import { Pairs } from "~/ui/admin/pairs";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import type { Explained, Shown } from "../staff-queries.server";
import { staffWords } from "../words/staff";
import { templateWords } from "../words/templates-staff";
import { Why } from "./admin-log";
import { MailFrame } from "./mail-frame";

const words = staffWords.one;

type Props = {
  message: Explained;
  shown: Shown | null;
  mayRetry: boolean;
  busy: boolean;
  onRetry: () => void;
};

/** One message: what it says, and from fact to try why it went out or did not. */
export function AdminNotification({ message, shown, mayRetry, busy, onRetry }: Props) {
  const name = staffWords.kinds[message.kind] ?? message.kind;
  const retry = { label: words.retry, onAction: onRetry, loading: busy, disabled: !mayRetry };
  return (
    <Page
      title={name}
      back={{ label: words.back, url: "/app/notifications" }}
      badge={<StatusBadge state={message.state} map={staffWords.states} />}
      primary={message.state === "failed" ? retry : null}
    >
      <Layout>
        <Layout.Section>
          <Titled title={words.preview}>
            {shown ? (
              <BlockStack gap="300">
                {shown.stoodIn && <StoodIn message={message} why={shown.stoodIn} />}
                <Text as="p" fontWeight="semibold">
                  <bdi>{shown.subject}</bdi>
                </Text>
                <Text as="p" tone="subdued">
                  {noteOf(message, shown)}
                </Text>
                <MailFrame html={shown.html} text={shown.text} title={shown.subject} />
              </BlockStack>
            ) : (
              <Text as="p" tone="subdued">
                {words.gone}
              </Text>
            )}
          </Titled>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Titled title={words.why}>
              <Trace message={message} />
            </Titled>
            <Card>
              <Pairs rows={aboutRows(message)} />
            </Card>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** The merchant's words failed; where to mend them. */
const StoodIn = ({ message: { kind, locale }, why }: { message: Explained; why: string }) => (
  <Banner
    tone="warning"
    action={{
      content: templateWords.mend,
      url: `/app/notifications/kinds/${kind}?${new URLSearchParams({ locale })}`,
    }}
  >
    {templateWords.stoodIn(why)}
  </Banner>
);

function noteOf({ state }: Explained, { asSent }: Shown): string {
  if (state !== "sent") return words.notSent;
  return asSent === null ? words.unknown : asSent ? words.asSent : words.changed;
}

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);

const aboutRows = (message: Explained) => [
  ...(message.recipient ? [{ name: words.to, value: <bdi>{message.recipient}</bdi> }] : []),
  ...(message.orderId
    ? [
        {
          name: words.order,
          value: <Link url={`/app/orders/${message.orderId}`}>{message.orderName ?? message.orderId}</Link>,
        },
      ]
    : []),
  { name: words.language, value: message.locale },
  ...(message.sentAt ? [{ name: words.sent, value: <TimeText at={message.sentAt} /> }] : []),
];

/** From fact to decision to tries, a line each. */
function Trace({ message }: { message: Explained }) {
  const { factKind, factActor, factAt, trace } = message;
  const first =
    trace[0]?.did === "held"
      ? null
      : message.state === "dropped" || message.state === "merged"
        ? message.state
        : "sent";
  return (
    <ol className="admin-plain-list">
      {factKind && factAt && (
        <Line at={factAt}>
          {words.fact(staffWords.facts[factKind] ?? factKind, staffWords.actors[factActor ?? ""] ?? "")}
        </Line>
      )}
      {first && (
        <Line at={message.createdAt}>
          {words.first[first]}
          {first !== "sent" && message.reason && (
            <>
              : <Why row={{ reason: message.reason, heldUntil: null }} />
            </>
          )}
        </Line>
      )}
      {trace.map((step) => (
        <Line key={`${step.at} ${step.did}`} at={new Date(step.at)}>
          {words.steps[step.did]}
          {step.why && `: ${staffWords.reasons[step.why] ?? step.why}`}
          {step.until && (
            <>
              , {words.until} <TimeText at={new Date(step.until)} />
            </>
          )}
        </Line>
      ))}
      {!first && message.reason && message.state !== "held" && (
        <Line at={null}>
          <Why row={{ reason: message.reason, heldUntil: null }} />
        </Line>
      )}
      {message.state === "failed" && first && message.reason && <Line at={null}>{message.reason}</Line>}
      {message.mergedInto && (
        <Line at={null}>
          {words.toldIn} <Message id={message.mergedInto} kind={message.mergedIntoKind ?? ""} />
        </Line>
      )}
      {message.tells.map((one) => (
        <Line key={one.id} at={null}>
          {words.tells} <Message {...one} />
        </Line>
      ))}
      {message.sentAt && (
        <Line at={message.sentAt}>
          {words.sent}, {words.tries(message.attempts)}
        </Line>
      )}
    </ol>
  );
}

const Message = ({ id, kind }: { id: string; kind: string }) => (
  <Link url={`/app/notifications/${id}`}>{staffWords.kinds[kind] ?? kind}</Link>
);

const Line = ({ at, children }: { at: Date | null; children: ReactNode }) => (
  <li style={{ paddingBlockEnd: "var(--p-space-200)" }}>
    <BlockStack>
      <Text as="span" breakWord>
        {children}
      </Text>
      {at && (
        <InlineStack>
          <Text as="span" variant="bodySm" tone="subdued">
            <TimeText at={at} />
          </Text>
        </InlineStack>
      )}
    </BlockStack>
  </li>
);
