import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, mailTo } from "#tests/factories/conversation";
import { TEST_CERTIFICATE, TEST_KEY } from "#tests/setup/certificate";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, shopOf } from "#tests/setup/database";
import { type MailDoor, startMailDoor } from "~/doors/mail.server";
import { env } from "~/env.server";
import { readReplyAddress, replyAddress, shopKeyOf } from "~/platform/channels/email/reply-address.server";
import { noteUninstalled } from "~/platform/database/shops.server";
import { newId, readShopId } from "~/values/ids";

let db: FreshDatabase;
let door: MailDoor;
let to: string;
beforeAll(async () => {
  [db, door] = await Promise.all([freshDatabase(), startMailDoor(0)]);
  to = replyAddress(db.shop.id, (await aConversation(db.shop)).conversationId);
});
afterAll(async () => {
  await door.close();
  await db.close();
});
beforeEach(async () => {
  await db.owner.query("delete from inbound_mail");
});

const FROM = "ada.rowntree@example.com";
const kept = async () => (await db.owner.query("select * from inbound_mail order by id")).rows;

/** Speaks SMTP by hand: every line sent, every answer's code. */
async function speak(lines: string[]): Promise<number[]> {
  const socket = net.connect(door.port, "127.0.0.1");
  const answers = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const hear = async () => {
    for (let text = ""; ; ) {
      const { value, done } = await answers.next();
      if (done) return 0;
      text += String(value);
      const last = text.trimEnd().split("\r\n").at(-1) ?? "";
      if (/^\d{3} /.test(last)) return Number(last.slice(0, 3));
    }
  };
  const codes = [await hear()];
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    codes.push(await hear());
  }
  socket.destroy();
  return codes;
}

describe("reply addresses", () => {
  it("say their shop and conversation, whatever case a mail server makes of them", () => {
    const id = newId();
    const address = replyAddress(db.shop.id, id);
    expect(readReplyAddress(address.toUpperCase())).toEqual({ shopKey: shopKeyOf(db.shop.id), id });
  });

  it("cannot be made by changing one letter, or by joining two", () => {
    const id = newId();
    const mine = replyAddress(db.shop.id, id);
    const theirs = replyAddress(db.neighbour.id, id);
    const local = mine.split("@")[0] ?? "";
    for (let at = 0; at < local.length; at++) {
      const letter = local[at] === "a" ? "b" : "a";
      if (local[at] === ".") continue;
      expect(readReplyAddress(`${local.slice(0, at)}${letter}${mine.slice(at + 1)}`)).toBeNull();
    }
    const [, , conversation, tag] = mine.split(".");
    expect(readReplyAddress(["r", shopKeyOf(db.neighbour.id), conversation, tag].join("."))).toBeNull();
    expect(theirs).not.toBe(mine);
    expect(readReplyAddress(mine.replace(env.INBOUND_MAIL_DOMAIN, "evil.example"))).toBeNull();
  });
});

