import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const pl = {
  unsubscribe: {
    ask: "Mniej e-maili?",
    text: (shop) =>
      `${shop} pominie to, co mniej ważne. Nadal otrzymasz to, co istotne: potwierdzenia, problemy i zwroty pieniędzy.`,
    button: "Pomiń je",
    done: "Gotowe",
    doneText: "Od teraz otrzymasz tylko to, co istotne.",
  },
  texts: {
    ending: "Koniec: STOP",
    stopped: (shop) => `${shop}: koniec wiadomości. Aby wznowić, odpisz START.`,
    started: (shop) => `${shop}: znów otrzymujesz tu wiadomości o zamówieniach. Koniec: STOP.`,
    help: (shop, url) => `${shop}: wiadomości o Twoich zamówieniach. Pomoc: ${url} Koniec: STOP.`,
  },
} satisfies Words<typeof en>;
