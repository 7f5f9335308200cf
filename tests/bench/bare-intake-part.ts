import { createHmac, timingSafeEqual } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { deflateRawSync } from "node:zlib";
import pg from "pg";
import { answerQuestions } from "./part";

/**
 * The least that takes in a webhook durably: HMAC over the raw bytes, and the compressed body into Postgres,
 * many in one insert. It knows no shop, no duplicate, no limit. With BARE_JOBS it adds a job for each.
 */
const secret = process.env.BARE_SECRET ?? "";
const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 4 });
const withJobs = process.env.BARE_JOBS === "1";

type Waiting = { shop: string; topic: string; event: string; body: Buffer; kept: (error?: unknown) => void };
let waiting: Waiting[] = [];
let writing = 0;

const INSERT = `insert into bare_delivery (shop, topic, event, body)
  select shop, topic, event, substring($5::bytea from starts + 1 for bytes)
  from unnest($1::text[], $2::text[], $3::text[], $4::int[], $6::int[]) as d(shop, topic, event, bytes, starts)`;
const INSERT_WITH_JOBS = `with kept as (${INSERT} returning id)
  select count(*) from graphile_worker.add_jobs(
    (select array_agg(('bare-mail', json_build_object('id', id), null, null, null, null, null, null)::graphile_worker.job_spec) from kept))`;

function writeNext() {
  if (writing >= 2 || waiting.length === 0) return;
  const batch = waiting;
  waiting = [];
  writing++;
  let end = 0;
  const starts = batch.map(({ body }) => {
    end += body.length;
    return end - body.length;
  });
  pool
    .query({
      name: "keep",
      text: withJobs ? INSERT_WITH_JOBS : INSERT,
      values: [
        batch.map((one) => one.shop),
        batch.map((one) => one.topic),
        batch.map((one) => one.event),
        batch.map((one) => one.body.length),
        Buffer.concat(batch.map((one) => one.body)),
        starts,
      ],
    })
    .then(
      () => {
        for (const one of batch) one.kept();
      },
      (error: unknown) => {
        console.error(error);
        for (const one of batch) one.kept(error);
      },
    )
    .finally(() => {
      writing--;
      writeNext();
    });
}

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const answer = (status: number) => response.writeHead(status, { "content-length": "0" }).end();
    const body = Buffer.concat(chunks);
    const digest = createHmac("sha256", secret).update(body).digest();
    const given = Buffer.from(String(request.headers["x-shopify-hmac-sha256"]), "base64");
    if (given.length !== digest.length || !timingSafeEqual(given, digest)) return answer(401);
    waiting.push({
      shop: String(request.headers["x-shopify-shop-domain"]),
      topic: String(request.headers["x-shopify-topic"]),
      event: String(request.headers["x-shopify-event-id"]),
      body: deflateRawSync(body, { level: 1 }),
      kept: (error) => answer(error ? 503 : 200),
    });
    writeNext();
  });
});

await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
answerQuestions({ port: () => (server.address() as AddressInfo).port });
