import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { env } from "~/env.server";
import { closeMail, type OutgoingMail, sendMail } from "~/platform/channels/email/send.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";

// Two real SMTP servers, of which the first has its troubles.

let first: MailSink;
let second: MailSink;

beforeAll(async () => {
  first = await openMailSink();
  second = await openMailSink();
});
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
});
beforeEach(() => {
  env.SMTP_URL = first.url; // read when the first mail goes out
  env.SMTP_URL_SECOND = second.url;
  for (const sink of [first, second]) {
    Object.assign(sink, { accepted: [], texts: [], delayMs: 0, dropAfterText: 0, answer: 250 });
    sink.refuse.clear();
  }
});
afterEach(() => {
  closeMail();
  delete env.SMTP_URL_SECOND;
});

const mail = (id = "1", over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: "Fern & Fable", address: "hello@fern.example" },
  to: { name: "Ada", address: "ada@example.com" },
  subject: "Your order",
  text: "It is on its way",
  html: "<p>It is on its way</p>",
  messageId: `n.${id}@fern.example`,
  automatic: true,
  ...over,
});

it("the second is not troubled while the first takes mail", async () => {
  await sendMail(mail());
  expect([first.accepted.length, second.accepted.length]).toEqual([1, 0]);
});

it("takes over while connections to the first are refused, each mail once, under its own Message-ID", async () => {
  await first.close();
  await Promise.all(Array.from({ length: 12 }, (_, at) => sendMail(mail(String(at)))));
  expect(second.accepted.map(({ messageId }) => messageId).sort()).toEqual(
    Array.from({ length: 12 }, (_, at) => `<n.${at}@fern.example>`).sort(),
  );
  await first.reopen();
});

it("the first is passed by for half a minute after three failures, though it is back", async () => {
  await first.close();
  for (const id of ["1", "2", "3"]) await sendMail(mail(id));
  await first.reopen();
  await sendMail(mail("4"));
  expect([first.accepted.length, second.accepted.length]).toEqual([0, 4]);
});

it.each([
  ["a recipient refused for good", 550, NeedsMerchant],
  ["a recipient refused for now", 450, TryAgain],
])("%s is refused: the second is not asked", async (_what, code, kind) => {
  first.refuse.set("ada@example.com", code);
  await expect(sendMail(mail())).rejects.toBeInstanceOf(kind);
  expect(second.texts).toEqual([]);
});

it("a connection that breaks after the text may have delivered it: the second is not asked", async () => {
  first.dropAfterText = 1;
  await expect(sendMail(mail())).rejects.toBeInstanceOf(TryAgain);
  expect([first.texts.length, second.texts.length]).toEqual([1, 0]);
});

it("an answer to the text that is a refusal is the first's last word", async () => {
  first.answer = 451;
  await expect(sendMail(mail())).rejects.toBeInstanceOf(TryAgain);
  expect(second.texts).toEqual([]);
});

it("with both away it is tried again later, by the queue", async () => {
  await Promise.all([first.close(), second.close()]);
  for (const id of ["1", "2", "3", "4"]) await expect(sendMail(mail(id))).rejects.toBeInstanceOf(TryAgain);
  await second.reopen();
  await sendMail(mail("5"));
  expect(second.accepted).toHaveLength(1);
  await first.reopen();
});
