import { paragraph, returnStep } from "../return-step";

export const returnRequested = returnStep({
  key: "returnRequested",
  anytime: true,
  items: "toSend",
  fact: "return.requested",
  say: ({ words: { returnRequested: says } }) => ({ ...says, blocks: [paragraph(says.text)] }),
});
