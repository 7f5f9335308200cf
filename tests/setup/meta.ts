import http from "node:http";
import type { AddressInfo } from "node:net";

export type SentTemplate = { wamid: string; body: Record<string, unknown> };

/** Meta's Cloud API on this machine, for what we ask of it; `globalThis.fetch` leads there while it is open. */
export type MetaStandIn = {
  sent: SentTemplate[];
  /** answers the next so many sends with this, instead of taking them */
  answers: { status: number; body: object }[];
  /** takes the next so many messages, and hangs up without an answer */
  hangUps: number;
  close(): Promise<void>;
};

export async function openMeta(token: string, phoneNumberId: string): Promise<MetaStandIn> {
  const real = globalThis.fetch;
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const say = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${token}`)
      return void say(401, {
        error: { code: 190, message: "Error validating access token", type: "OAuthException" },
      });
    if (request.method !== "POST" || !request.url?.endsWith(`/${phoneNumberId}/messages`))
      return void say(400, { error: { code: 100, error_subcode: 33, message: "Unsupported post request" } });
    const refusal = meta.answers.shift();
    if (refusal) return void say(refusal.status, refusal.body);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const wamid = `wamid.HBg${String(meta.sent.length + 1).padStart(20, "0")}`;
    meta.sent.push({ wamid, body });
    if (meta.hangUps-- > 0) return void response.destroy();
    const to = String(body.to).replace("+", "");
    say(200, {
      messaging_product: "whatsapp",
      contacts: [{ input: body.to, wa_id: to }],
      messages: [{ id: wamid, message_status: "accepted" }],
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  globalThis.fetch = (input, init) =>
    real(
      String(input instanceof Request ? input.url : input).replace("https://graph.facebook.com", here),
      init,
    );
  const meta: MetaStandIn = {
    sent: [],
    answers: [],
    hangUps: 0,
    async close() {
      globalThis.fetch = real;
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
  return meta;
}
