import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runInboxJobs } from "#tests/factories/conversation";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { mailProvider } from "~/doors/partner-webhook.server";
import { changeProvider, mailInScreen } from "~/features/inbox/mail-in.server";
import type { ProviderKind } from "~/features/inbox/mail-sources";
import { believeProvider, takeProviderMail } from "~/features/inbox/take-provider-mail.server";
import { mailboxAddress, replyAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

// Mail that Postmark, Mailgun and SendGrid post: believed, bounded, and kept for the shop that it is meant for.

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await known(db.shop);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["conversation", "inbound_mail", "mail_source", "rate_limit"])
    await db.owner.query(`delete from ${table}`);
});

const SIGNING_KEY = "key-0123456789abcdef";
const LOGIN = "aftercare:correct-horse";
const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const PUBLIC_KEY = publicKey.export({ format: "der", type: "spki" }).toString("base64");
const secrets: Record<ProviderKind, string> = { postmark: LOGIN, mailgun: SIGNING_KEY, sendgrid: PUBLIC_KEY };
const MAIL = "From: Ada <ada@example.com>\r\nTo: help@shop.example\r\nSubject: Hi\r\n\r\nHello\r\n";

type Posted = { headers: Record<string, string>; body: Buffer };

async function addressFor(kind: ProviderKind, shop: Shop = db.shop): Promise<string> {
  const done = await changeProvider(shop, { do: "keepProvider", kind, secret: secrets[kind] }, "Maya");
  expect(done.ok).toBe(true);
  return address(kind, shop);
}
const screenOf = async (kind: ProviderKind, shop: Shop = db.shop) => {
  const { providers } = await shop.transact((tx) => mailInScreen(shop, tx));
  return providers.find((one) => one.kind === kind);
};
const address = async (kind: ProviderKind, shop?: Shop) => (await screenOf(kind, shop))?.url ?? "";

async function post(url: string, { headers, body }: Posted): Promise<number> {
  const token = /\/partner\/mail\/([^/]+)\/mime$/.exec(url)?.[1] ?? "";
  const request = new Request(url || "http://nowhere.example", {
    method: "POST",
    headers,
    body: new Uint8Array(body),
  });
  const answer = await mailProvider(request, token, { believe: believeProvider, take: takeProviderMail });
  return answer.status;
}
const kept = async () =>
  (
    await db.owner.query<{ shopId: string; recipient: string; sender: string; raw: Buffer }>(
      `select "shopId", recipient, sender, raw from inbound_mail order by recipient`,
    )
  ).rows;

const postmark = (fields: Record<string, string>, login = LOGIN): Posted => ({
  headers: {
    "content-type": "application/json",
    authorization: `Basic ${Buffer.from(login).toString("base64")}`,
  },
  body: Buffer.from(JSON.stringify(fields)),
});

const nowSeconds = () => Math.floor(Date.now() / 1000);
function mailgun(
  mail: Buffer,
  over: { at?: number; token?: string; key?: string; to?: string } = {},
): Posted {
  const { at = nowSeconds(), token = newId(), key = SIGNING_KEY, to = "help@shop.example" } = over;
  const signature = createHmac("sha256", key).update(`${at}${token}`).digest("hex");
  const fields = { timestamp: `${at}`, token, signature, recipient: to, sender: "ada@example.com" };
  const bytes = [...mail].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  return {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: Buffer.from(`${new URLSearchParams(fields)}&body-mime=${bytes}`),
  };
}

