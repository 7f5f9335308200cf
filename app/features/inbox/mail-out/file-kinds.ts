import { safeFileName, sniff, UNKNOWN_TYPE } from "~/platform/files/sniff";

/** What a file that staff enclose is, and the name it goes by. */
export type FileKind = { contentType: string; name: string };

type Known = { contentType: string; endings: readonly string[] };

/** By their first bytes, whatever they are called. */
const SNIFFED: readonly Known[] = [
  { contentType: "application/pdf", endings: ["pdf"] },
  { contentType: "image/png", endings: ["png"] },
  { contentType: "image/jpeg", endings: ["jpg", "jpeg"] },
  { contentType: "image/gif", endings: ["gif"] },
  { contentType: "image/webp", endings: ["webp"] },
];

const OPEN_XML = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

/**
 * Documents that are ZIP archives: what their list of contents names (ECMA-376 part 2; ODF 1.2 part 3 §3.3, whose
 * type stands in the clear at the beginning).
 */
const ZIPPED: readonly (Known & { holds: string })[] = [
  {
    contentType: `${OPEN_XML}.wordprocessingml.document`,
    endings: ["docx"],
    holds: "word/document.xml",
  },
  { contentType: `${OPEN_XML}.spreadsheetml.sheet`, endings: ["xlsx"], holds: "xl/workbook.xml" },
  {
    contentType: `${OPEN_XML}.presentationml.presentation`,
    endings: ["pptx"],
    holds: "ppt/presentation.xml",
  },
  { contentType: `${ODF}.text`, endings: ["odt"], holds: `mimetype${ODF}.text` },
  { contentType: `${ODF}.spreadsheet`, endings: ["ods"], holds: `mimetype${ODF}.spreadsheet` },
];

/** Plain text has no first bytes: it is known by being text, and believed to be of these kinds only. */
const TEXTS: readonly Known[] = [
  { contentType: "text/plain", endings: ["txt"] },
  { contentType: "text/csv", endings: ["csv"] },
];

/** Where office documents keep programs. */
const PROGRAM = "vbaProject.bin";

/** What a file picker offers: the kinds that are taken. */
export const ENCLOSED_ENDINGS = [...SNIFFED, ...ZIPPED, ...TEXTS].flatMap(({ endings }) => endings);

/**
 * What a file is by its own bytes, with a name that ends as its kind does; null for what is not sent to shoppers:
 * programs, pages, drawings, archives, documents with programs in them, and whatever is not known.
 */
export function kindOfFile(given: string, bytes: Uint8Array): FileKind | null {
  const name = safeFileName(given);
  const known = knownBySniffing(bytes) ?? zipped(bytes) ?? text(name, bytes);
  if (!known) return null;
  const [first = ""] = known.endings;
  return {
    contentType: known.contentType,
    name: known.endings.includes(endingOf(name)) ? name : `${name}.${first}`,
  };
}

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

function knownBySniffing(bytes: Uint8Array): Known | null {
  const type = sniff(bytes);
  return type === UNKNOWN_TYPE ? null : (SNIFFED.find(({ contentType }) => contentType === type) ?? null);
}

/** Names stand in an archive uncompressed. */
function zipped(bytes: Uint8Array): Known | null {
  if (!ZIP.every((one, at) => bytes[at] === one)) return null;
  const all = new TextDecoder("latin1").decode(bytes);
  return all.includes(PROGRAM) ? null : (ZIPPED.find(({ holds }) => all.includes(holds)) ?? null);
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

function text(name: string, bytes: Uint8Array): Known | null {
  const known = TEXTS.find(({ endings }) => endings.includes(endingOf(name)));
  return known && isText(bytes) ? known : null;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const read = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\t\n\f\r]/u.test(read);
  } catch {
    return false;
  }
}
