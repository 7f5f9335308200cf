import { randomUUID } from "node:crypto";
import http from "node:http";
import net from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { shopifyId } from "#tests/factories/order";
import { anOrderPayload, type Door, openDoor, signed } from "#tests/factories/webhook";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { keepDelivery } from "~/platform/shopify/keep-delivery.server";
import { readShopId } from "~/values/ids";

let db: FreshDatabase;
let door: Door;

beforeAll(async () => {
  db = await freshDatabase();
  door = await openDoor();
});
afterAll(async () => {
  await door.close();
  await db.close();
});
beforeEach(() => db.owner.query("truncate webhook_delivery"));

const kept = async () =>
  (await db.owner.query(`select "shopId", id, topic, state from webhook_delivery order by "shopId", id`))
    .rows;

describe("who is let in", () => {
  it("a signed webhook is kept, then answered with 200", async () => {
    expect(await door.post()).toBe(200);
    expect(await kept()).toMatchObject([{ shopId: SHOP, topic: "orders/create", state: "received" }]);
  });

  it.each([
    ["no signature", { headers: { "x-shopify-hmac-sha256": undefined } }],
    ["an empty signature", { headers: { "x-shopify-hmac-sha256": "" } }],
    ["somebody else's signature", { secret: "another-apps-secret-altogether" }],
    ["a signature in hex", { headers: { "x-shopify-hmac-sha256": "a".repeat(64) } }],
    ["no shop", { headers: { "x-shopify-shop-domain": undefined } }],
    ["a shop that is none", { shop: "fern-and-fable.example" }],
    ["a shop with a path", { shop: "fern-and-fable.myshopify.com/../x" }],
    ["a shop with a comma", { shop: `${SHOP}, ${NEIGHBOUR}` }],
    ["no topic", { headers: { "x-shopify-topic": undefined } }],
  ])("%s: 401, and nothing is stored", async (_what, webhook) => {
    expect(await door.post(webhook)).toBe(401);
    expect(await kept()).toEqual([]);
  });

  it("a body changed by one byte: 401, and nothing is stored", async () => {
    const { body, headers } = signed();
    body[20] = (body[20] ?? 0) ^ 1;
    expect(await door.send({ body, headers })).toBe(401);
    expect(await kept()).toEqual([]);
  });

  it("anything but POST is not for here", async () => {
    expect((await fetch(door.url)).status).toBe(405);
    expect((await fetch(door.url, { method: "PUT", body: "x" })).status).toBe(405);
  });
});

describe("what is kept although it says nothing", () => {
  it.each([
    ["truncated JSON", { body: '{"id": 1, "name": "#10' }],
    ["a NUL in a text", { body: '{"id": 1, "note": "a\\u0000b"}' }],
    ["no JSON at all", { body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) }],
    ["an empty body", { body: "" }],
    ["an unknown topic", { topic: "carts/update", body: "{}" }],
    [
      "no event and webhook ids",
      { headers: { "x-shopify-event-id": undefined, "x-shopify-webhook-id": undefined } },
    ],
    ["a time that is none", { triggeredAt: "yesterday, about noon" }],
    ["a time before the flood", { triggeredAt: "-271821-04-20T00:00:00Z" }],
    [
      "headers of a kilobyte",
      { eventId: "e".repeat(1_000), webhookId: "w".repeat(1_000), topic: "t".repeat(1_000) },
    ],
    ["signs of other alphabets in its ids", { eventId: "\u00e9\u00ff", topic: "orders/\u00fc" }],
  ])("%s under a valid signature: 200, one row", async (_what, webhook) => {
    expect(await door.post(webhook)).toBe(200);
    expect(await kept()).toHaveLength(1);
  });
});

describe("too large", () => {
  it("60 MB announced: 413, unread", async () => {
    const { headers } = signed();
    const announced = { ...headers, "content-length": String(60 * 1024 * 1024) };
    const { status, taken } = await pourIn(announced, 60 * 1024 * 1024);
    expect(status).toBe(413);
    expect(taken).toBeLessThan(8 * 1024 * 1024); // what fits into socket buffers on both sides
    expect(await kept()).toEqual([]);
  });

  it("60 MB in chunks, unannounced: 413 after 2 MB, and memory does not grow with them", async () => {
    const { headers } = signed();
    const before = process.memoryUsage().arrayBuffers;
    const { status, taken } = await pourIn({ ...headers, "transfer-encoding": "chunked" }, 60 * 1024 * 1024);
    expect(status).toBe(413);
    expect(taken).toBeLessThan(12 * 1024 * 1024);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
    expect(await kept()).toEqual([]);
  });

  it("2 MB fit", async () => {
    const body = JSON.stringify({ note: "x".repeat(2 * 1024 * 1024 - 50) });
    expect(await door.post({ body })).toBe(200);
  });
});

