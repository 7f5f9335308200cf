import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const it = {
  unsubscribe: {
    ask: "Meno e-mail?",
    text: (shop) =>
      `${shop} non le invierà più ciò di cui può fare a meno. Riceverà ancora le cose importanti: conferme, problemi e rimborsi.`,
    button: "Non inviarle",
    done: "Fatto",
    doneText: "Da ora riceverà solo le cose importanti.",
  },
  texts: {
    ending: "STOP per terminare",
    stopped: (shop) => `${shop}: nessun altro messaggio. Risponda START per riprendere.`,
    started: (shop) => `${shop}: riceverà di nuovo qui le notizie sui suoi ordini. STOP per terminare.`,
    help: (shop, url) => `${shop}: notizie sui suoi ordini. Aiuto: ${url} STOP per terminare.`,
  },
} satisfies Words<typeof en>;
