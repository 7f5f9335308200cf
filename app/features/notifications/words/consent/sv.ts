import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const sv = {
  unsubscribe: {
    ask: "Färre mejl?",
    text: (shop) =>
      `${shop} hoppar över det du klarar dig utan. Det viktiga får du fortfarande: bekräftelser, problem och återbetalningar.`,
    button: "Hoppa över dem",
    done: "Klart",
    doneText: "Från och med nu får du bara det viktiga.",
  },
  texts: {
    ending: "Svara STOPP för att avsluta",
    stopped: (shop) => `${shop}: inga fler meddelanden. Svara START för att fortsätta.`,
    started: (shop) => `${shop}: du får nyheter om dina beställningar här igen. Svara STOPP för att avsluta.`,
    help: (shop, url) => `${shop}: nyheter om dina beställningar. Hjälp: ${url} Svara STOPP för att avsluta.`,
  },
} satisfies Words<typeof en>;
