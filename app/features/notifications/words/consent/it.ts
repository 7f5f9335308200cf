import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const it = {
  unsubscribe: {
    ask: "Meno e-mail?",
    text: (shop) =>
      `${shop} non ti invierà più ciò di cui puoi fare a meno. Riceverai ancora le cose importanti: conferme, problemi e rimborsi.`,
    button: "Non inviarle",
    done: "Fatto",
    doneText: "Da ora riceverai solo le cose importanti.",
  },
  texts: {
    ending: "STOP per terminare",
    stopped: (shop) => `${shop}: nessun altro messaggio. Rispondi START per riprendere.`,
    started: (shop) => `${shop}: riceverai di nuovo qui le notizie sui tuoi ordini. STOP per terminare.`,
    help: (shop, url) => `${shop}: notizie sui tuoi ordini. Aiuto: ${url} STOP per terminare.`,
  },
} satisfies Words<typeof en>;
