import { oneLine } from "./addresses";
import { htmlToText } from "./html-text";
import type { Body } from "./mime-body";
import { contentOf, type Part } from "./mime-tree";
import { readTnef } from "./tnef";
import { decodeWords } from "./words-in-heads";

export type Attachment = {
  name: string | null;
  contentType: string;
  /** bytes */
  size: number;
  contentId: string | null;
  isInline: boolean;
  content: Uint8Array;
};

const MOST_NAME = 255;

/**
 * The files a mail carries. What Outlook packed into winmail.dat comes unpacked, and its words become the
 * mail's when it has no others.
 */
export function attachmentsOf(body: Body): Attachment[] {
  return body.files.flatMap(({ part, isInline }) => {
    const packed = isPacked(part) ? unpack(part, body) : null;
    return packed ?? [attachment(part, isInline)];
  });
}

function attachment(part: Part, isInline: boolean): Attachment {
  const content = contentOf(part);
  return {
    name: nameOf(part),
    contentType: oneLine(part.type).slice(0, 127),
    size: content.length,
    contentId: part.contentId && oneLine(part.contentId).slice(0, 500),
    isInline,
    content,
  };
}

function nameOf(part: Part): string | null {
  if (part.fileName) return fileName(part.fileName);
  if (part.type === "text/calendar") return "invite.ics";
  if (part.type !== "message/rfc822") return null;
  const subject = /^subject:[ \t]*(.{1,300})$/im.exec(
    part.body.toString("latin1", 0, 20_000).split(/\r?\n\r?\n/)[0] ?? "",
  );
  const name = subject ? fileName(decodeWords((subject[1] ?? "").trim())).replace(/[/\\:]/g, "-") : "";
  return name ? `${name.slice(0, 200)}.eml` : null;
}

/** A name for people to read; it is never a path of ours. */
const fileName = (name: string) => oneLine(name).slice(-MOST_NAME);

const isPacked = (part: Part) =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(part.type) || part.fileName?.toLowerCase() === "winmail.dat";

function unpack(part: Part, body: Body): Attachment[] | null {
  const found = readTnef(contentOf(part));
  if (!found) return null;
  if (body.text.trim() === "") {
    body.html ??= found.html;
    body.text = (found.text ?? (found.html ? htmlToText(found.html) : "")).trimEnd();
  }
  return found.files.map(({ name, contentType, contentId, content }) => ({
    name: name && fileName(name),
    contentType: oneLine(contentType ?? "").slice(0, 127) || "application/octet-stream",
    size: content.length,
    contentId: contentId && oneLine(contentId).slice(0, 500),
    isInline: contentId !== null && /^image\//.test(contentType ?? ""),
    content,
  }));
}
