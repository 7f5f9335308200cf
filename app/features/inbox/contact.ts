import { isMailbox } from "~/values/keys";

/** What a contact form may be about; reports count by it. */
export const CONTACT_REASONS = ["whereIsIt", "returning", "wrong", "change", "other"] as const;
export type ContactReason = (typeof CONTACT_REASONS)[number];

export const MOST_CONTACT_PHOTOS = 3;
/** The longest text of a contact form: with its photos it comes in one body, whose text is bounded. */
export const MOST_CONTACT_CHARACTERS = 10_000;

export type ContactForm = {
  /** the order it is about; null: none */
  orderId: string | null;
  reason: ContactReason | null;
  text: string;
  /** as typed; only read when nobody is known */
  email: string;
  requestKey: string;
};

/** What of a form may have to be mended. */
export const CONTACT_FIELDS = ["reason", "email", "text"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** What has to be mended before the form can be taken. */
export function contactProblems(form: ContactForm, knownEmail: string | null): ContactField[] {
  const { reason, text, email } = form;
  const isWrong = {
    reason: reason === null,
    email: knownEmail === null && !isMailbox(email.trim()),
    text: text.trim() === "" || text.length > MOST_CONTACT_CHARACTERS,
  };
  return CONTACT_FIELDS.filter((field) => isWrong[field]);
}

/** What the conversation and its mails are called: what it is about, and the order's name where one was picked. */
export const contactSubject = (reason: string, orderName: string | null): string =>
  orderName ? `${reason} (${orderName})` : reason;
