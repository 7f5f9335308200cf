import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, mailTo, runInboxJobs } from "#tests/factories/conversation";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import { changeCopies } from "~/features/inbox/mail-out/change-copies.server";
import { dropFile, encloseFile } from "~/features/inbox/mail-out/enclose-file.server";
import { keepSignature } from "~/features/inbox/mail-out/keep-signature.server";
import { mailOutView } from "~/features/inbox/mail-out/mail-out-view.server";
import { exportConversations, forgetConversations } from "~/features/inbox/privacy.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { takeBack } from "~/features/inbox/take-back.server";
import { takeBounce } from "~/features/notifications/take-bounce.server";
import { sweepRetention } from "~/jobs/retention.server";
import { barId } from "~/platform/channels/email/barred.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import { closeMail } from "~/platform/channels/email/send.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

const MAYA = { id: "42", name: "Maya" };
const ADA = { name: "Ada Rowntree", address: "ada.rowntree@example.com" };
let room: MailRoom;
let db: MailRoom["db"];
let door: MailRoom["door"];
let smtp: MailRoom["smtp"];
beforeAll(async () => {
  room = await openMailRoom();
  ({ db, door, smtp } = room);
});
afterAll(() => room.close());
beforeEach(() => room.empty("enclosure", "staff_signature", "suppression", "rate_limit"));

const view = async (id: string, shop: Shop = db.shop) => {
  const found = await shop.transact((tx) => conversationView(tx, id));
  if (!found) throw new Error("No such conversation");
  return found;
};
const draftOf = (conversationId: string) => ({ conversationId, staffId: MAYA.id });
const mailOut = async (conversationId: string, by = MAYA) => {
  const found = await mailOutView(db.shop, conversationId, by);
  if (!found) throw new Error("No such conversation");
  return found;
};
const give = (conversationId: string, name: string, bytes: Uint8Array, isInline = false) =>
  encloseFile(db.shop, draftOf(conversationId), { name, bytes, isInline });
const files = async () => (await db.owner.query("select count(*)::int as count from file")).rows[0].count;
const codeOf = (done: { ok: boolean; refusal?: { code: string } }) => (done.ok ? null : done.refusal?.code);

/** Staff answer with these of their files. */
async function reply(conversationId: string, text: string, fileIds: string[] = []) {
  const { lastMessageId } = await view(conversationId);
  const asked = { conversationId, text, requestKey: newId(), seen: lastMessageId, files: fileIds };
  return replyToConversation(db.shop, asked, MAYA);
}
async function sent() {
  await runInboxJobs(db, db.shop);
  const got = smtp.received.at(-1);
  if (!got) throw new Error("No mail came");
  return got;
}

const pdf = Buffer.from("%PDF-1.7 a size chart");
const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#3a6" } })
    .withExif({ IFD0: { Copyright: "Maya at home" } })
    .png()
    .toBuffer();

