import { ensureBuilt, ensureInstalled, goOn } from "../bootstrap.mjs";

// Standard output is for the measures alone; what takes time is said beside it.
process.stdout.write = process.stderr.write.bind(process.stderr);
await ensureInstalled();
await ensureBuilt();
goOn(["--import", "tsx", "tests/bench/main.ts", ...process.argv.slice(2)]);
