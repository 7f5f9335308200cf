import { formatDay, formatTime, type Locale } from "~/platform/i18n/locales";
import { CONTACT_REASONS, type ContactField, MOST_CONTACT_CHARACTERS, MOST_CONTACT_PHOTOS } from "./contact";
import { textParts } from "./mail-out/enclosures";
import type { ShopperConversation, ShopperFile } from "./queries.server";
import { words } from "./words";

export type AccountContact = ReturnType<typeof accountContact>;

type Given = {
  locale: Locale;
  timeZone: string;
  shopName: string;
  requestKey: string;
  /** the account's, to pick from */
  orders: { id: string; name: string; placedAt: Date }[];
  /** picked beforehand */
  orderId: string | null;
  /** where answers go; null: to be typed */
  email: string | null;
  conversations: ShopperConversation[];
  /** where a file is, for a day */
  fileHref(at: ShopperFile["at"]): string;
  /** what the returns' forms say of photos */
  photos: { hint: string; alt(at: number): string; remove(at: number): string };
};

/** The account's contact page, worded and formatted: the extension only draws it. */
export function accountContact(given: Given) {
  const { locale, timeZone, orders, email } = given;
  const { form, contact, thread } = words(locale);
  const most = new Intl.NumberFormat(locale).format(MOST_CONTACT_PHOTOS);
  const perPhoto = (text: (at: number) => string) =>
    Array.from({ length: MOST_CONTACT_PHOTOS }, (_, at) => text(at + 1));
  return {
    says: {
      title: form.title,
      again: form.more,
      label: form.label,
      hint: email ? form.hint(`\u2068${email}\u2069`) : null,
      submit: form.submit,
      check: form.check,
      order: contact.order,
      noOrder: contact.noOrder,
      reason: contact.reason,
      email: contact.email,
      photos: contact.photos(most),
      photosHint: given.photos.hint,
      photoAlts: perPhoto(given.photos.alt),
      removePhotos: perPhoto(given.photos.remove),
      threads: thread.all,
      settled: thread.closed,
    },
    requestKey: given.requestKey,
    orders: orders.map(({ id, name, placedAt }) => ({
      id,
      label: `${name} · ${formatDay(placedAt, locale, timeZone)}`,
    })),
    orderId: orders.some(({ id }) => id === given.orderId) ? given.orderId : null,
    reasons: CONTACT_REASONS.map((id) => ({ id, label: contact.reasons[id] })),
    asksForEmail: email === null,
    mostPhotos: MOST_CONTACT_PHOTOS,
    conversations: given.conversations.map((one) => ({
      id: one.id,
      subject: one.subject,
      at: formatTime(one.lastMessageAt, locale, timeZone),
      isSettled: one.state === "closed",
      messages: one.messages.map((message) => ({
        id: message.id,
        from: message.from,
        who: message.from === "shopper" ? thread.you : given.shopName,
        at: formatTime(message.at, locale, timeZone),
        text: textWithoutMarks(message),
        photos: [
          ...message.photos.map((fileId) => ({ fileId })),
          ...message.files.filter(isShown).map(({ at }) => at),
        ].map(given.fileHref),
        files: message.files
          .filter((file) => !isShown(file))
          .map(({ at, name }) => ({ name: `\u{1F4CE} ${name}`.trim(), href: given.fileHref(at) })),
      })),
    })),
  };
}

type Told = ShopperConversation["messages"][number];

/** Shown as a small picture beside its message; any other file is a link. */
const isShown = ({ at, isPicture }: ShopperFile) => isPicture && "fileId" in at;

/** A message's words, without the marks of the pictures among them. */
function textWithoutMarks({ text, files }: Told): string {
  const inText = files.filter(({ isInText }) => isInText);
  const words = textParts(text, inText).flatMap((part) => part.text ?? []);
  return words.join("").trim();
}

export type AccountProblem = { field: ContactField | "photos"; message: string };

/** What has to be mended, said beside its field. */
export function accountProblems(
  locale: Locale,
  wrong: { fields: readonly ContactField[]; text: string; limited: boolean },
): AccountProblem[] {
  const { form, contact } = words(locale);
  const most = new Intl.NumberFormat(locale).format(MOST_CONTACT_CHARACTERS);
  const says = {
    reason: contact.reasonMissing,
    email: contact.emailMissing,
    text: wrong.text.trim() === "" ? form.empty : form.tooLong(most),
  };
  const problems = wrong.fields.map((field) => ({ field, message: says[field] }));
  return wrong.limited ? [...problems, { field: "text", message: form.limited }] : problems;
}
