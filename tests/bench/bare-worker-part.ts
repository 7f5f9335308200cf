import { randomUUID } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { Logger, run } from "graphile-worker";
import nodemailer, { type TransportOptions } from "nodemailer";
import pg from "pg";
import { answerQuestions } from "./part";

/** The least that makes a mail of a webhook: read the body, send what was written beforehand to its address. */
const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 20 });
pool.on("error", () => undefined);
pool.on("connect", (client) => client.on("error", () => undefined));
const transport = nodemailer.createTransport({
  url: process.env.BARE_SMTP_URL,
  pool: true,
  maxConnections: 6,
  maxMessages: Number.POSITIVE_INFINITY,
} as TransportOptions);
let letter = { subject: "", html: "", text: "" };

const runner = await run({
  pgPool: pool,
  noHandleSignals: true,
  logger: new Logger(() => () => undefined),
  taskList: {
    "bare-mail": async (payload) => {
      const { id } = payload as { id: number };
      const { rows } = await pool.query<{ body: Buffer }>({
        name: "read",
        text: "select body from bare_delivery where id = $1",
        values: [id],
      });
      const order = JSON.parse(inflateRawSync(rows[0]?.body ?? Buffer.alloc(0)).toString()) as {
        email: string;
      };
      await transport.sendMail({
        ...letter,
        from: { name: "Fern & Fable", address: "no-reply@bench.example" },
        to: { name: "Ada Rowntree", address: order.email },
        messageId: `<${randomUUID()}@bench.example>`,
        textEncoding: "quoted-printable",
      });
    },
  },
  preset: {
    worker: {
      concurrentJobs: 10,
      pollInterval: 1_000,
      localQueue: { size: 100 },
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
    },
  },
});

answerQuestions({
  /** What every mail says, taken from one of the app's own so that both send the same. */
  write: (given: typeof letter) => {
    letter = given;
  },
});
process.on("SIGTERM", async () => {
  await runner.stop();
  transport.close();
  process.exit(0);
});