describe("the mail door", () => {
  it("keeps a mail and the job to read it before it says yes", async () => {
    const { response } = await mailTo(door.port, { from: FROM, to, subject: "Hi", text: "Hello" });
    expect(response).toMatch(/^250/);
    const [row, ...others] = await kept();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ shopId: db.shop.id, sender: FROM, recipient: to, state: "received" });
    expect(row.raw.toString()).toContain("Hello");
    const jobs = await db.owner.query(
      `select count(*)::int as count from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'read-mail' and j.payload->>'inboundMailId' = $1`,
      [row.id],
    );
    expect(jobs.rows[0].count).toBe(1);
  });

  it("keeps a mail once, however often it is delivered", async () => {
    const raw = `From: ${FROM}\r\nTo: ${to}\r\nMessage-ID: <a@b.example>\r\n\r\nHello\r\n`;
    const one = { envelope: { from: FROM, to }, raw };
    await Promise.all(Array.from({ length: 20 }, () => mailTo(door.port, one)));
    expect(await kept()).toHaveLength(1);
  });

  it("refuses anybody else's address before the text is sent", async () => {
    const strangers = ["ada@example.com", `r.a.b.c@${env.INBOUND_MAIL_DOMAIN}`, to.replace("r.", "m.")];
    for (const address of strangers) {
      const codes = await speak(["EHLO me.example", `MAIL FROM:<${FROM}>`, `RCPT TO:<${address}>`, "DATA"]);
      expect(codes).toEqual([220, 250, 250, 550, 503]);
    }
    expect(await kept()).toEqual([]);
  });

  it("takes a notice without sender, and no sign-in", async () => {
    const codes = await speak(["EHLO me.example", "AUTH PLAIN AGEAYg==", "MAIL FROM:<>", `RCPT TO:<${to}>`]);
    expect(codes).toEqual([220, 250, 500, 250, 250]);
  });

  it("refuses a mail that says it is too large, and one that turns out to be", async () => {
    const tooLarge = await speak(["EHLO me.example", `MAIL FROM:<${FROM}> SIZE=${60 * 1024 * 1024}`]);
    expect(tooLarge).toEqual([220, 250, 552]);
    const raw = Buffer.concat([
      Buffer.from(`From: ${FROM}\r\n\r\n`),
      Buffer.alloc(26 * 1024 * 1024, "a\r\n"),
    ]);
    const sent = mailTo(door.port, { envelope: { from: FROM, to }, raw }).then(
      String,
      (error) => error.responseCode,
    );
    expect(await sent).toBe(552);
    expect(await kept()).toEqual([]);
  });

  it("takes five recipients at most", async () => {
    const addresses = Array.from({ length: 6 }, () => replyAddress(db.shop.id, newId()));
    const codes = await speak([
      "EHLO x",
      `MAIL FROM:<${FROM}>`,
      ...addresses.map((one) => `RCPT TO:<${one}>`),
    ]);
    expect(codes.slice(3)).toEqual([250, 250, 250, 250, 250, 452]);
  });

  it("leaves connections for others, and takes up again what was left", async () => {
    const sockets: net.Socket[] = [];
    const connect = async () => {
      const socket = net.connect(door.port, "127.0.0.1");
      sockets.push(socket);
      const [greeting] = await once(socket, "data");
      return String(greeting).slice(0, 3);
    };
    const codes = await Promise.all(Array.from({ length: 51 }, connect));
    expect(codes.sort()).toEqual([...Array(50).fill("220"), "421"]);
    for (const socket of sockets) socket.destroy();
    await expect.poll(connect, { timeout: 15_000 }).toBe("220");
    for (const socket of sockets) socket.destroy();
  });

  it("does not know shops that removed the app, nor shops that never were", async () => {
    const gone = shopOf("gone-shop.myshopify.com");
    const codes = await speak([
      "EHLO x",
      `MAIL FROM:<${FROM}>`,
      `RCPT TO:<${replyAddress(gone.id, newId())}>`,
    ]);
    expect([451, 550]).toContain(codes[3]);
    const neighbour = readShopId(NEIGHBOUR);
    if (neighbour) await noteUninstalled(neighbour, new Date());
    const address = replyAddress(db.neighbour.id, newId());
    const answer = await speak(["EHLO x", `MAIL FROM:<${FROM}>`, `RCPT TO:<${address}>`]);
    expect(answer[3]).toBe(550);
  });

  it("asks the sender to come back while the database is away", async () => {
    await db.owner.query("alter table inbound_mail rename to inbound_mail_away");
    const sent = mailTo(door.port, { from: FROM, to, text: "Hello" }).then(
      String,
      (error) => error.responseCode,
    );
    expect(await sent).toBe(451);
    await db.owner.query("alter table inbound_mail_away rename to inbound_mail");
    await mailTo(door.port, { from: FROM, to, text: "Hello" });
    expect(await kept()).toHaveLength(1);
  });
});

describe("the mail door with a certificate", () => {
  it("offers STARTTLS, and takes mail without it all the same", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "aftercare-mail-"));
    const files = { certificateFile: path.join(folder, "c.pem"), keyFile: path.join(folder, "k.pem") };
    await writeFile(files.certificateFile, TEST_CERTIFICATE);
    await writeFile(files.keyFile, TEST_KEY);
    const closed = await startMailDoor(0, files);
    const transport = createTransport({
      ...{ host: "127.0.0.1", port: closed.port, secure: false, requireTLS: true },
      tls: { ca: TEST_CERTIFICATE, servername: "mail.example.com" },
    });
    try {
      const { response } = await transport.sendMail({ from: FROM, to, text: "Over TLS" });
      expect(response).toMatch(/^250/);
      await mailTo(closed.port, { from: FROM, to, text: "In the clear" });
      expect(await kept()).toHaveLength(2);
    } finally {
      transport.close();
      await closed.close();
      await rm(folder, { recursive: true });
    }
  });

  it("offers none without one", async () => {
    expect(await speak(["EHLO me.example", "STARTTLS"])).toEqual([220, 250, 500]);
  });
});
