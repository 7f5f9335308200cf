import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { env } from "~/env.server";

/** What every line of one request or job carries. */
type Context = { requestId?: string; shopId?: string; job?: string };
const context = new AsyncLocalStorage<Context>();

/** Runs `work` with these ids on every log line it writes. */
export const withLogContext = <T>(fields: Context, work: () => T): T =>
  context.run({ ...context.getStore(), ...fields }, work);

/** Adds to the ids of the request or job under way: a door says which shop it let in. */
export function noteInLog(fields: Context): void {
  Object.assign(context.getStore() ?? {}, fields);
}

/**
 * An error without what it may quote: a message can hold a token, an address or a whole query with its
 * values. Name, code and stack places are enough to find the line.
 */
function withoutPersonalData(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(error instanceof SafeError ? { message: error.message } : {}),
    stack: places.slice(0, 12).map((line) => line.trim()),
  };
}

/** An error whose message we wrote ourselves, without personal data, so that it may be logged. */
export class SafeError extends Error {
  override name = "SafeError";
}

/** JSON lines on standard output. Log ids and counts, never names, addresses, texts or tokens. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  mixin: () => context.getStore() ?? {},
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  serializers: { error: withoutPersonalData, err: withoutPersonalData },
  redact: {
    paths: ["email", "*.email", "accessToken", "*.accessToken", "authorization", "*.authorization"],
    remove: true,
  },
});
