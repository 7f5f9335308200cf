import { ensureInstalled, goOn } from "../bootstrap.mjs";

await ensureInstalled();
goOn(["--import", "tsx", "tests/store/main.ts", ...process.argv.slice(2)]);
