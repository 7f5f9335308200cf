import http from "node:http";
import type { AddressInfo } from "node:net";

export type SentSms = { sid: string; form: Record<string, string>; at: Date };

/** Twilio on this machine, for what we ask of it; `globalThis.fetch` leads there while it is open. */
export type TwilioStandIn = {
  sent: SentSms[];
  /** answers the next so many sends with this, instead of taking them */
  answers: { status: number; body: object }[];
  /** takes the next so many messages, and hangs up without an answer */
  hangUps: number;
  close(): Promise<void>;
};

export async function openTwilio(login: string): Promise<TwilioStandIn> {
  const real = globalThis.fetch;
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const say = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Basic ${Buffer.from(login).toString("base64")}`)
      return void say(401, { code: 20003 });
    const url = new URL(request.url ?? "", "http://twilio");
    if (request.method === "GET") {
      const to = url.searchParams.get("To");
      const messages = twilio.sent.filter(({ form }) => form.To === to);
      return void say(200, {
        messages: messages.map(({ sid, form, at }) => ({
          ...{ sid, body: form.Body, to: form.To, direction: "outbound-api", status: "sent" },
          date_created: at.toUTCString(),
        })),
      });
    }
    const refusal = twilio.answers.shift();
    if (refusal) return void say(refusal.status, refusal.body);
    const sid = `SM${String(twilio.sent.length + 1).padStart(32, "0")}`;
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    twilio.sent.push({ sid, form, at: new Date() });
    if (twilio.hangUps-- > 0) return void response.destroy();
    say(201, { sid, status: "queued" });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  globalThis.fetch = (input, init) =>
    real(String(input instanceof Request ? input.url : input).replace("https://api.twilio.com", here), init);
  const twilio: TwilioStandIn = {
    sent: [],
    answers: [],
    hangUps: 0,
    async close() {
      globalThis.fetch = real;
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
  return twilio;
}
