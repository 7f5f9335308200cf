/**
 * How mail programs introduce the earlier mail, in the languages our shoppers write: attribution lines,
 * separators, repeated heads and lines that devices add. Every pattern is tried on one joined line of at most
 * 600 characters, so none can be made slow by a long mail. The words are those that Gmail, Outlook, Apple Mail,
 * Yahoo, Thunderbird, Samsung, Proton, GMX, Mail.ru, QQ and 163 write in each language.
 */
import { BY_DEVICE, FORWARDED, HEAD_LABELS, OLD_MESSAGE, WROTE } from "./quote-words";

const LONGEST = 600;
const LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
const LETTER_AFTER = "(?![\\p{L}\\p{N}])";

const VERB = new RegExp(`${LETTER_BEFORE}(?:${WROTE})${LETTER_AFTER}`, "iu");
/** Scripts that put no space between words. */
const JOINED_VERB =
  /写道|寫道|のメール|は書きました|さんが書きました|님이 작성|님이 썼습니다|작성|เขียน|ने लिखा|লিখেছেন|写入/u;
/** The verb is the last word, with nothing after it but a colon. */
const ENDS_IN_VERB = new RegExp(
  `${LETTER_BEFORE}(?:${WROTE})\\s*[:：]?$|(?:写道|寫道|のメール|は書きました|さんが書きました|님이 작성)\\s*[:：]?$`,
  "iu",
);
/** Nobody but a program says who wrote in the third person; these are people speaking of themselves. */
const OF_ONESELF =
  /(?<!\p{L})(?:i (?:have )?wrote|we wrote|wrote i|schrieb(?:en)? (?:ich|wir)|ich schrieb|j'ai écrit|nous avons écrit|ho scritto|abbiamo scritto|he escrito|schreef ik|skrev jag|skrev jeg|я написал\p{L}*|я пис\p{L}*|мы писали)(?!\p{L})/iu;

const DATE =
  /\p{Nd}{1,4}[./-]\s?\p{Nd}{1,2}[./-]\s?\p{Nd}{1,4}|(?:19|20)\p{Nd}{2}|[\u0660-\u0669\u06f0-\u06f9]{4}|\p{Nd}{1,2}[:.h]\p{Nd}{2}|\p{Nd}{1,2}年|\p{Nd}{1,2}\.? \p{L}{3,}|\p{L}{3,}\.? \p{Nd}{1,2}(?!\p{Nd})/u;
const ADDRESS = /[^\s<>()@]{1,200}@[^\s<>()@]{2,200}/;
/** First words of such a sentence. */
const OPENING =
  /^(?:on|am|le|el|il|in data|op|em|a|den|på|w dniu|dnia|dne|dňa|στις|la|pe|în data|vào|в|у|ב|בתאריך|في|بتاريخ|在|ในวันที่|pada)(?![\p{L}])/iu;

/** A quick look at the last line of what may be such a sentence. */
export function mayEndIntroduction(line: string): boolean {
  if (line.length > 400) return false;
  const end = line.slice(-80).replace(/[\s*>|‎‏-]+$/, "");
  return /[:：]$/.test(end) || ENDS_IN_VERB.test(end);
}

export type Introduction = "whole" | "end" | "maybe";

/**
 * Is this (one to four lines, joined) the sentence that introduces a quoted mail? "whole": surely, and it
 * begins here. "end": surely, though it may begin a line earlier. "maybe": only when a quote follows.
 */
export function introduction(joined: string): Introduction | null {
  if (joined.length > LONGEST) return null;
  const plain = joined.replace(/^[>\s*|_-]+/, "").replace(/[\s*_-]+$/, "");
  if (plain.length <= 8 || OF_ONESELF.test(plain)) return null;
  const hasVerb = VERB.test(plain) || JOINED_VERB.test(plain);
  const hasColon = /[:：]$/.test(plain);
  if (!hasVerb && !hasColon) return null;
  const hasDate = DATE.test(plain);
  const hasAddress = ADDRESS.test(plain);
  if (hasDate && hasAddress && (hasColon || ENDS_IN_VERB.test(plain))) {
    // A long sentence with an address in it may be the person's own.
    if (!hasVerb && !/[<(][^<>()\s]*@[^<>()\s]*[>)]/.test(plain)) return "maybe";
    return OPENING.test(plain) ? "whole" : "end";
  }
  if (hasVerb && hasDate && (hasColon || ENDS_IN_VERB.test(plain))) {
    if (OPENING.test(plain) && plain.length < 200) return "whole";
    return ENDS_IN_VERB.test(plain) && /\p{Nd}{1,2}[:.]\p{Nd}{2}/u.test(plain) ? "end" : "maybe";
  }
  if (hasVerb && hasAddress && hasColon) return "maybe";
  return hasVerb && hasColon && plain.length < 120 ? "maybe" : null;
}

const RULE = "[-_–—=*~]";
const separator = (names: string) =>
  new RegExp(
    `^[\\s>*]*(?:${RULE}{2,}\\s*(?:${names})\\s*:?\\s*${RULE}*|(?:${names})\\s*:?\\s*${RULE}{2,})\\s*$`,
    "iu",
  );
const SEPARATOR = separator(OLD_MESSAGE);
const FORWARD = separator(FORWARDED);
const BEGIN_FORWARDED = new RegExp(`^\\s*(?:${FORWARDED})\\s*[:：]\\s*$`, "iu");
const mayBeSeparator = (line: string) =>
  line.length > 6 && line.length < 120 && /[-_–—=*~:：]\s*$/.test(line);

/** Is this the line that mail programs set above an earlier mail they answer? */
export const isSeparator = (line: string): boolean => mayBeSeparator(line) && SEPARATOR.test(line);

/** Is this the line that mail programs set above a mail they pass on? */
export const isForwardLine = (line: string): boolean =>
  mayBeSeparator(line) && (FORWARD.test(line) || BEGIN_FORWARDED.test(line));

const LABEL_PATTERNS = HEAD_LABELS.map(
  (names) => new RegExp(`^[\\s>*\\u00a0|]*(?:${names})\\s*\\*{0,2}\\s*[:：]`, "iu"),
);

/** Which part of a mail's head this line gives (0 from, 1 date, 2 to, 3 subject, 4 copy), or -1. */
export const headLabel = (line: string): number =>
  line.length > 1_000 || !/^.{1,45}[:：]/.test(line)
    ? -1
    : LABEL_PATTERNS.findIndex((pattern) => pattern.test(line));

const DEVICE_LINES = new RegExp(`^[\\s>*_]*(?:${BY_DEVICE})`, "iu");

/** "Sent from my iPhone" and its like: written by the device, not by the person. */
export const isDeviceLine = (line: string): boolean =>
  line.length < 120 &&
  (/\b(?:samsung|galaxy|smartphone)\b/i.test(line) || !/[,;!?]/.test(line.replace(/<[^<>]*>/g, ""))) &&
  DEVICE_LINES.test(line);

const DEVICES =
  /iphone|ipad|android|outlook|blackberry|samsung|galaxy|huawei|xiaomi|redmi|oppo|vivo|pixel|nokia|wiko|motorola|windows|yahoo|gmx|web\.de|proton|zoho|mail\.ru|foxmail|网易|qq邮箱|aka\.ms|mail app|typeapp|bluemail|aquamail/i;

/** Such a line that names the device or program, so that no sentence of a person's is taken for one. */
export const isNamedDeviceLine = (line: string): boolean => DEVICES.test(line) && isDeviceLine(line);

/** How confidentiality notices begin that companies put below every mail. */
const DISCLAIMER =
  /^[\s*_]*(?:(?:confidentiality|confidential|legal|privacy) (?:notice|note|statement|disclaimer)\b|disclaimer\s*[:.]|this (?:e-?mail|message|communication)(?: message)?(?:,? ?(?:\(?(?:and|including|together with) .{0,40}attach\w*\)?,?))? (?:is|are|may|contains?|and any|is intended)\b.{0,80}(?:confidential|privileged|intended|legally)|the (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message|communication).{0,80}(?:confidential|privileged|intended)|diese (?:e-?mail|nachricht).{0,60}(?:vertraulich|rechtlich geschützt)|(?:hinweis|wichtiger hinweis)\s*:.{0,60}vertraulich|ce (?:message|courriel|mail).{0,60}(?:confidentiel|destiné|adressé)|este (?:mensaje|correo|e-?mail|mensagem).{0,80}(?:confidencial|dirigid)|esta mensagem.{0,80}(?:confidencia|destina)|(?:questo messaggio|questa e-?mail|le informazioni contenute).{0,80}(?:riservat|confidenzial)|(?:dit|deze) (?:bericht|e-?mail).{0,80}(?:vertrouwelijk|uitsluitend bestemd)|avis de confidentialité|aviso legal|aviso de confidencialidad|informativa privacy|please consider the environment before printing|think before you print)/i;

export const isDisclaimer = (line: string): boolean => DISCLAIMER.test(line.slice(0, 400));