describe("files with an answer", () => {
  it("go out beside it, pictures in their places, and are shown with it", async () => {
    const { conversationId } = await aConversation(db.shop);
    expect(await give(conversationId, "size chart.pdf", pdf)).toMatchObject({ ok: true });
    expect(await give(conversationId, "image.png", await picture(), true)).toMatchObject({ ok: true });
    const draft = await mailOut(conversationId);
    expect(draft.files.map((one) => [one.name, one.isInline])).toEqual([
      ["size chart.pdf", false],
      ["image.png", true],
    ]);
    await reply(
      conversationId,
      "It is this one:\n[image.png]\nMeasure twice.",
      draft.files.map(({ id }) => id),
    );
    const { mail } = await sent();
    const chart = mail.attachments.find(({ mimeType }) => mimeType === "application/pdf");
    expect(chart).toMatchObject({ filename: "size chart.pdf", disposition: "attachment" });
    expect(Buffer.from(chart?.content as ArrayBuffer).equals(pdf)).toBe(true);
    const shown = mail.attachments.find(({ mimeType }) => mimeType === "image/png");
    expect(shown?.disposition).toBe("inline");
    const cid = shown?.contentId?.replace(/[<>]/g, "");
    expect(mail.html).toContain(`It is this one:\n<img src="cid:${cid}" alt="image.png"`);
    expect(mail.text).toContain("[image.png]");
    const kept = await sharp(Buffer.from(shown?.content as ArrayBuffer)).metadata();
    expect([kept.width, kept.exif]).toEqual([40, undefined]);
    expect((await mailOut(conversationId)).files).toEqual([]);
    const message = (await view(conversationId)).messages.at(-1);
    expect(message?.enclosed.map((one) => one.name)).toEqual(["size chart.pdf", "image.png"]);
    expect(message?.enclosed[0]?.href).toMatch(/^\/files\//);
  });

  it("are the same on every try", async () => {
    const { conversationId } = await aConversation(db.shop);
    await give(conversationId, "chart.pdf", pdf);
    const [file] = (await mailOut(conversationId)).files;
    closeMail();
    await smtp.close();
    await reply(conversationId, "Here", [file?.id ?? ""]);
    expect(await runInboxJobs(db, db.shop)).toBe(1);
    await smtp.reopen();
    const { mail } = await sent();
    await runInboxJobs(db, db.shop);
    expect(smtp.received).toHaveLength(1);
    expect(mail.attachments).toHaveLength(1);
  });

  it("may be all there is to an answer; nothing at all is none", async () => {
    const { conversationId } = await aConversation(db.shop);
    expect(codeOf(await reply(conversationId, " "))).toBe("inbox.empty");
    await give(conversationId, "chart.pdf", pdf);
    const [file] = (await mailOut(conversationId)).files;
    expect(codeOf(await reply(conversationId, "", [file?.id ?? ""]))).toBeNull();
  });

  it("are one person's in one conversation of one shop", async () => {
    const { conversationId } = await aConversation(db.shop);
    const other = await aConversation(db.shop);
    const nextDoor = await aConversation(db.neighbour);
    await give(conversationId, "chart.pdf", pdf);
    const [file] = (await mailOut(conversationId)).files;
    expect((await mailOut(conversationId, { id: "43", name: "Noor" })).files).toEqual([]);
    expect(codeOf(await reply(other.conversationId, "Mine?", [file?.id ?? ""]))).toBe("inbox.filesGone");
    expect(codeOf(await give(nextDoor.conversationId, "x.pdf", pdf))).toBe("inbox.notFound");
    expect(await mailOutView(db.shop, nextDoor.conversationId, MAYA)).toBeNull();
    await dropFile(db.shop, draftOf(other.conversationId), file?.id ?? "");
    expect((await mailOut(conversationId)).files).toHaveLength(1);
    expect(codeOf(await reply(conversationId, "Again", [newId()]))).toBe("inbox.filesGone");
    expect((await view(conversationId)).messages).toHaveLength(1);
  });

  it("are refused by kind, size and number, and never more than a mail may weigh", async () => {
    const { conversationId } = await aConversation(db.shop);
    expect(codeOf(await give(conversationId, "a.exe", Buffer.from("MZ")))).toBe("inbox.fileRefused");
    const big = Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]);
    expect(codeOf(await give(conversationId, "b.pdf", big))).toBe("inbox.fileTooLarge");
    await give(conversationId, "c.pdf", pdf);
    await db.owner.query("update enclosure set size = 18 * 1024 * 1024");
    expect(codeOf(await give(conversationId, "d.pdf", pdf))).toBe("inbox.tooManyFiles");
    await db.owner.query("update enclosure set size = 1");
    const many = Array.from({ length: 12 }, () => give(conversationId, "e.pdf", pdf));
    const codes = (await Promise.all(many)).map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(9);
    const names = (await mailOut(conversationId)).files.map(({ name }) => name);
    expect(new Set(names).size).toBe(10);
  });

  it("come back into the draft with an answer that is taken back, and go for good when taken out", async () => {
    const { conversationId } = await aConversation(db.shop);
    await give(conversationId, "chart.pdf", pdf);
    const [file] = (await mailOut(conversationId)).files;
    const done = await reply(conversationId, "Too early", [file?.id ?? ""]);
    if (!done.ok) throw new Error();
    const back = await takeBack(db.shop, conversationId, done.value.messageId, MAYA);
    expect(back).toMatchObject({ ok: true, value: { text: "Too early" } });
    expect((await mailOut(conversationId)).files.map(({ id }) => id)).toEqual([file?.id]);
    const before = await files();
    await dropFile(db.shop, draftOf(conversationId), file?.id ?? "");
    expect(await files()).toBe(before - 1);
  });

  it("are forgotten when they were never sent, and erased and exported with the conversation", async () => {
    const { conversationId } = await aConversation(db.shop);
    await give(conversationId, "sent.pdf", pdf);
    const [file] = (await mailOut(conversationId)).files;
    await reply(conversationId, "Here", [file?.id ?? ""]);
    await give(conversationId, "forgotten.pdf", pdf);
    await db.owner.query(`update enclosure set "createdAt" = now() - interval '31 days'`);
    await give(conversationId, "new.pdf", pdf);
    await sweepRetention(db.shop);
    expect((await mailOut(conversationId)).files.map(({ name }) => name)).toEqual(["new.pdf"]);
    const person = { emailKey: ADA.address, orderIds: [] };
    const told = await db.shop.transact((tx) => exportConversations(tx, person));
    expect(told.enclosures.find(({ name }) => name === "sent.pdf")?.bytesBase64).toBe(pdf.toString("base64"));
    await db.shop.transact((tx) => forgetConversations(tx, person));
    expect(await files()).toBe(0);
  });
});

