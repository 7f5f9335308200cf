/**
 * How mail programs introduce the earlier mail, in the languages our shoppers write. Every pattern is tested
 * on one joined line of at most 600 characters, so none can be made slow by a long mail.
 */

/** "On 12 March, Jane wrote:". Each needs a digit, for the date; people's own sentences rarely fit. */
const OPENED = [
  /^on\b.*\d.*\bwrote\s*[:：]?$/i, // English
  /^am\b.*\d.*\bschrieb\b.*[:：]$/i, // German
  /^le\b.*\d.*\ba\s+écrit\s*[:：]$/i, // French
  /^el\b.*\d.*\bescribió\s*[:：]$/i, // Spanish
  /^il\b.*\d.*\bha\s+scritto\s*[:：]$/i, // Italian
  /^(?:op|in)\b.*\d.*\b(?:schreef|geschreven)\b.*[:：]$/i, // Dutch
  /^(?:em|a)\b.*\d.*\bescreveu\s*[:：]$/i, // Portuguese
  /^(?:den|på|pa|ons|tors|fre|lør|lör|søn|sön|man|mån|tis|tir)\b.*\d.*\b(?:skrev|følgende)\b.*[:：]$/i, // Scandinavian
  /^(?:w dniu|dnia|pt|pon|wt|śr|czw|sob|niedz)\b.*\d.*\b(?:napisał|pisze).*[:：]$/i, // Polish
];

/** The same where the first word says nothing: known by how they end. */
const CLOSED = [
  /^.*\d.*\bkirjoitti\s*[:：]$/i, // Finnish
  /^.*\d.*(?:написал|написала|пишет|пише).*[:：]$/i, // Russian, Ukrainian
  /^.*\d.*\bnapsal.*[:：]$/i, // Czech
  /^.*\d.*(?:כתב|כתבה|מאת)(?!\p{L}).*[:：]$/iu, // Hebrew
  /^.*[\d٠-٩].*(?:كتب|كتبت|كتابة ما يلي|بواسطة).*[:：]$/iu, // Arabic
  /^.*\d.*(?:のメール|さんは書きました|は書きました|からのメール)\s*[:：]$/iu, // Japanese
  /^.*\d.*\bírta\s*[:：]$/i, // Hungarian
  /^.*\d.*写道\s*[:：]$/iu, // Chinese
  // Whatever the language: a date or a time, an address in angle brackets, and a colon at the end.
  /^.*(?:[\d٠-٩]{4}|[\d٠-٩]{1,2}[:.][\d٠-٩]{2}).*<[^<>\s]{1,200}@[^<>\s]{1,200}>[^<>]{0,40}[:：]$/iu,
];

const LONGEST = 600;

/** A quick look at the last line of what may be such a sentence. */
export const mayEndIntroduction = (line: string): boolean =>
  line.length <= 400 && /(?:[:：]|\bwrote)[\s*>-]*$/i.test(line.slice(-40));

/**
 * Is this (one to four lines, joined) the sentence that introduces a quoted mail? "whole" when its first words
 * say so too, "end" when only its end does, so that it may begin a line earlier.
 */
export function introduction(joined: string): "whole" | "end" | null {
  if (joined.length > LONGEST) return null;
  const plain = joined.replace(/^[>\s*|-]+/, "").replace(/[\s*-]+$/, "");
  if (plain.length <= 8) return null;
  if (OPENED.some((pattern) => pattern.test(plain))) return "whole";
  return CLOSED.some((pattern) => pattern.test(plain)) ? "end" : null;
}

