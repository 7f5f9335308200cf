import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const da = {
  unsubscribe: {
    ask: "Færre mails?",
    text: (shop) =>
      `${shop} udelader det, du kan undvære. Du får stadig det vigtige: bekræftelser, problemer og refusioner.`,
    button: "Udelad dem",
    done: "Færdig",
    doneText: "Fra nu af får du kun det vigtige.",
  },
  texts: {
    ending: "Svar STOP for at afslutte",
    stopped: (shop) => `${shop}: ingen flere beskeder. Svar START for at genoptage.`,
    started: (shop) => `${shop}: du får igen nyt om dine ordrer her. Svar STOP for at afslutte.`,
    help: (shop, url) => `${shop}: nyt om dine ordrer. Hjælp: ${url} Svar STOP for at afslutte.`,
  },
} satisfies Words<typeof en>;
