import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const cs = {
  unsubscribe: {
    ask: "Méně e-mailů?",
    text: (shop) =>
      `${shop} vynechá to, bez čeho se obejdete. Důležité zprávy dostanete i nadále: potvrzení, problémy a vrácení peněz.`,
    button: "Vynechat",
    done: "Hotovo",
    doneText: "Odteď dostanete jen to důležité.",
  },
  texts: {
    ending: "Konec: STOP",
    stopped: (shop) => `${shop}: žádné další zprávy. Pro obnovení odpovězte START.`,
    started: (shop) => `${shop}: zprávy o objednávkách vám sem zase chodí. Konec: STOP.`,
    help: (shop, url) => `${shop}: zprávy o vašich objednávkách. Pomoc: ${url} Konec: STOP.`,
  },
} satisfies Words<typeof en>;
