import "./surroundings";
import { delayMeasures } from "./delay";
import { openHouse } from "./house";
import { inboxMeasures } from "./inbox";
import { intakeMeasures } from "./intake";
import { labelMeasures } from "./labels";
import { mailMeasures } from "./mail";
import type { Measure } from "./measure";
import { say } from "./measure";
import { outboxMeasures } from "./outbox";
import { pageMeasures } from "./pages";
import { startPart } from "./part";
import { policyMeasures } from "./policy";
import { readMailMeasures } from "./read-mail";
import { returnMeasures } from "./returns";
import { templateMeasures } from "./templates";

/** `npm run bench [part …]`: one JSON line a measure on standard output, progress on standard error. */
const wanted = process.argv.slice(2);
const house = await openHouse();
const load = await startPart("load-part.ts");
const parts: [string, () => Promise<Measure[]>][] = [
  ["intake", () => intakeMeasures(house, load)],
  ["mail", () => mailMeasures(house, load)],
  ["outbox", () => outboxMeasures(house, load)],
  ["pages", () => pageMeasures(house)],
  ["policy", () => policyMeasures(house)],
  ["returns", () => returnMeasures(house)],
  ["delay", async () => delayMeasures()],
  ["read-mail", readMailMeasures],
  ["inbox", () => inboxMeasures(house)],
  ["labels", () => labelMeasures()],
  ["templates", templateMeasures],
];

let failed = false;
for (const [name, run] of parts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    for (const one of await run()) console.log(JSON.stringify(one));
  } catch (error) {
    failed = true;
    console.error(error);
  }
}
say("Stopping");
await load.stop();
await house.close();
process.exit(failed ? 1 : 0);
