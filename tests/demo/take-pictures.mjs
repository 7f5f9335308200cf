import { ensureBuilt, ensureInstalled, goOn } from "../bootstrap.mjs";

await ensureInstalled();
await ensureBuilt();
goOn(["--import", "tsx", "tests/demo/pictures.ts"]);
