import { paragraph, returnStep } from "../return-step";

export const returnRequested = returnStep({
  key: "returnRequested",
  anytime: true,
  fact: "return.requested",
  say: ({ words: { returnRequested: says } }) => ({ ...says, blocks: [paragraph(says.text)] }),
});
