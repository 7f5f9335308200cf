import type { ReactNode } from "react";
import type { Locale } from "~/platform/i18n/locales";
import { ErrorSummary, Field, SelectField, StorefrontForm, Submit } from "~/ui/storefront/form";
import { StorefrontPage } from "~/ui/storefront/page";
import {
  CONTACT_REASONS,
  type ContactField,
  type ContactForm,
  MOST_CONTACT_CHARACTERS,
  MOST_CONTACT_PHOTOS,
} from "../contact";
import { type InboxWords, words } from "../words";

type Frame = { base: string; locale: Locale; dir: "ltr" | "rtl"; accent: string; stylesheetUrl: string };

/** Why a form was not taken. */
export type ContactTried = {
  form: ContactForm;
  fields: ContactField[];
  /** too many of late */
  limited: boolean;
  /** what to say of its photos; null: nothing was wrong with them */
  photoProblem: string | null;
  /** were photos with it? A browser cannot be handed them back. */
  hadPhotos: boolean;
};

type ContactPageProps = {
  frame: Frame;
  action: string;
  /** the pass that proves who writes; null without one */
  token: string | null;
  requestKey: string;
  /** orders to pick from */
  orders: { id: string; label: string }[];
  /** picked beforehand */
  chosen: { orderId: string | null; reason: string | null };
  /** where the answer goes; null: to be typed */
  email: string | null;
  photosHint: string;
  /** what answers the question before it is asked: where the order is, and what can be done without us */
  selfService: ReactNode;
  tried?: ContactTried;
};

/** The storefront's contact form, below what may spare writing it. Works without JavaScript. */
export function ContactPage(props: ContactPageProps) {
  const { frame, tried } = props;
  const says = words(frame.locale);
  return (
    <StorefrontPage {...frame} title={says.form.title}>
      <div className="aftercare-narrow">
        {tried && <Problems {...props} tried={tried} />}
        {props.selfService}
        <StorefrontForm
          action={props.action}
          multipart
          hidden={{ requestKey: props.requestKey, ...(props.token ? { t: props.token } : {}) }}
        >
          <AboutFields {...props} />
          <WordsFields {...props} />
          <Submit>{says.form.submit}</Submit>
        </StorefrontForm>
      </div>
    </StorefrontPage>
  );
}

const ID = {
  reason: "aftercare-reason",
  email: "aftercare-email",
  text: "aftercare-text",
  photos: "aftercare-photos",
};

function Problems({ frame, tried }: ContactPageProps & { tried: ContactTried }) {
  const says = words(frame.locale);
  const errors = tried.fields.map((field) => ({
    fieldId: ID[field],
    message: problemOf(says, field, tried.form, frame.locale),
  }));
  if (tried.limited) errors.push({ fieldId: ID.text, message: says.form.limited });
  if (tried.photoProblem) errors.push({ fieldId: ID.photos, message: tried.photoProblem });
  else if (tried.hadPhotos) errors.push({ fieldId: ID.photos, message: says.contact.photosAgain });
  return <ErrorSummary title={says.form.check} errors={errors} />;
}

function problemOf(says: InboxWords, field: ContactField, form: ContactForm, locale: Locale): string {
  if (field === "reason") return says.contact.reasonMissing;
  if (field === "email") return says.contact.emailMissing;
  return form.text.trim() === ""
    ? says.form.empty
    : says.form.tooLong(new Intl.NumberFormat(locale).format(MOST_CONTACT_CHARACTERS));
}

/** Which order, and what about it. */
function AboutFields({ frame, orders, chosen, tried }: ContactPageProps) {
  const says = words(frame.locale).contact;
  const order = tried ? tried.form.orderId : chosen.orderId;
  const reason = tried ? tried.form.reason : chosen.reason;
  return (
    <>
      {orders.length > 0 && (
        <SelectField
          id="aftercare-order"
          name="orderId"
          label={says.order}
          empty={says.noOrder}
          options={orders.map(({ id, label }) => ({ value: id, label }))}
          value={order ?? ""}
        />
      )}
      <SelectField
        id={ID.reason}
        name="reason"
        label={says.reason}
        empty="–"
        options={CONTACT_REASONS.map((value) => ({ value, label: says.reasons[value] }))}
        value={reason ?? ""}
        error={tried?.fields.includes("reason") ? says.reasonMissing : undefined}
      />
    </>
  );
}

/** What the shopper writes and shows, and where the answer goes. The photos come last: they are read after the rest. */
function WordsFields({ frame, email, photosHint, tried }: ContactPageProps) {
  const says = words(frame.locale);
  const problem = (field: ContactField) =>
    tried?.fields.includes(field) ? problemOf(says, field, tried.form, frame.locale) : undefined;
  return (
    <>
      {email === null && (
        <Field
          id={ID.email}
          name="email"
          type="email"
          inputMode="email"
          dir="ltr"
          label={says.contact.email}
          value={tried?.form.email ?? ""}
          maxLength={254}
          autoComplete="email"
          required
          error={problem("email")}
        />
      )}
      <Field
        id={ID.text}
        name="text"
        label={says.form.label}
        {...(email === null ? {} : { hint: says.form.hint(`\u2068${email}\u2069`) })}
        rows={6}
        required
        value={tried?.form.text ?? ""}
        error={problem("text")}
      />
      <div className="aftercare-field">
        <label htmlFor={ID.photos}>
          {says.contact.photos(new Intl.NumberFormat(frame.locale).format(MOST_CONTACT_PHOTOS))}
        </label>
        <p className="aftercare-hint" id={`${ID.photos}-hint`}>
          {photosHint}
        </p>
        <input
          type="file"
          id={ID.photos}
          name="photos"
          // without HEIC here, phones hand over a JPEG
          accept="image/jpeg,image/png,image/webp"
          multiple
          aria-describedby={`${ID.photos}-hint`}
        />
      </div>
    </>
  );
}

type SentProps = { frame: Frame; email: string; back: { href: string; label: string } };

/** The form was taken: what happens next. The same whether or not we know the address. */
export function ContactSentPage({ frame, email, back }: SentProps) {
  const says = words(frame.locale);
  return (
    <StorefrontPage
      {...frame}
      title={says.sent.title}
      lead={says.contact.sent(`\u2068${email}\u2069`)}
      back={back}
    />
  );
}

type LinkProps = {
  locale: Locale;
  href: string;
  /** beside the short form, which takes words only */
  withPhotos?: boolean;
};

/** A way to the contact form, for pages on which somebody may look for help. */
export const ContactLink = ({ locale, href, withPhotos }: LinkProps) => (
  <p className="aftercare-again">
    <a href={href}>{withPhotos ? words(locale).contact.withPhotos : words(locale).form.title}</a>
  </p>
);
