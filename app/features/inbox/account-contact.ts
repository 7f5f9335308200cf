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
  photoHref(fileId: string): string;
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
        text: textWithFiles(message),
        photos: [...message.photos, ...message.files.flatMap(pictureOf)].map(given.photoHref),
      })),
    })),
  };
}

type Told = ShopperConversation["messages"][number];

/** The files that can be shown beside a message here. */
const pictureOf = ({ at, isPicture }: ShopperFile) => (isPicture && "fileId" in at ? [at.fileId] : []);

/** A message's words, its pictures taken out of them, and the names of the files that are not shown. */
function textWithFiles({ text, files }: Told): string {
  const inText = files.filter(({ isInText }) => isInText);
  const words = textParts(text, inText).flatMap((part) => part.text ?? []);
  const names = files.filter((file) => pictureOf(file).length === 0).map(({ name }) => `\u{1F4CE} ${name}`);
  return [words.join(""), ...names].join("\n").trim();
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