describe("a signature", () => {
  it("ends its person's answers, and stays with each as it was sent", async () => {
    const { conversationId } = await aConversation(db.shop);
    await keepSignature(db.shop, MAYA.id, "Maya\r\nFern & Fable <repairs>\u0000");
    expect((await mailOut(conversationId)).signature).toBe("Maya\nFern & Fable <repairs>");
    expect((await mailOut(conversationId, { id: "43", name: "Noor" })).signature).toBe("");
    await reply(conversationId, "It leaves tomorrow.");
    await keepSignature(db.shop, MAYA.id, "Somebody else");
    const { mail } = await sent();
    expect(mail.text).toContain(
      "It leaves tomorrow.\n\n-- \nMaya\nFern & Fable <repairs>\n\nAbout your order",
    );
    expect(mail.html).toContain("Maya\nFern &amp; Fable &lt;repairs&gt;");
    expect((await view(conversationId)).messages.at(-1)).toMatchObject({
      text: "It leaves tomorrow.",
      folded: "Maya\nFern & Fable <repairs>",
    });
  });

  it("is refused when it is a letter", async () => {
    expect(codeOf(await keepSignature(db.shop, MAYA.id, "x".repeat(2_001)))).toBe("inbox.tooLong");
  });
});

describe("copies", () => {
  const GRACE = "grace@example.org";

  it("go to whoever was brought in, who is known when they answer and told nothing more", async () => {
    const { conversationId } = await aConversation(db.shop);
    await mailTo(door.port, {
      from: ADA,
      to: replyAddress(db.shop.id, conversationId),
      cc: [GRACE, "mum@example.net"],
      text: "Grace knows more",
    });
    await runInboxJobs(db, db.shop);
    expect((await mailOut(conversationId)).offered).toEqual([GRACE, "mum@example.net"]);
    await changeCopies(db.shop, conversationId, { do: "add", address: " Grace@Example.org " }, "Maya");
    expect(await mailOut(conversationId)).toMatchObject({ copies: [GRACE], offered: ["mum@example.net"] });
    await reply(conversationId, "Grace, do you know?");
    const got = await sent();
    expect([...got.to].sort()).toEqual([ADA.address, GRACE]);
    expect(got.mail.to?.map(({ address }) => address)).toEqual([ADA.address]);
    expect(got.mail.cc?.map(({ address }) => address)).toEqual([GRACE]);
    await mailTo(door.port, {
      from: { name: "Grace", address: GRACE },
      to: got.mail.replyTo?.[0]?.address,
      inReplyTo: got.mail.messageId,
      text: "It is mine, in fact.",
    });
    await runInboxJobs(db, db.shop);
    const { messages, participants, facts } = await view(conversationId);
    expect(messages.at(-1)).toMatchObject({ authorKind: "other", authorEmail: GRACE, authorName: "Grace" });
    expect(messages.find((one) => one.direction === "out")?.cc).toEqual([GRACE]);
    expect([participants, facts.map(({ kind }) => kind)]).toEqual([[GRACE], ["conversation.copiesChanged"]]);
    await reply(conversationId, "Thank you both.");
    expect((await sent()).mail.text).not.toContain("It is mine, in fact.");
    await changeCopies(db.shop, conversationId, { do: "remove", address: GRACE }, "Maya");
    await reply(conversationId, "Only Ada.");
    expect((await sent()).to).toEqual([ADA.address]);
  });

  it("are refused for what is no mailbox, is ours, or is known to be dead", async () => {
    const { conversationId } = await aConversation(db.shop);
    const add = async (address: string) =>
      codeOf(await changeCopies(db.shop, conversationId, { do: "add", address }, "Maya"));
    expect(await add("a@example.com\r\nBcc: b@example.com")).toBe("inbox.ccInvalid");
    expect(await add(replyAddress(db.shop.id, conversationId))).toBe("inbox.ccOurs");
    for (const { id } of [db.shop, db.neighbour])
      await db.owner.query(
        `insert into suppression ("shopId", id, channel, address, scope, reason, since)
         values ($1, $2, 'email', $3, $4, 'addressDead', now())`,
        [id, barId(GRACE, "bounce"), GRACE, id === db.shop.id ? "everything" : "none"],
      );
    expect(await add(GRACE)).toBe("inbox.ccBarred");
    const nextDoor = await aConversation(db.neighbour);
    const there = { do: "add", address: GRACE } as const;
    expect(codeOf(await changeCopies(db.neighbour, nextDoor.conversationId, there, "Maya"))).toBeNull();
    expect(codeOf(await changeCopies(db.shop, nextDoor.conversationId, there, "Maya"))).toBe(
      "inbox.notFound",
    );
    expect((await view(conversationId)).participants).toEqual([]);
  });

  it("that come back bar their own address, and not the shopper's", async () => {
    const { conversationId } = await aConversation(db.shop);
    await changeCopies(db.shop, conversationId, { do: "add", address: GRACE }, "Maya");
    await reply(conversationId, "To both");
    await sent();
    const to = replyAddress(db.shop.id, conversationId);
    await mailTo(door.port, {
      envelope: { from: "", to },
      raw: [
        "From: MAILER-DAEMON@mx.example",
        `To: ${to}`,
        "Subject: Undelivered Mail Returned to Sender",
        "Auto-Submitted: auto-replied",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        "",
        `Final-Recipient: rfc822; ${GRACE}`,
        "Action: failed",
        "Status: 5.1.1",
        "",
        "--b--",
      ].join("\r\n"),
    });
    await runInboxJobs(db, db.shop);
    const { rows } = await db.owner.query(
      `select id, data from fact where kind = 'message.bounced' and "conversationId" = $1`,
      [conversationId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("grace");
    await takeBounce(db.shop, { factId: rows[0].id });
    const barred = await db.owner.query(`select address, scope from suppression where "shopId" = $1`, [
      db.shop.id,
    ]);
    expect(barred.rows).toEqual([{ address: GRACE, scope: "everything" }]);
    await reply(conversationId, "Once more");
    expect((await sent()).to).toEqual([ADA.address]);
  });

  it("that the mail server refuses are said, and trying again reaches nobody twice", async () => {
    const { conversationId } = await aConversation(db.shop);
    await changeCopies(db.shop, conversationId, { do: "add", address: GRACE }, "Maya");
    smtp.refuse.set(GRACE, 550);
    await reply(conversationId, "To both");
    expect((await sent()).to).toEqual([ADA.address]);
    let last = (await view(conversationId)).messages.at(-1);
    expect(last).toMatchObject({ state: "failed", reason: "refusedForSome", undelivered: [GRACE] });
    expect(last?.cc).toEqual([GRACE]);
    smtp.refuse.clear();
    const { sendAgain } = await import("~/features/inbox/send-message.server");
    await sendAgain(db.shop, conversationId, last?.id ?? "", "Maya");
    expect((await sent()).to).toEqual([GRACE]);
    last = (await view(conversationId)).messages.at(-1);
    expect(last).toMatchObject({ state: "sent", reason: null, undelivered: [] });
    expect(smtp.received).toHaveLength(2);
    expect(new Set(smtp.received.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  it("that are refused for now are tried again by themselves, for those alone", async () => {
    const { conversationId } = await aConversation(db.shop);
    await changeCopies(db.shop, conversationId, { do: "add", address: GRACE }, "Maya");
    smtp.refuse.set(GRACE, 451);
    await reply(conversationId, "To both");
    expect(await runInboxJobs(db, db.shop)).toBe(1);
    expect((await view(conversationId)).messages.at(-1)?.state).toBe("queued");
    smtp.refuse.clear();
    expect(await runInboxJobs(db, db.shop)).toBe(0);
    expect(smtp.received.map(({ to }) => to)).toEqual([[ADA.address], [GRACE]]);
    expect((await view(conversationId)).messages.at(-1)?.state).toBe("sent");
  });

  it("are forgotten with the person who got them", async () => {
    const { conversationId } = await aConversation(db.shop);
    await changeCopies(db.shop, conversationId, { do: "add", address: GRACE }, "Maya");
    smtp.refuse.set(GRACE, 550);
    await reply(conversationId, "To both");
    await sent();
    await db.shop.transact((tx) => forgetConversations(tx, { emailKey: GRACE, orderIds: [] }));
    const { messages, participants } = await view(conversationId);
    expect(messages.map(({ state }) => state)).toEqual(["received", "sent"]);
    expect(JSON.stringify([messages, participants])).not.toContain(GRACE);
  });
});
