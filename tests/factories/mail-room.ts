import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { type MailServer, openMailServer } from "#tests/setup/smtp";
import { type MailDoor, startMailDoor } from "~/doors/mail.server";
import { env } from "~/env.server";
import { closeMail } from "~/platform/channels/email/send.server";
import { known } from "./profile";

/** Two shops whose mail goes to a server of this test file's own, at any free port. */
type Room = {
  db: FreshDatabase;
  /** Between two tests: these tables empty, in this order, and the mail server as new. */
  empty(...tables: string[]): Promise<void>;
  close(): Promise<void>;
};

/** Mail out, read as a person gets it; and mail in, through the app's own door. */
export type MailRoom = Room & { smtp: MailServer; door: MailDoor };

/** Mail out, as it went over the wire, from shops that Shopify has told of. */
export type NewsRoom = Room & { sink: MailSink };

export async function openMailRoom(): Promise<MailRoom> {
  const [db, smtp, door] = await Promise.all([freshDatabase(), openMailServer(), startMailDoor(0)]);
  env.SMTP_URL = smtp.url; // read when the first mail goes out
  return {
    ...{ db, smtp, door },
    async empty(...tables) {
      smtp.received.length = 0;
      smtp.refuse.clear();
      await emptied(db, tables);
    },
    async close() {
      closeMail();
      await Promise.all([door.close(), smtp.close()]);
      await db.close();
    },
  };
}

export async function openNewsRoom(): Promise<NewsRoom> {
  const [db, sink] = await Promise.all([freshDatabase(), openMailSink()]);
  env.SMTP_URL = sink.url; // read when the first mail goes out
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
  return {
    ...{ db, sink },
    async empty(...tables) {
      Object.assign(sink, { accepted: [], texts: [], delayMs: 0, dropAfterText: 0, answer: 250 });
      sink.refuse.clear();
      await emptied(db, tables);
    },
    async close() {
      closeMail();
      await sink.close();
      await db.close();
    },
  };
}

async function emptied(db: FreshDatabase, tables: string[]): Promise<void> {
  for (const table of tables) await db.owner.query(`delete from ${table}`);
}
