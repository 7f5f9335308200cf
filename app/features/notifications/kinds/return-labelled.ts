import { paragraph, returnStep } from "../return-step";

export const returnLabelled = returnStep({
  key: "returnLabelled",
  anytime: true,
  items: "toSend",
  fact: "return.labelled",
  attachLabels: true,
  say: ({ words: { returnLabelled: says }, return: about }) => ({
    ...says,
    blocks: [
      paragraph(says.text),
      { kind: "panel", lines: [about?.rma ?? ""] },
      { kind: "heading", text: says.steps },
      ...says.step.map((text, at) => paragraph(`${at + 1}. ${text}`)),
    ],
  }),
});
