import { MINUTE } from "../kind";
import { plainStep, returnStep } from "../return-step";

/** Not told when the refund follows within minutes: that says it, too. */
export const returnReceived = returnStep({
  key: "returnReceived",
  fact: "return.received",
  harm: "little",
  wait: { forMs: 15 * MINUTE },
  toldBy: ["returnRefunded"],
  say: plainStep("returnReceived"),
});
