import { log } from "~/platform/log.server";

/** A drain that takes longer is cut off: the orchestrator would kill us soon anyway. */
const LONGEST_DRAIN_MS = 25_000;

/**
 * Ends the process well: on SIGTERM or SIGINT `drain` finishes what is under way, then the process exits.
 * Returns the same for use from code, with the exit code. An error nobody caught ends the process, drained.
 */
export function drainOnSignal(drain: () => Promise<void>): (exitCode: number) => void {
  let stopping = false;
  const stop = (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_DRAIN_MS).unref();
    drain().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ error }, "could not stop well");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => stop(0));
  process.on("SIGINT", () => stop(0));
  process.on("uncaughtException", (error) => {
    log.error({ error }, "an error nobody caught");
    stop(1);
  });
  process.on("unhandledRejection", (error) => {
    log.error({ error }, "a rejection nobody caught");
    stop(1);
  });
  return stop;
}