const OLD_MESSAGE = [
  "original message|original appointment|forwarded message|reply message|begin forwarded message",
  "ursprüngliche nachricht|ursprüngliche mail|original-nachricht|weitergeleitete nachricht",
  "message d'origine|message d’origine|message original|message transféré|courriel original",
  "mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada",
  "oorspronkelijk bericht|doorgestuurd bericht|oprindelig besked|opprinnelig melding|ursprungligt meddelande|alkuperäinen viesti",
  "wiadomość oryginalna|исходное сообщение|пересланное сообщение|původní zpráva",
  "הודעה מקורית|הודעה שהועברה|الرسالة الأصلية|رسالة معاد توجيهها",
  "元のメッセージ|転送されたメッセージ|转发的邮件|原始邮件",
].join("|");
const SEPARATOR = new RegExp(`^[\\s>*]*[-_–—=]{2,}\\s*(?:${OLD_MESSAGE})\\s*:?\\s*[-_–—=]*\\s*$`, "iu");
const BEGIN_FORWARDED =
  /^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message transféré)\s*:\s*$/i;

/** Is this the line that mail programs set above an earlier mail? */
export const isSeparator = (line: string): boolean =>
  line.length < 120 && (SEPARATOR.test(line) || BEGIN_FORWARDED.test(line.trim()));

/** The labels of a mail's head as Outlook and others repeat it: from, sent, to, subject, copy. */
const LABELS: readonly string[] = [
  "from|von|de|da|van|fra|från|lähettäjä|od|от|від|מאת|من|差出人|送信者|发件人",
  "sent|date|gesendet|datum|envoyé(?: le)?|enviado(?: el| em)?|fecha|data|inviato|verzonden|sendt|dato|skickat|lähetetty|wysłano|odesláno|отправлено|дата|נשלח|תאריך|تم الإرسال|أرسلت|التاريخ|تاريخ|送信日時|日時|日付|发送时间|日期",
  "to|an|à|para|a|aan|til|till|vastaanottaja|do|komu|кому|אל|ל|إلى|宛先|收件人",
  "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět|тема|נושא|הנדון|الموضوع|件名|主题",
  "cc|kopie|copie|kopi|kopia|копия|עותק|نسخة",
];
const LABEL_PATTERNS = LABELS.map((names) => new RegExp(`^[\\s>*]*(?:${names})\\s*\\*?\\s*[:：]`, "iu"));

/** Which part of a mail's head this line gives (0 from, 1 date, 2 to, 3 subject, 4 copy), or -1. */
export const headLabel = (line: string): number =>
  line.length > 1_000 ? -1 : LABEL_PATTERNS.findIndex((pattern) => pattern.test(line));

const DEVICE_LINES = [
  /^(?:sent|get|posted) (?:from|via|with|using|by|outlook) ?\S/i,
  /^(?:gesendet|von meinem .{2,30} gesendet|holen sie sich outlook)/i,
  /^(?:envoyé|envoye) (?:de|depuis|à partir|avec)\b|^(?:obtenir|télécharger) outlook/i,
  /^enviado (?:desde|do|de|a partir|por)\b|^inviat[oa] (?:da|dal)\b|^(?:verzonden|verstuurd) (?:vanaf|met|via)\b/i,
  /^(?:sendt|skickat|lähetetty|wysłane|odesláno|отправлено|надіслано) (?:fra|från|z|ze|s|из|с|з)?/i,
  /(?:iphone|ipad|android|outlook|スマートフォン)\s*から送信/i,
  /^נשלח (?:מה|מ)|^(?:تم الإرسال|أُ?رسلت|مرسل) من|^(?:发自|从)我的/,
];

/** "Sent from my iPhone" and its like: written by the device, not by the person. */
export const isDeviceLine = (line: string): boolean =>
  line.length < 120 && DEVICE_LINES.some((pattern) => pattern.test(line.replace(/^[\s>*_]+/, "")));

const DEVICES =
  /iphone|ipad|android|outlook|blackberry|samsung|galaxy|huawei|xiaomi|nokia|wiko|windows|yahoo|gmx|proton|aka\.ms/i;

/** Such a line that names the device or program, so that no sentence of a person's is taken for one. */
export const isNamedDeviceLine = (line: string): boolean => isDeviceLine(line) && DEVICES.test(line);
