import { type FactData, MINUTE } from "../kind";
import { plainStep, returnStep } from "../return-step";

/** Were units taken off the return, or put on it? A wish that was changed says so elsewhere. */
const otherThings = ({ from, quantity, removed, added }: FactData): boolean =>
  Number(removed ?? 0) > 0 ||
  Number(added ?? 0) > 0 ||
  (typeof from === "number" && typeof quantity === "number" && from !== quantity);

/** Staff often change several lines one after the other: they are told once, with what comes back now. */
export const returnChanged = returnStep({
  key: "returnChanged",
  fact: "return.changed",
  applies: (_standing, data) => otherThings(data),
  gather: { with: "return.changed", how: "replace" },
  wait: { forMs: 10 * MINUTE },
  items: "toSend",
  sample: { removed: 1 },
  say: plainStep("returnChanged"),
});
