import type { Block } from "~/ui/mail/render-letter";
import { paragraph, returnStep } from "../return-step";

export const returnDeclined = returnStep({
  key: "returnDeclined",
  fact: "return.declined",
  varies: "text",
  say({ words: { returnDeclined: says }, return: about }) {
    const { declineReason: reason, declineNote: note } = about ?? {};
    const why = reason === "RETURN_PERIOD_ENDED" || reason === "FINAL_SALE" ? reason : "OTHER";
    const added: Block[] = note ? [{ kind: "panel", lines: [note] }] : [];
    return { ...says, blocks: [paragraph(`${says.text} ${says.reasons[why]}`), ...added] };
  },
});
