import http from "node:http";
import { env } from "~/env.server";
import { watchMailboxes } from "~/jobs/watch-mailboxes.server";
import { schedule, tasks } from "~/jobs/worker.server";
import { closeMail } from "~/platform/channels/email/send.server";
import { openDatabase } from "~/platform/database/database.server";
import { readiness } from "~/platform/database/readiness.server";
import { log } from "~/platform/log.server";
import { startQueueWorker } from "~/platform/queue/worker.server";
import { drainOnSignal } from "~/process.server";

/** The worker process: everything that happens later. Start as many as are needed. */
const db = await openDatabase();
const worker = await startQueueWorker(db.ownerUrl, tasks, schedule, env.WORKER_CONCURRENCY);
const mailboxes = watchMailboxes();
log.info({ concurrency: env.WORKER_CONCURRENCY }, "worker is working");

const health =
  env.HEALTH_PORT === undefined
    ? null
    : http
        .createServer(async (request, response) => {
          if (request.url === "/healthz") return void response.end("ok");
          const parts = await readiness();
          response.writeHead(Object.values(parts).every(Boolean) ? 200 : 503);
          response.end(JSON.stringify(parts));
        })
        .listen(env.HEALTH_PORT, env.HOST);

const stop = drainOnSignal(async () => {
  health?.close();
  await Promise.all([worker.stop(), mailboxes.stop()]);
  closeMail();
  await db.close();
});
worker.ended.catch((error: unknown) => {
  log.error({ error }, "the queue engine stopped");
  stop(1);
});
