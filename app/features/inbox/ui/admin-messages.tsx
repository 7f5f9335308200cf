import { Banner, BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import type { FormComponent } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import { textParts } from "../mail-out/enclosures";
import { REFUSED_FOR_SOME } from "../rules";
import type { ConversationView, MessageView } from "../staff-queries.server";
import { mailOutWords } from "../words/mail-out-staff";
import { staffWords } from "../words/staff";
import { MessagePhotos, Rated, Unverified } from "./admin-contact-parts";
import { MailAsSent, MessageFiles } from "./admin-mail-parts";
import { AdminSplitting, Choice } from "./admin-splitting";
import { MessageEnclosed } from "./mail-out/admin-enclosed";

const words = staffWords.page;

type Props = {
  conversation: ConversationView;
  mayAct: boolean;
  busy: boolean;
  requestKey: string;
  Form: FormComponent;
  onDo(form: Record<string, string>): void;
  onDownload(inboundMailId: string): void;
};

/** Everything that was written and done, the oldest first. Texts are texts: nothing in them is markup. */
export function AdminMessages(props: Props) {
  const { messages, facts } = props.conversation;
  const [chosen, setChosen] = useState<string[] | null>(null);
  const entries = [
    ...messages.map((message) => ({ at: message.at, id: message.id, message, fact: null })),
    ...facts.map((fact) => ({ at: fact.at, id: fact.id, message: null, fact })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id));
  if (entries.length === 0) return <Text as="p">{words.empty}</Text>;
  return (
    <section aria-label={words.messages}>
      <Unverified conversation={props.conversation} />
      {messages.length >= 500 && (
        <Text as="p" tone="subdued">
          {words.older}
        </Text>
      )}
      <ol className="admin-messages">
        {entries.map(({ id, message, fact }) => (
          <li key={id}>
            {message && chosen && message.state !== "queued" ? (
              <Choice id={id} author={authorOf(message)} chosen={chosen} onChoose={setChosen}>
                <Message {...props} message={message} />
              </Choice>
            ) : message ? (
              <Message {...props} message={message} />
            ) : (
              fact && <Event fact={fact} />
            )}
          </li>
        ))}
      </ol>
      {props.mayAct && messages.length > 1 && (
        <Box paddingInline={{ xs: "400", sm: "0" }} paddingBlockStart="300">
          <AdminSplitting
            chosen={chosen}
            busy={props.busy}
            onChoose={setChosen}
            onSplit={(ids) =>
              props.onDo({ intent: "split", messageIds: ids.join(), requestKey: props.requestKey })
            }
          />
        </Box>
      )}
      <Rated conversation={props.conversation} />
    </section>
  );
}

const Event = ({ fact }: { fact: ConversationView["facts"][number] }) => {
  const who = fact.actorName ?? (fact.actor === "shopper" ? staffWords.theShopper : words.staff);
  return (
    <p className="admin-message-event">
      {fact.said ?? staffWords.facts[fact.kind]?.(who, fact.toName, fact.detail) ?? fact.kind} ·{" "}
      <TimeText at={fact.at} />
    </p>
  );
};

type MessageProps = Props & { message: MessageView };

function Message(props: MessageProps) {
  const { message, conversation } = props;
  return (
    <article className={`admin-message admin-message-${message.direction}`}>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="semibold">
            <bdi>{authorOf(message)}</bdi>
          </Text>
          <Text as="span" tone="subdued">
            <TimeText at={message.at} />
          </Text>
          <Badges message={message} />
        </InlineStack>
        {message.authorKind === "other" && !isKnown(props) && (
          <Banner tone="warning">
            {message.authorEmail ?? words.unknownAddress}. {words.otherText(conversation.email)}
          </Banner>
        )}
        {message.cc.length > 0 && (
          <Text as="p" tone="subdued" breakWord>
            <bdi>{words.alsoTo(message.cc.join(", "))}</bdi>
          </Text>
        )}
        <Words message={message} />
        {message.folded && (
          <details>
            <summary>{words.folded}</summary>
            <div className="admin-message-text" dir="auto">
              {message.folded}
            </div>
          </details>
        )}
        <MessageFiles message={message} />
        <MessagePhotos message={message} />
        <MessageEnclosed message={message} />
        <Sending {...props} />
        {message.inboundMailId && (
          <InlineStack gap="400">
            {message.hasHtml && <MailAsSent message={message} />}
            <Original {...props} inboundMailId={message.inboundMailId} />
          </InlineStack>
        )}
      </BlockStack>
    </article>
  );
}

/** Somebody else than the shopper, whom staff or the shopper brought in. */
const isKnown = ({ message, conversation }: MessageProps): boolean =>
  message.authorEmail !== null && conversation.participants.includes(message.authorEmail);

const authorOf = ({ authorName, authorEmail, authorKind }: MessageView): string =>
  authorName || authorEmail || (authorKind === "other" ? words.otherBadge : words[authorKind]);

const Badges = ({ message }: { message: MessageView }) => (
  <>
    {message.direction === "note" && <StatusBadge state="note" map={KINDS} />}
    {message.authorKind === "other" && <StatusBadge state="other" map={KINDS} />}
    {message.authorKind === "system" && message.reason && (
      <StatusBadge state={staffWords.automatic[message.reason] ?? message.reason} map={{}} />
    )}
    {message.direction === "out" && <StatusBadge state={message.state} map={KINDS} />}
  </>
);

const KINDS = {
  note: { label: words.noteBadge, tone: "attention" },
  other: { label: words.otherBadge, tone: "warning" },
  queued: { label: words.queued, tone: "attention" },
  sent: { label: words.sent, tone: "success" },
  failed: { label: words.failed, tone: "critical" },
} as const;

/** What was written, with the pictures that stand in it. */
function Words({ message }: { message: MessageView }) {
  const pictures = message.enclosed.filter(({ isInline }) => isInline);
  if (pictures.length === 0) return <LongText text={message.text} />;
  return textParts(message.text, pictures).map((part, at) =>
    part.picture ? (
      <a key={part.picture.id} href={part.picture.href} target="_blank" rel="noreferrer">
        <img
          src={part.picture.href}
          alt={part.picture.name}
          loading="lazy"
          className="admin-message-picture"
        />
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that was sent do not move
      <LongText key={at} text={part.text} />
    ),
  );
}

const MOST_LINES = 60;
const MOST_LETTERS = 6_000;

/** A text as it was written; a very long one shows its beginning first. */
function LongText({ text }: { text: string }) {
  const lines = text.split("\n");
  const cut = Math.min(lines.slice(0, MOST_LINES).join("\n").length, MOST_LETTERS);
  const rest = text.slice(cut).replace(/^\n/, "");
  return (
    <>
      <div className="admin-message-text" dir="auto">
        {text.slice(0, cut)}
      </div>
      {rest !== "" && (
        <details>
          <summary>{words.rest(rest.split("\n").length)}</summary>
          <div className="admin-message-text" dir="auto">
            {rest}
          </div>
        </details>
      )}
    </>
  );
}

/** How our own message fares, and what can be done about it. */
function Sending({ message, mayAct, busy, Form }: MessageProps) {
  if (message.direction !== "out") return null;
  if (message.mayTakeBack && mayAct)
    return (
      <Form method="post">
        <input type="hidden" name="intent" value="takeBack" />
        <input type="hidden" name="messageId" value={message.id} />
        <Button submit disabled={busy}>
          {words.takeBack}
        </Button>
      </Form>
    );
  if (message.state === "queued" && message.reason)
    return (
      <Text as="p" tone="subdued">
        {words.trying(message.reason)}
      </Text>
    );
  if (message.state !== "failed") return null;
  const reason = message.reason === "noAddress" ? words.noAddress : (message.reason ?? "");
  const isForSome = message.reason === REFUSED_FOR_SOME;
  return (
    <Banner tone="critical">
      <BlockStack gap="200">
        <Text as="p">
          {isForSome ? mailOutWords.failedForSome(message.undelivered.join(", ")) : words.failedText(reason)}
        </Text>
        {mayAct && (
          <Form method="post">
            <input type="hidden" name="intent" value="tryAgain" />
            <input type="hidden" name="messageId" value={message.id} />
            <Button submit disabled={busy}>
              {words.again}
            </Button>
          </Form>
        )}
      </BlockStack>
    </Banner>
  );
}

const Original = ({ message, onDownload, inboundMailId }: MessageProps & { inboundMailId: string }) => (
  <InlineStack>
    <Button
      variant="plain"
      onClick={() => onDownload(inboundMailId)}
      accessibilityLabel={words.originalOf(authorOf(message))}
    >
      {words.original}
    </Button>
  </InlineStack>
);
