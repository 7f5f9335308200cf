import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const nl = {
  unsubscribe: {
    ask: "Minder mails?",
    text: (shop) =>
      `${shop} laat weg wat u kunt missen. Het belangrijke hoort u nog steeds: bevestigingen, problemen en terugbetalingen.`,
    button: "Weglaten",
    done: "Klaar",
    doneText: "Vanaf nu hoort u alleen nog het belangrijke.",
  },
  texts: {
    ending: "STOP om te stoppen",
    stopped: (shop) => `${shop}: geen berichten meer. Antwoord START om weer te beginnen.`,
    started: (shop) => `${shop}: u hoort hier weer van uw bestellingen. STOP om te stoppen.`,
    help: (shop, url) => `${shop}: nieuws over uw bestellingen. Hulp: ${url} STOP om te stoppen.`,
  },
} satisfies Words<typeof en>;
