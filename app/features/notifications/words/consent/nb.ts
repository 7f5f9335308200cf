import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const nb = {
  unsubscribe: {
    ask: "Færre e-poster?",
    text: (shop) =>
      `${shop} utelater det du klarer deg uten. Du får fortsatt det viktige: bekreftelser, problemer og refusjoner.`,
    button: "Utelat dem",
    done: "Ferdig",
    doneText: "Fra nå av får du bare det viktige.",
  },
  texts: {
    ending: "Svar STOPP for å avslutte",
    stopped: (shop) => `${shop}: ingen flere meldinger. Svar START for å fortsette.`,
    started: (shop) => `${shop}: du får igjen nytt om bestillingene dine her. Svar STOPP for å avslutte.`,
    help: (shop, url) => `${shop}: nytt om bestillingene dine. Hjelp: ${url} Svar STOPP for å avslutte.`,
  },
} satisfies Words<typeof en>;