describe("slow and broken senders", () => {
  it("a body that trickles in is taken when it is whole", async () => {
    const { body, headers } = signed();
    const status = await new Promise<number>((resolve, reject) => {
      const request = http.request(door.url, {
        method: "POST",
        headers: { ...headers, "content-length": body.length },
      });
      request.on("error", reject).on("response", (response) => resolve(response.statusCode ?? 0));
      const pieces = 8;
      for (let at = 0; at < pieces; at++)
        setTimeout(() => {
          request.write(body.subarray((body.length * at) / pieces, (body.length * (at + 1)) / pieces));
          if (at === pieces - 1) request.end();
        }, at * 25);
    });
    expect(status).toBe(200);
  });

  it("a sender that hangs up in the middle leaves nothing, and the door stays open", async () => {
    const { body, headers } = signed();
    for (let i = 0; i < 10; i++)
      await new Promise<void>((gone) => {
        const socket = net.connect(door.port, "127.0.0.1", () => {
          const lines = Object.entries({ host: "x", ...headers, "content-length": String(body.length) });
          socket.write(
            `POST /webhooks HTTP/1.1\r\n${lines.map(([k, v]) => `${k}: ${v}`).join("\r\n")}\r\n\r\n`,
          );
          socket.write(body.subarray(0, body.length / 2), () => socket.destroy());
        });
        socket.on("close", () => gone());
        socket.on("error", () => gone());
      });
    expect(await kept()).toEqual([]);
    expect(await door.post()).toBe(200);
  });
});

describe("copies", () => {
  it("the same webhook a hundred times at once: 100 × 200, one row", async () => {
    const message = signed();
    const answers = await Promise.all(Array.from({ length: 100 }, () => door.send(message)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await kept()).toHaveLength(1);
  });

  it("one event under different webhook ids is one row", async () => {
    const body = anOrderPayload();
    const eventId = randomUUID();
    for (let i = 0; i < 5; i++) expect(await door.post({ body, eventId, webhookId: randomUUID() })).toBe(200);
    expect(await kept()).toHaveLength(1);
  });

  it("two topics of one event are two rows, and so are two bodies", async () => {
    const eventId = randomUUID();
    const body = anOrderPayload();
    await door.post({ body, eventId });
    await door.post({ body, eventId, topic: "orders/updated" });
    await door.post({ body: anOrderPayload({ id: shopifyId() }), eventId });
    expect(await kept()).toHaveLength(3);
  });

  it("the same ids at two shops are a row each", async () => {
    const message = { body: anOrderPayload(), eventId: randomUUID() };
    expect(await door.post(message)).toBe(200);
    expect(await door.post({ ...message, shop: NEIGHBOUR })).toBe(200);
    expect((await kept()).map((row) => row.shopId)).toEqual([SHOP, NEIGHBOUR].sort());
  });

  it("batches that cross with copies of each other never refuse one another", async () => {
    const messages = Array.from({ length: 40 }, (_, at) => signed({ shop: at % 2 ? SHOP : NEIGHBOUR }));
    const waves = Array.from({ length: 12 }, (_, wave) => (wave % 2 ? [...messages].reverse() : messages));
    const answers = await Promise.all(waves.flat().map((message) => door.send(message)));
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    expect(await kept()).toHaveLength(40);
  });

  it("one reader a shop is woken, however many came", async () => {
    await db.owner.query("delete from graphile_worker._private_jobs");
    await Promise.all(Array.from({ length: 30 }, (_, at) => door.post({ shop: at % 2 ? SHOP : NEIGHBOUR })));
    const { rows } = await db.owner.query("select key from graphile_worker._private_jobs order by key");
    expect(rows.map((row) => row.key)).toEqual(
      [`read-webhooks:${SHOP}`, `read-webhooks:${NEIGHBOUR}`].sort(),
    );
  });
});

it("a delivery that Postgres does not take fails alone, beside those of the same batch", async () => {
  const shopId = readShopId(SHOP);
  if (!shopId) throw new Error("not a shop");
  const one = (id: string, triggeredAt: Date | null) =>
    keepDelivery({ shopId, id, topic: "orders/create", webhookId: id, triggeredAt, body: Buffer.from("x") });
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 5 }, (_, at) => one(`before-${at}`, null)),
    one("bad", new Date(-8_640_000_000_000_000)),
    ...Array.from({ length: 5 }, (_, at) => one(`after-${at}`, null)),
  ]);
  expect(outcomes.map((outcome) => outcome.status).filter((status) => status === "rejected")).toHaveLength(1);
  expect(await kept()).toHaveLength(10);
});

/** Pours zeros in until the door answers or the connection ends. Answers the status and how much it took. */
function pourIn(headers: Record<string, string>, bytes: number): Promise<{ status: number; taken: number }> {
  return new Promise((resolve, reject) => {
    const chunk = Buffer.alloc(64 * 1024, 0x20);
    let taken = 0;
    let status = 0;
    const request = http.request(door.url, { method: "POST", headers, agent: false });
    const done = () => {
      request.destroy();
      resolve({ status, taken });
    };
    request.on("response", (response) => {
      status = response.statusCode ?? 0;
      response.resume();
      setTimeout(done, 200); // whoever does not stop reading now would take more
    });
    request.on("error", (error) => (status ? undefined : reject(error)));
    request.on("close", () => setTimeout(done, 50));
    const pour = () => {
      while (taken < bytes && !request.destroyed) {
        taken += chunk.length;
        if (!request.write(chunk)) return void request.once("drain", pour);
      }
    };
    pour();
  });
}
