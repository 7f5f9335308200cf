import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const de = {
  unsubscribe: {
    ask: "Weniger Mails?",
    text: (shop) =>
      `${shop} lässt weg, was entbehrlich ist. Wichtiges erfahren Sie weiterhin: Bestätigungen, Probleme und Erstattungen.`,
    button: "Weglassen",
    done: "Erledigt",
    doneText: "Ab jetzt erfahren Sie nur noch Wichtiges.",
  },
  texts: {
    ending: "Ende mit STOPP",
    stopped: (shop) => `${shop}: keine Nachrichten mehr. Wieder mit START.`,
    started: (shop) => `${shop}: Sie hören hier wieder von Ihren Bestellungen. Ende mit STOPP.`,
    help: (shop, url) => `${shop}: Neues zu Ihren Bestellungen. Hilfe: ${url} Ende mit STOPP.`,
  },
} satisfies Words<typeof en>;
