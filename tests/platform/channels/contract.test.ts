import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { TextMessage } from "~/platform/channels/channel";
import { textChannelOf, textChannels } from "~/platform/channels/registry";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";

// What every way to write to a phone keeps to, whoever is behind it.

const accounts: Record<string, Record<string, string>> = {
  sms: { accountSid: `AC${"a".repeat(32)}`, authToken: "b".repeat(32), from: "+15005550006" },
  whatsapp: { phoneNumberId: "106540352242922", token: `EAAG${"x".repeat(60)}`, appSecret: "d".repeat(32) },
};
const message: TextMessage = {
  id: "1",
  to: "+447700900123",
  text: "Your order is on its way",
  template: { name: "order_news", language: "en", parameters: ["#1001"] },
  triedSince: null,
  statusUrl: "https://aftercare.example/partner/x",
};
const answering = (work: () => Promise<Response>) => ({ fetch: work });

describe.each(Object.entries(textChannels))("%s", (key, channel) => {
  const account = channel.settings.parse(accounts[key]);
  const send = (work: () => Promise<Response>) => channel.send(account, message, answering(work));

  it("is found by its key, and by no other", () => {
    expect(textChannelOf(channel.key)).toBe(channel);
    expect(textChannelOf("toString")).toBeNull();
  });

  it("asks for an account whose secrets are marked as such", () => {
    expect(channel.settings.safeParse({}).success).toBe(false);
    const shape = channel.settings instanceof z.ZodObject ? channel.settings.shape : {};
    const secrets = Object.entries(shape).filter(([, field]) => (field as z.ZodType).meta()?.secret);
    expect(secrets.length).toBeGreaterThan(0);
  });

  it.each<[string, () => Promise<Response>]>([
    ["no answer", () => Promise.reject(new Error("ECONNREFUSED"))],
    ["a broken server", async () => new Response("<html>", { status: 502 })],
    ["too many at once", async () => Response.json({}, { status: 429 })],
    ["an answer that is none", async () => Response.json({ hello: 1 }, { status: 201 })],
    ["no JSON", async () => new Response("ok", { status: 200 })],
  ])("%s: tried again", (_what, work) => expect(send(work)).rejects.toBeInstanceOf(TryAgain));

  it.each([
    401, 400, 404,
  ])("%d is the merchant's to mend, without a word of what was sent", async (status) => {
    const failed = await send(async () => Response.json({ message: message.to }, { status })).catch((e) => e);
    expect(failed).toBeInstanceOf(NeedsMerchant);
    expect(String(failed)).not.toContain(message.to);
  });

  it("believes nobody without its signature, whatever the bytes", () => {
    const url = "https://aftercare.example/partner/x";
    for (const body of ["", "a=1", "{}", "\u0000", "%".repeat(100)])
      for (const headers of [
        new Headers(),
        new Headers({ "x-twilio-signature": "x", "x-hub-signature-256": "sha256=x" }),
      ])
        expect(channel.readWebhook(account, { url, headers, body })).toBeNull();
  });
});

describe("Twilio's signature", () => {
  // The example of https://www.twilio.com/docs/usage/security#validating-requests
  const url = "https://example.com/myapp.php?foo=1&bar=2";
  const fields = {
    Digits: "1234",
    To: "+18005551212",
    From: "+14158675310",
    Caller: "+14158675310",
    CallSid: "CA1234567890ABCDE",
  };
  const signed = `${url}CallSidCA1234567890ABCDECaller+14158675310Digits1234From+14158675310To+18005551212`;
  const signature = createHmac("sha1", "b".repeat(32)).update(signed).digest("base64");
  const read = (over: Record<string, string> = {}, at = url) =>
    textChannels.sms.readWebhook(accounts.sms, {
      url: at,
      headers: new Headers({ "x-twilio-signature": signature }),
      body: new URLSearchParams({ ...fields, ...over }).toString(),
    });

  it("is over the address and the fields in their order", () => expect(read()).toEqual([]));
  it("does not hold for another field or address", () => {
    expect(read({ Digits: "1235" })).toBeNull();
    expect(read({}, `${url}&x=1`)).toBeNull();
  });
});
