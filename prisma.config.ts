import { defineConfig } from "prisma/config";
import { MigratePg } from "./prisma/migrate-adapter";

// The schema engine leaves 10 s and 60 s timers behind; they must not hold the command line open.
const later = globalThis.setTimeout;
globalThis.setTimeout = ((run: () => void, ms?: number) => {
  const timer = later(run, ms);
  if ((ms ?? 0) >= 10_000) timer.unref();
  return timer;
}) as typeof setTimeout;

process.env.CHECKPOINT_DISABLE ??= "1";
process.env.DATABASE_URL ??= "postgresql://unset:unset@127.0.0.1:5432/unset";
const url = process.env.DATABASE_URL;

export default defineConfig({
  experimental: { adapter: true },
  engine: "js",
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  adapter: async () => new MigratePg(url),
});
