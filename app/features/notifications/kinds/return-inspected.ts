import { MINUTE } from "../kind";
import { plainStep, returnStep } from "../return-step";

/** Not told when the refund follows within minutes: that says it, too. */
export const returnInspected = returnStep({
  key: "returnInspected",
  fact: "return.inspected",
  harm: "little",
  wait: { forMs: 15 * MINUTE },
  toldBy: ["returnRefunded"],
  say: plainStep("returnInspected"),
});
