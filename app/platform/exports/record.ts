/** A record of an export as it lies in the file. Places are bytes of the unpacked file. */
export type FileRecord = {
  /** where it begins: reading can start again here */
  at: number;
  /** where what comes after it begins */
  end: number;
  /** null: it is larger than `MOST_RECORD_BYTES`, and was passed over */
  bytes: Buffer | null;
};

/** Cuts a stream into records. Holds one record, and a piece of the stream, at a time. */
export type Splitter = {
  /** the records that are complete with this piece */
  feed(piece: Buffer): Iterable<FileRecord>;
  /** the last one, when the stream is over */
  end(): Iterable<FileRecord>;
};

/** A larger record is passed over. Mail servers refuse larger mails: 50 MB and its Base64. */
export const MOST_RECORD_BYTES = 60 * 1024 * 1024;
