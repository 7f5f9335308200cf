import { MINUTE } from "../kind";
import { plainStep, returnStep } from "../return-step";

/** Where a label comes, the label is the news. */
const LABELLED = new Set(["label", "qr"]);

/** A return that needs no label: brought to a shop, or sent in the shopper's own way. */
export const returnApproved = returnStep({
  key: "returnApproved",
  fact: "return.approved",
  anytime: true,
  items: "toSend",
  applies: ({ returnMethod }) => !LABELLED.has(returnMethod ?? "label"),
  wait: { forMs: 2 * MINUTE },
  toldBy: ["returnLabelled"],
  say: plainStep("returnApproved"),
});
