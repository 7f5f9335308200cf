import { type House, SHOP } from "./house";
import { type Measure, measure, median, say } from "./measure";
import { startPart } from "./part";
import { makePastReturns } from "./past-returns";

const ROUNDS = 3;
const ROUND_MS = 1_500;

/** Decisions by the return policy on one core, and what a draft would have done with 10,000 past returns. */
export async function policyMeasures(house: House): Promise<Measure[]> {
  const part = await startPart("policy-part.ts");
  const decisions: Record<"plain" | "full", number[]> = { plain: [], full: [] };
  say("Policy: deciding");
  for (const policy of ["plain", "full"] as const) await part.ask("decide", { policy, ms: ROUND_MS });
  for (let round = 0; round < ROUNDS; round++)
    for (const policy of ["plain", "full"] as const)
      decisions[policy].push(await part.ask<number>("decide", { policy, ms: ROUND_MS }));

  const made = await makePastReturns(house.owner, SHOP);
  say(`Policy: replaying the latest of ${made} past returns`);
  const { databaseUrl } = house;
  const replayed = await part.ask<{ returns: number; ms: number }>("replay", { databaseUrl, shop: SHOP });
  await part.stop();
  if (replayed.returns < 10_000) throw new Error(`Only ${replayed.returns} past returns`);
  return [
    measure("return decisions, a policy of a window and a tag", median(decisions.plain), "decisions/s", {
      targets: [{ of: "value", atLeast: 200_000 }],
    }),
    measure(
      "return decisions, a policy with rules, seasons and fees",
      median(decisions.full),
      "decisions/s",
      {
        targets: [{ of: "value", atLeast: 200_000 }],
      },
    ),
    measure("a draft policy over 10,000 past returns, from the database", replayed.ms / 1_000, "s", {
      targets: [{ of: "value", atMost: 5 }],
    }),
  ];
}
