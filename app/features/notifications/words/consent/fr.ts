import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const fr = {
  unsubscribe: {
    ask: "Moins d’e-mails ?",
    text: (shop) =>
      `${shop} ne vous enverra plus l’accessoire. Vous recevrez toujours l’important : confirmations, problèmes et remboursements.`,
    button: "Ne plus les envoyer",
    done: "C’est fait",
    doneText: "Désormais, vous ne recevrez que l’important.",
  },
  texts: {
    ending: "ARRET pour finir",
    stopped: (shop) => `${shop} : plus de messages. START pour reprendre.`,
    started: (shop) => `${shop} : vous recevez de nouveau des nouvelles de vos commandes. ARRET pour finir.`,
    help: (shop, url) => `${shop} : nouvelles de vos commandes. Aide : ${url} ARRET pour finir.`,
  },
} satisfies Words<typeof en>;
