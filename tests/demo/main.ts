import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { check } from "./check";
import { startStack } from "./stack";
import { tour } from "./tour";

/** `npm run demo`: everything on this machine, until Ctrl-C. With `--check`: the whole day by itself. */
const checking = process.argv.includes("--check");
const folder = checking
  ? fs.mkdtempSync(path.join(os.tmpdir(), "aftercare-check-"))
  : path.resolve(".data/demo");
const startedAt = Date.now();
const say = (step: string) =>
  console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${step}`);

const stack = await startStack({
  folder,
  say,
  ...(checking ? {} : { ports: { web: 3000, store: 4000, mailbox: 1080 } }),
}).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

function tail(name: string, file: string) {
  return `--- the end of the ${name}'s log\n${fs.readFileSync(file, "utf8").slice(-4_000)}`;
}

let stopping = false;
async function stop(exitCode: number) {
  if (stopping) return;
  stopping = true;
  if (!checking) console.log("\nStopping web, worker, store, mailbox and Postgres …");
  await stack.stop();
  if (checking) fs.rmSync(folder, { recursive: true, force: true });
  process.exit(exitCode);
}
process.on("SIGINT", () => void stop(130));
process.on("SIGTERM", () => void stop(143));

if (checking) {
  const passed = await check(stack);
  if (!passed) for (const one of [...stack.webs, ...stack.workers]) console.log(tail(one.name, one.logFile));
  await stop(passed ? 0 : 1);
} else {
  console.log(tour(stack));
}
