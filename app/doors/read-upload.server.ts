import {
  getMultipartBoundary,
  MaxFileSizeExceededError,
  MultipartParseError,
  MultipartParser,
  type MultipartPart,
} from "@remix-run/multipart-parser";

/** A file of a posted form. */
export type Upload = { field: string; bytes: Uint8Array };

export type UploadLimits = {
  /** the largest single file, in bytes */
  file: number;
  /** the whole body, in bytes */
  body: number;
  /** how many files are taken; more are passed over and said */
  files: number;
};

export type ReadUpload = {
  /** the text fields, the first of each name */
  fields: Record<string, string>;
  /** a file, or all together, was larger than allowed: it and what came after it in the form is not here */
  tooLarge: boolean;
  /** there were more files than allowed */
  tooMany: boolean;
};

const MOST_TEXT_BYTES = 64 * 1024;
const MOST_PARTS = 2_000;
/** Beyond this an answer is not worth the way: a browser is told that the connection was closed. */
const MOST_DROPPED_BYTES = 300 * 1024 * 1024;

export const isUpload = (request: Request): boolean =>
  (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");

/**
 * Reads a posted form with files as it streams in, holding one file at a time: each is handed to `take` with
 * the fields that came before it, and reading goes on when that is done. What goes beyond the limits is read and
 * dropped, so that whoever sent it hears why nothing came of it; a body of more than 300 MB is not, and is cut
 * (413). Throws 400 for a broken one.
 */
export async function readUpload(
  request: Request,
  limits: UploadLimits,
  take: (file: Upload, before: Readonly<Record<string, string>>) => Promise<void>,
): Promise<ReadUpload> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_DROPPED_BYTES) throw cut(413);
  const boundary = getMultipartBoundary(request.headers.get("content-type") ?? "");
  if (!boundary || boundary.length > 200 || !request.body) throw cut(400);
  const read: ReadUpload = { fields: Object.create(null), tooLarge: false, tooMany: false };
  let left = limits.files;
  let text = 0;
  const receive = async (part: MultipartPart) => {
    if (!part.name) return;
    if (!part.isFile) {
      text += part.size;
      if (text > MOST_TEXT_BYTES) throw cut(413);
      read.fields[part.name] ??= part.text;
    } else if (part.size > 0 && left-- > 0) await take({ field: part.name, bytes: part.bytes }, read.fields);
    else if (part.size > 0) read.tooMany = true;
  };
  try {
    await feed(request.body, boundary, limits, receive, () => {
      read.tooLarge = true;
    });
  } catch (error) {
    if (error instanceof MultipartParseError || error instanceof TypeError) throw cut(400);
    throw error;
  }
  return read;
}

/** What is left of a form after a file that is too large is read and dropped, so that the answer is heard. */
async function feed(
  body: ReadableStream<Uint8Array>,
  boundary: string,
  limits: UploadLimits,
  receive: (part: MultipartPart) => Promise<void>,
  tooLarge: () => void,
): Promise<void> {
  const parser = new MultipartParser(boundary, {
    maxFileSize: limits.file,
    maxTotalSize: limits.body,
    maxParts: MOST_PARTS,
  });
  let size = 0;
  let dropping = false;
  for await (const chunk of chunksOf(body)) {
    size += chunk.byteLength;
    if (size > MOST_DROPPED_BYTES) throw cut(413);
    if (size > limits.body && !dropping) {
      dropping = true;
      tooLarge();
    }
    if (dropping) continue;
    try {
      for (const part of parser.write(chunk)) await receive(part);
    } catch (error) {
      if (!(error instanceof MaxFileSizeExceededError)) throw error;
      dropping = true;
      tooLarge();
    }
  }
  if (!dropping) parser.finish();
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** The rest stays unread, so nothing else can come over that connection. */
const cut = (status: number) => new Response(null, { status, headers: { connection: "close" } });
