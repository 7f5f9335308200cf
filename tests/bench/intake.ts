import type { House } from "./house";
import { SHOP, SHOP_NUMBER } from "./house";
import type { Flooded } from "./load-part";
import { type Measure, measure, median, percentile, say } from "./measure";
import { type Part, startPart } from "./part";
import { SECRET } from "./surroundings";

const ROUNDS = 5;
const SECONDS = 1.2;
const CONNECTIONS = 32;

/**
 * Webhook intake with 1 and 2 web processes beside the bare server with as many. Rounds are taken in turns
 * (app, bare, app, bare …), so that what else this machine does weighs on both alike.
 */
export async function intakeMeasures(house: House, load: Part): Promise<Measure[]> {
  say("Intake: starting two web processes and two bare servers");
  const webs = await Promise.all([house.startWeb(), house.startWeb()]);
  const bareEnv = { BARE_DATABASE_URL: await house.queueOf("bare_intake"), BARE_SECRET: SECRET };
  const bares = await Promise.all([1, 2].map(() => startPart("bare-intake-part.ts", bareEnv)));
  const barePorts = await Promise.all(bares.map((bare) => bare.ask<number>("port")));
  const appPorts = webs.map((web) => web.port);
  await load.ask("prepare", { shop: SHOP, shopNumber: SHOP_NUMBER, secret: SECRET, placedAt: new Date() });
  const bytes = await load.ask<number>("make", { from: 0, count: 64 });

  const results = new Map<string, Flooded[]>();
  const flood = async (name: string, ports: number[], seconds = SECONDS) => {
    const flooded = await load.ask<Flooded>("flood", { ports, connections: CONNECTIONS, seconds });
    if (flooded.failures > 0) throw new Error(`${flooded.failures} webhooks were not taken in by ${name}`);
    await house.sweep();
    return flooded;
  };
  for (const ports of [appPorts, barePorts]) await flood("warm-up", ports, 1.5);
  for (let round = 1; round <= ROUNDS; round++) {
    say(`Intake: round ${round} of ${ROUNDS}, ${bytes} bytes a webhook`);
    for (const count of [1, 2])
      for (const [name, ports] of [
        [`app ${count}`, appPorts.slice(0, count)],
        [`bare ${count}`, barePorts.slice(0, count)],
      ] as const)
        results.set(name, [...(results.get(name) ?? []), await flood(name, ports)]);
  }
  await Promise.all([...webs.map((web) => web.running.stop()), ...bares.map((bare) => bare.stop())]);

  const all = (name: string) => results.get(name) ?? [];
  const rates = (name: string) => all(name).map((one) => one.perSecond);
  const best = rates("bare 1").map((rate, round) => Math.max(rate, rates("bare 2")[round] ?? 0));
  return [1, 2].flatMap((count) => {
    const processes = `${count} web process${count > 1 ? "es" : ""}`;
    const ours = rates(`app ${count}`);
    const ceilings = count === 1 ? rates("bare 1") : best;
    const p99 = (way: string) => median(all(`${way} ${count}`).map((one) => percentile(one.latencies, 0.99)));
    return [
      measure(`webhook intake, ${processes}`, median(ours), "1/s", {
        ceiling: median(ceilings),
        ratio: median(ours.map((rate, round) => rate / (ceilings[round] ?? Number.NaN))),
        targets: [{ of: "ratio", atLeast: 0.5 }],
      }),
      measure(`webhook intake p99, ${processes}`, p99("app"), "ms", {
        ceiling: p99("bare"),
        targets: [{ of: "value", atMost: 50 }],
      }),
    ];
  });
}
