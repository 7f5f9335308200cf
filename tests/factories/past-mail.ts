import {
  addPiece,
  beginImport,
  stepImport,
  workOnImport,
} from "~/features/inbox/import/import-conversations.server";
import { loadImport, type PastImport } from "~/features/inbox/import/import-store.server";
import { type ExportSource, PIECE_BYTES } from "~/features/inbox/import/progress";
import type { Shop } from "~/platform/database/shop.server";

export type PastMail = {
  id: string;
  from: string;
  to?: string;
  subject?: string;
  text?: string;
  answers?: string[];
  date?: string;
  head?: string;
};

/** A mail as it lies in an mbox file. */
export const mboxOf = (mails: readonly PastMail[]): Buffer =>
  Buffer.from(
    mails
      .map(
        ({
          id,
          from,
          to = "help@fern.example",
          subject = "Hello",
          text = "Words",
          answers = [],
          date,
          head = "",
        }) =>
          [
            `From ${/[^<\s]+@[^>\s]+/.exec(from)?.[0] ?? "x"} Thu Nov 19 09:30:01 2020`,
            `From: ${from}`,
            `To: ${to}`,
            `Subject: ${subject}`,
            `Date: ${date ?? "Thu, 19 Nov 2020 09:30:01 +0000"}`,
            `Message-ID: <${id}>`,
            ...(answers.length > 0
              ? [
                  `In-Reply-To: <${answers.at(-1)}>`,
                  `References: ${answers.map((one) => `<${one}>`).join(" ")}`,
                ]
              : []),
            ...(head ? [head] : []),
            "",
            text,
            "",
            "",
          ].join("\n"),
      )
      .join(""),
  );

const MAYA = { id: "42", name: "Maya" };

type Files = { source?: ExportSource; files: Record<string, Buffer>; own?: string[] };

/** Uploads files as the staff's page does, and has them counted. Answers the import. */
export async function countedImport(
  shop: Shop,
  { source = "mbox", files, own = ["help@fern.example"] }: Files,
) {
  const begun = await beginImport(
    shop,
    {
      source,
      ownAddresses: own,
      files: Object.entries(files).map(([name, bytes]) => ({ name, size: bytes.length })),
    },
    MAYA,
  );
  if (!begun.ok) throw new Error(`Not begun: ${begun.refusal.code}`);
  const { id } = begun.value;
  for (const [file, bytes] of Object.values(files).entries())
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = {
        importId: id,
        file,
        place: at / PIECE_BYTES,
        bytes: bytes.subarray(at, at + PIECE_BYTES),
      };
      const kept = await addPiece(shop, piece);
      if (!kept.ok) throw new Error(`Not kept: ${kept.refusal.code}`);
    }
  await stepImport(shop, id, "count");
  await workOnImport(shop, id);
  return importOf(shop, id);
}

/** Takes in what was counted; `forMs` 0 stops after each batch, as a worker that is stopped does. */
export async function takenImport(shop: Shop, given: Files): Promise<PastImport> {
  const { id } = await countedImport(shop, given);
  await stepImport(shop, id, "run");
  await workOnImport(shop, id);
  return importOf(shop, id);
}

export async function importOf(shop: Shop, id: string): Promise<PastImport> {
  const one = await shop.transact((tx) => loadImport(tx, id));
  if (!one) throw new Error("No such import");
  return one;
}