function sendgrid(
  mail: string,
  { at = nowSeconds(), key = privateKey, to = "help@shop.example" } = {},
): Posted {
  const envelope = JSON.stringify({ to: [to], from: "ada@example.com" });
  const part = (name: string, text: string) =>
    `--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const body = Buffer.from(`${part("email", mail)}${part("envelope", envelope)}--xx--\r\n`);
  const signature = sign("sha256", Buffer.concat([Buffer.from(`${at}`), body]), key).toString("base64");
  return {
    headers: {
      "content-type": "multipart/form-data; boundary=xx",
      "x-twilio-email-event-webhook-signature": signature,
      "x-twilio-email-event-webhook-timestamp": `${at}`,
    },
    body,
  };
}

const genuine: Record<ProviderKind, (to?: string) => Posted> = {
  postmark: (to = "help@shop.example") =>
    postmark({ RawEmail: MAIL, OriginalRecipient: to, From: "ada@example.com" }),
  mailgun: (to = "help@shop.example") => mailgun(Buffer.from(MAIL), { to }),
  sendgrid: (to = "help@shop.example") => sendgrid(MAIL, { to }),
};
const forged: Record<ProviderKind, () => Posted> = {
  postmark: () => postmark({ RawEmail: MAIL }, "aftercare:wrong-horse"),
  mailgun: () => mailgun(Buffer.from(MAIL), { key: "key-of-somebody-else" }),
  sendgrid: () => sendgrid(MAIL, { key: generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey }),
};

describe.each(["postmark", "mailgun", "sendgrid"] as const)("%s", (kind) => {
  it("keeps the mail byte for byte in the shop's mailbox, once", async () => {
    const url = await addressFor(kind);
    await addressFor(kind, db.neighbour);
    const mail = genuine[kind]();
    expect([await post(url, mail), await post(url, mail)]).toEqual([200, 200]);
    expect(await kept()).toEqual([
      {
        shopId: db.shop.id,
        recipient: mailboxAddress(db.shop.id),
        sender: "ada@example.com",
        raw: Buffer.from(MAIL),
      },
    ]);
    expect((await screenOf(kind))?.seenAt).not.toBeNull();
    expect((await screenOf(kind, db.neighbour))?.seenAt).toBeNull();
  });

  it("keeps a signed address of this shop, and takes the neighbour's for a stranger's", async () => {
    const url = await addressFor(kind);
    const own = replyAddress(db.shop.id, newId());
    await post(url, genuine[kind](own.toUpperCase()));
    expect((await kept())[0]?.recipient).toBe(own);
    await db.owner.query("delete from inbound_mail");
    await post(url, genuine[kind](replyAddress(db.neighbour.id, newId())));
    const [row] = await kept();
    expect(row).toMatchObject({ shopId: db.shop.id, recipient: mailboxAddress(db.shop.id) });
  });

  it("believes nobody else, and tells staff", async () => {
    const url = await addressFor(kind);
    expect(await post(url, forged[kind]())).toBe(401);
    expect(await kept()).toEqual([]);
    expect((await screenOf(kind))?.problem).toBe("unsigned");
    await post(url, genuine[kind]());
    expect((await screenOf(kind))?.problem).toBeNull();
  });

  it("ends an address with a new one, and with switching it off", async () => {
    const old = await addressFor(kind);
    await changeProvider(db.shop, { do: "newAddress", kind }, "Maya");
    const renewed = await address(kind);
    expect(renewed).not.toBe(old);
    expect([await post(old, genuine[kind]()), await post(renewed, genuine[kind]())]).toEqual([404, 200]);
    await changeProvider(db.shop, { do: "dropProvider", kind }, "Maya");
    expect(await post(renewed, genuine[kind]())).toBe(404);
    expect(await post(`${renewed.slice(0, -6)}x/mime`, genuine[kind]())).toBe(404);
  });
});

it("is read like any other mail, and begins a conversation in its shop alone", async () => {
  await post(await addressFor("postmark"), genuine.postmark());
  expect(await runInboxJobs(db, db.shop)).toBe(0);
  const { rows } = await db.owner.query(`select "shopId", email, subject from conversation`);
  expect(rows).toEqual([{ shopId: db.shop.id, email: "ada@example.com", subject: "Hi" }]);
});

describe("what a signature does not cover", () => {
  it("a Mailgun token is good for one mail", async () => {
    const url = await addressFor("mailgun");
    const signed = { token: newId(), at: nowSeconds() };
    await post(url, mailgun(Buffer.from(MAIL), signed));
    expect(await post(url, mailgun(Buffer.from(`${MAIL}Send money.\r\n`), signed))).toBe(200);
    expect(await kept()).toHaveLength(1);
  });

  it("old signatures are none", async () => {
    const tenHours = nowSeconds() - 10 * 3600;
    expect(await post(await addressFor("mailgun"), mailgun(Buffer.from(MAIL), { at: tenHours }))).toBe(401);
    const week = nowSeconds() - 7 * 86_400;
    expect(await post(await addressFor("sendgrid"), sendgrid(MAIL, { at: week }))).toBe(401);
  });
});

describe("what is no mail", () => {
  it("keeps bytes that are no UTF-8", async () => {
    const raw = Buffer.concat([
      Buffer.from("From: a@b.example\r\n\r\n"),
      Buffer.from([0xe9, 0x25, 0x2b, 0xff]),
    ]);
    await post(await addressFor("mailgun"), mailgun(raw));
    expect((await kept())[0]?.raw).toEqual(raw);
  });

  it("says that the whole mail is missing", async () => {
    const url = await addressFor("postmark");
    expect(await post(url, postmark({ TextBody: "Hello" }))).toBe(400);
    expect((await screenOf("postmark"))?.problem).toBe("noRaw");
  });

  it("refuses what is too large, and what is broken", async () => {
    const url = await addressFor("sendgrid");
    expect(await post(url, sendgrid("a".repeat(26 * 1024 * 1024)))).toBe(413);
    const broken = sendgrid(MAIL);
    const headers = { ...broken.headers, "content-type": "multipart/form-data; boundary=yy" };
    expect(await post(url, { ...broken, headers })).toBe(400);
    expect(await kept()).toEqual([]);
  });

  it("refuses secrets that can be none", async () => {
    for (const [kind, secret] of [
      ["postmark", "no-password"],
      ["mailgun", "short"],
      ["sendgrid", "bm90IGEga2V5"],
    ] as const)
      expect(await changeProvider(db.shop, { do: "keepProvider", kind, secret }, "Maya")).toMatchObject({
        ok: false,
        refusal: { code: "input.invalid" },
      });
  });
});
