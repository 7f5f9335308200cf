import { plainStep, returnStep } from "../return-step";

/** What somebody chose instead was handed to the shop's packers; its parcel makes news of its own. */
export const exchangeShipped = returnStep({
  key: "exchangeShipped",
  fact: "return.exchangeSent",
  harm: "some",
  items: "none",
  say: plainStep("exchangeShipped"),
});
