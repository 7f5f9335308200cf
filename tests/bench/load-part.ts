import { createHmac, randomUUID } from "node:crypto";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { now } from "./measure";
import { type OrderOf, orderBody } from "./order-body";
import { answerQuestions } from "./part";

/**
 * Sends webhooks, in a process of its own. It writes to plain sockets, with bodies and signatures made
 * beforehand: a full HTTP client would take as much of the machine as what is measured.
 */
export type Flood = { ports: number[]; connections: number; seconds: number };
export type Flooded = { perSecond: number; failures: number; latencies: number[] };
export type SendOrders = { port: number; from: number; count: number; perSecond: number | null };
/** when each order's request began, by its number */
export type Sent = { startedAt: [number, number][]; failures: number };

type Prepare = OrderOf & { secret: string };
type Signed = { body: Buffer; signature: string };

let about: Prepare | null = null;
const signedBodies = new Map<number, Signed>();

/** A keep-alive connection that sends one request at a time and answers with the status. */
class Connection {
  readonly #socket: net.Socket;
  #waiting: ((status: number) => void) | null = null;
  #text = "";

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#read(chunk.toString("latin1")));
    const lost = () => this.#answer(0);
    socket.on("error", lost);
    socket.on("close", lost);
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, "127.0.0.1", () => resolve(new Connection(socket)));
      socket.once("error", reject);
    });
  }

  #read(text: string) {
    this.#text += text;
    if (!this.#text.includes("\r\n\r\n")) return; // webhooks are answered without a body
    const status = Number(this.#text.slice(9, 12));
    this.#text = "";
    this.#answer(status);
  }

  #answer(status: number) {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(status);
  }

  send({ body, signature }: Signed): Promise<number> {
    const event = randomUUID();
    this.#socket.cork();
    this.#socket.write(head(body, signature, event), "latin1");
    this.#socket.write(body);
    this.#socket.uncork();
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  close() {
    this.#socket.destroy();
  }
}

const head = (body: Buffer, signature: string, event: string) =>
  [
    "POST /webhooks HTTP/1.1",
    "host: 127.0.0.1",
    "user-agent: Shopify-Captain-Hook",
    "accept: */*",
    "content-type: application/json",
    `content-length: ${body.length}`,
    "x-shopify-api-version: 2026-07",
    `x-shopify-event-id: ${event}`,
    `x-shopify-hmac-sha256: ${signature}`,
    `x-shopify-shop-domain: ${about?.shop}`,
    "x-shopify-topic: orders/create",
    `x-shopify-triggered-at: ${new Date().toISOString()}`,
    `x-shopify-webhook-id: ${event}`,
    "\r\n",
  ].join("\r\n");

function sign(number: number): Signed {
  if (!about) throw new Error("Prepare first");
  const known = signedBodies.get(number);
  if (known) return known;
  const body = orderBody(number, about);
  const signed = { body, signature: createHmac("sha256", about.secret).update(body).digest("base64") };
  signedBodies.set(number, signed);
  return signed;
}

async function flood({ ports, connections, seconds }: Flood): Promise<Flooded> {
  const bodies = Array.from({ length: 64 }, (_, number) => sign(number));
  const open = await Promise.all(
    Array.from({ length: connections }, (_, at) => Connection.open(ports[at % ports.length] ?? 0)),
  );
  const latencies: number[] = [];
  let failures = 0;
  const startedAt = now();
  const until = startedAt + seconds * 1_000;
  await Promise.all(
    open.map(async (connection, at) => {
      for (let n = at; now() < until; n++) {
        const before = now();
        const status = await connection.send(bodies[n % bodies.length] as Signed);
        if (status === 200) latencies.push(now() - before);
        else if (++failures > 1_000) return;
      }
    }),
  );
  const perSecond = latencies.length / ((now() - startedAt) / 1_000);
  for (const connection of open) connection.close();
  return { perSecond, failures, latencies };
}

/** Sends each order once over 32 connections, `perSecond` or (null) as fast as they can. */
async function sendOrders({ port, from, count, perSecond }: SendOrders): Promise<Sent> {
  const signed = Array.from({ length: count }, (_, at) => sign(from + at));
  const open = await Promise.all(Array.from({ length: 32 }, () => Connection.open(port)));
  const startedAt: [number, number][] = [];
  let failures = 0;
  let next = 0;
  const begin = now();
  await Promise.all(
    open.map(async (connection) => {
      for (let at = next++; at < count; at = next++) {
        const due = perSecond === null ? 0 : begin + (at * 1_000) / perSecond - now();
        if (due > 0) await sleep(due);
        startedAt.push([from + at, now()]);
        if ((await connection.send(signed[at] as Signed)) !== 200) failures++;
      }
      connection.close();
    }),
  );
  return { startedAt, failures };
}

answerQuestions({
  /** Whose orders these are; those made before are forgotten. */
  prepare: (given: Prepare) => {
    about = given;
    signedBodies.clear();
  },
  make: ({ from, count }: { from: number; count: number }) => {
    for (let number = from; number < from + count; number++) sign(number);
    return sign(from).body.length;
  },
  flood,
  sendOrders,
});
