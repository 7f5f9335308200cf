import { MailDev } from "maildev";
import { createTransport } from "nodemailer";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Store, startStore } from "./index";
import type { MailSummary } from "./mail/mailbox";

const shop = "fern-and-fable.myshopify.com";
const smtp = 20_000 + Math.floor(Math.random() * 20_000);
const web = smtp + 1;
const arrived: { mail: Email; to: string[] }[] = [];
let mailDev: MailDev;
let door: SMTPServer;
let store: Store;

beforeAll(async () => {
  mailDev = new MailDev({ smtp, web, ip: "127.0.0.1", webIp: "127.0.0.1", silent: true });
  await mailDev.start();
  door = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", async () => {
        const mail = await PostalMime.parse(Buffer.concat(pieces));
        arrived.push({ mail, to: session.envelope.rcptTo.map((one) => one.address) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const address = door.server.address();
  store = await startStore({
    mailboxUrl: `http://127.0.0.1:${web}`,
    inboundSmtp: { host: "127.0.0.1", port: typeof address === "object" && address ? address.port : 0 },
    projectDirectory: "/nowhere",
  });
});

afterAll(async () => {
  await store.stop();
  await mailDev.stop();
  await new Promise<void>((resolve) => door.close(resolve));
});

const api = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const answer = await fetch(`${store.url}/panel/api/${path}`, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as Answer;
};

it("shows what the app wrote, and answers it as the shopper would", async () => {
  const app = createTransport({ host: "127.0.0.1", port: smtp, ignoreTLS: true });
  await app.sendMail({
    from: { name: "Fern & Fable", address: "shop@fern.example" },
    to: { name: "Ada Whitcombe", address: "ada@shopper.example" },
    replyTo: { name: "", address: "reply+token@in.fern.example" },
    messageId: "<first@aftercare>",
    references: ["<root@aftercare>"],
    subject: "Your parcel is late",
    text: "We are sorry.\nIt is coming.",
    html: `<p>We are sorry.</p><a href="https://${shop}/apps/aftercare/track">Track</a><img src="https://cdn.shopify.com/s/files/1.png"><script>alert(1)</script>`,
    attachments: [{ filename: "label.pdf", content: "%PDF-", contentType: "application/pdf" }],
  });
  app.close();

  const [summary] = await api<MailSummary[]>("mails");
  expect(summary).toMatchObject({ subject: "Your parcel is late", attachmentCount: 1 });
  const html = await fetch(`${store.url}/panel/api/mails/${summary?.id}/html`);
  const page = await html.text();
  expect(page).toContain(`${store.storefrontUrl(shop)}/apps/aftercare/track`);
  expect(page).toContain(`${store.url}/cdn/s/files/1.png`);
  expect(html.headers.get("content-security-policy")).toContain("default-src 'none'");

  const sent = await api<{ to: string }>("reply", { id: summary?.id, text: "Where is it?\n\nשלום" });
  expect(sent.to).toBe("reply+token@in.fern.example");
  const reply = arrived.at(-1);
  expect(reply?.to).toEqual(["reply+token@in.fern.example"]);
  expect(reply?.mail).toMatchObject({
    subject: "Re: Your parcel is late",
    from: { address: "ada@shopper.example", name: "Ada Whitcombe" },
    inReplyTo: "<first@aftercare>",
    references: "<root@aftercare> <first@aftercare>",
  });
  expect(reply?.mail.text).toMatch(
    /^Where is it\?\n\nשלום\n\nOn .* wrote:\n> We are sorry\.\n> It is coming\./,
  );
});

it("writes a new mail, with files", async () => {
  await api("write", {
    from: { name: "נועה", address: "noa@shopper.example" },
    to: "help@fern.example",
    subject: "שאלה 🌿",
    text: "Hello <b>there</b>",
    attachments: [
      { filename: "photo.png", content: Buffer.from("png").toString("base64"), contentType: "image/png" },
    ],
    headers: { "Auto-Submitted": "auto-replied" },
  });
  const { mail } = arrived.at(-1) ?? {};
  expect(mail).toMatchObject({ subject: "שאלה 🌿", from: { name: "נועה" } });
  expect(mail?.attachments[0]).toMatchObject({ filename: "photo.png", mimeType: "image/png" });
  expect(mail?.headers.find((one) => one.key === "auto-submitted")?.value).toBe("auto-replied");
  expect(mail?.html).toContain("Hello &lt;b&gt;there&lt;/b&gt;");
});
