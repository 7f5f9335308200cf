import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const nl = {
  unsubscribe: {
    ask: "Minder mails?",
    text: (shop) =>
      `${shop} laat weg wat je kunt missen. Het belangrijke hoor je nog steeds: bevestigingen, problemen en terugbetalingen.`,
    button: "Weglaten",
    done: "Klaar",
    doneText: "Vanaf nu hoor je alleen nog het belangrijke.",
  },
  texts: {
    ending: "STOP om te stoppen",
    stopped: (shop) => `${shop}: geen berichten meer. Antwoord START om weer te beginnen.`,
    started: (shop) => `${shop}: je hoort hier weer van je bestellingen. STOP om te stoppen.`,
    help: (shop, url) => `${shop}: nieuws over je bestellingen. Hulp: ${url} STOP om te stoppen.`,
  },
} satisfies Words<typeof en>;
