import { MINUTE } from "../kind";
import { plainStep, returnStep } from "../return-step";

/**
 * Not told when the refund follows within minutes: that says it, too. Where nothing of it was accepted, it says
 * why.
 */
export const returnInspected = returnStep({
  key: "returnInspected",
  fact: "return.inspected",
  harm: "little",
  wait: { forMs: 15 * MINUTE },
  toldBy: ["returnRefunded"],
  say(occasion) {
    const said = plainStep("returnInspected")(occasion);
    const why = occasion.return?.declineNote;
    return why ? { ...said, blocks: [...said.blocks, { kind: "panel", lines: [why] }] } : said;
  },
});
