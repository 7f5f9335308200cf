import { paragraph, returnStep } from "../return-step";

export const returnCancelled = returnStep({
  key: "returnCancelled",
  anytime: true,
  fact: "return.cancelled",
  say: ({ words: { returnCancelled: says } }) => ({ ...says, blocks: [paragraph(says.text)] }),
});
