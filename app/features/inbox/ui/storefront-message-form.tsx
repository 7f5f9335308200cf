import { direction, formatTime, type Locale } from "~/platform/i18n/locales";
import { ErrorSummary, Field, StorefrontForm, Submit } from "~/ui/storefront/form";
import { Section, StorefrontPage } from "~/ui/storefront/page";
import { Typed } from "~/ui/storefront/parts";
import type { RefusalCode } from "~/values/result";
import { textParts } from "../mail-out/enclosures";
import type { ShopperConversation, ShopperFile } from "../queries.server";
import { MOST_CHARACTERS } from "../rules";
import { type InboxWords, words } from "../words";

type FormProps = {
  locale: Locale;
  /** where it is posted: our `/message` on the storefront */
  action: string;
  /** the pass that proves who writes; null when the shopper is signed in */
  token: string | null;
  orderId: string;
  /** made with the page, so that sending twice is sending once */
  requestKey: string;
  /** where the answer goes; null when the order has no address */
  email: string | null;
  /** what was typed and refused, to be mended */
  tried?: { text: string; code: RefusalCode };
  /** is there a conversation already? */
  again?: boolean;
};

/** The form with which a shopper writes about an order. Works without JavaScript. */
export function MessageForm(props: FormProps) {
  const says = words(props.locale).form;
  const { tried, token, orderId, requestKey, email } = props;
  const problem = tried ? problemOf(says, tried.code, props.locale) : null;
  const hidden = { orderId, requestKey, ...(token ? { t: token } : {}) };
  return (
    <>
      {problem && (
        <ErrorSummary title={says.check} errors={[{ fieldId: "aftercare-message-text", message: problem }]} />
      )}
      <StorefrontForm action={props.action} hidden={hidden}>
        <Field
          id="aftercare-message-text"
          name="text"
          label={says.label}
          hint={email ? says.hint(`\u2068${email}\u2069`) : says.hintNoEmail}
          rows={6}
          required
          {...(tried ? { value: tried.text } : {})}
          error={problem ?? undefined}
        />
        <Submit>{says.submit}</Submit>
      </StorefrontForm>
    </>
  );
}

function problemOf(says: InboxWords["form"], code: RefusalCode, locale: Locale): string {
  if (code === "limits.tooMany") return says.limited;
  if (code === "inbox.tooLong") return says.tooLong(new Intl.NumberFormat(locale).format(MOST_CHARACTERS));
  return says.empty;
}

type ThreadProps = {
  locale: Locale;
  timeZone: string;
  shopName: string;
  conversations: ShopperConversation[];
  /** where a file of theirs is */
  fileHref(file: Pick<ShopperFile, "at">): string;
};

/** What shopper and shop have written to each other about an order, the oldest first. */
export function MessageThread({ locale, timeZone, shopName, conversations, fileHref }: ThreadProps) {
  const says = words(locale).thread;
  const messages = conversations
    .flatMap((one) => one.messages)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  if (messages.length === 0) return null;
  const settled = conversations.every((one) => one.state === "closed");
  return (
    <>
      <ol className="aftercare-messages">
        {messages.map((message) => (
          <li key={message.id} className={`aftercare-message aftercare-message-${message.from}`}>
            <p className="aftercare-quiet">
              <strong>{message.from === "shopper" ? says.you : shopName}</strong>{" "}
              <time dateTime={message.at.toISOString()}>{formatTime(message.at, locale, timeZone)}</time>
            </p>
            <MessageContent locale={locale} message={message} fileHref={fileHref} />
          </li>
        ))}
      </ol>
      {settled && <p className="aftercare-quiet">{says.closed}</p>}
    </>
  );
}

type ContentProps = {
  locale: Locale;
  message: ShopperConversation["messages"][number];
  fileHref: ThreadProps["fileHref"];
};

/** A message's words with the pictures in them, and below what came with it: pictures small, everything by its name. */
function MessageContent({ locale, message, fileHref }: ContentProps) {
  const { photo } = words(locale).thread;
  const inText = message.files.filter(({ isInText, isPicture }) => isInText && isPicture);
  const pictures = [
    ...message.photos.map((fileId) => ({ at: { fileId } })),
    ...message.files.filter(({ isInText, isPicture }) => isPicture && !isInText),
  ];
  const others = message.files.filter(({ isPicture }) => !isPicture);
  return (
    <>
      <div className="aftercare-message-text">
        {textParts(message.text, inText).map((part, at) =>
          part.picture ? (
            <a key={fileHref(part.picture)} href={fileHref(part.picture)}>
              <img src={fileHref(part.picture)} alt={part.picture.name} loading="lazy" />
            </a>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup
            <Typed key={at}>{part.text}</Typed>
          ),
        )}
      </div>
      {pictures.length > 0 && (
        <ul className="aftercare-photos">
          {pictures.map((picture, at) => (
            <li key={fileHref(picture)}>
              <a href={fileHref(picture)}>
                <img src={fileHref(picture)} alt={photo(at + 1)} width={96} height={96} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="aftercare-files">
          {others.map((file) => (
            <li key={fileHref(file)}>
              <a href={fileHref(file)}>
                <bdi>{file.name || "\u{1F4CE}"}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** For an order's page: what was written so far, and the form to write (again). */
export function OrderMessages({ thread, form }: { thread: Omit<ThreadProps, "locale">; form: FormProps }) {
  const isBegun = thread.conversations.some((one) => one.messages.length > 0);
  return (
    <>
      <MessageThread {...thread} locale={form.locale} />
      {isBegun && <h3>{words(form.locale).form.more}</h3>}
      <MessageForm {...form} />
    </>
  );
}

type Frame = { base: string; locale: Locale; dir: "ltr" | "rtl"; accent: string; stylesheetUrl: string };

type SentProps = {
  frame: Frame;
  orderHref: string;
  email: string | null;
  thread: Omit<ThreadProps, "locale">;
};

/** After sending: what happens next, and what was written. */
export function MessageSentPage({ frame, orderHref, email, thread }: SentProps) {
  const { sent, thread: says } = words(frame.locale);
  return (
    <StorefrontPage
      {...frame}
      title={sent.title}
      lead={email ? sent.text(`\u2068${email}\u2069`) : sent.textNoEmail}
      back={{ href: orderHref, label: sent.back }}
    >
      <Section id="aftercare-thread" title={says.title} card>
        <MessageThread {...thread} locale={frame.locale} />
      </Section>
    </StorefrontPage>
  );
}

type FormPageProps = { frame: Frame; orderHref: string; form: FormProps };

/** The form alone, when something has to be mended first. What was typed is kept. */
export function MessageFormPage({ frame, orderHref, form }: FormPageProps) {
  const says = words(frame.locale);
  return (
    <StorefrontPage {...frame} title={says.form.title} back={{ href: orderHref, label: says.sent.back }}>
      <MessageForm {...form} />
    </StorefrontPage>
  );
}

/** When the writer's link is over, or was never one: the same page for all, and the text is not lost. */
export function MessageAbsentPage(props: { frame: Frame; lookUpHref: string; text: string }) {
  const says = words(props.frame.locale).absent;
  return (
    <StorefrontPage {...props.frame} dir={direction(props.frame.locale)} title={says.title} lead={says.text}>
      {props.text && (
        <blockquote className="aftercare-message-text">
          <Typed>{props.text}</Typed>
        </blockquote>
      )}
      <p>
        <a className="aftercare-button" href={props.lookUpHref}>
          {says.lookUp}
        </a>
      </p>
    </StorefrontPage>
  );
}
