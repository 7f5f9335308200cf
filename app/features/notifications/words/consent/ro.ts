import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ro = {
  unsubscribe: {
    ask: "Mai puține e-mailuri?",
    text: (shop) =>
      `${shop} nu vă va mai trimite ce nu este esențial. Primiți în continuare ce contează: confirmări, probleme și rambursări.`,
    button: "Nu le mai trimiteți",
    done: "Gata",
    doneText: "De acum primiți doar ce contează.",
  },
  texts: {
    ending: "Răspundeți STOP pentru dezabonare",
    stopped: (shop) => `${shop}: nu mai primiți mesaje. Răspundeți START pentru a relua.`,
    started: (shop) =>
      `${shop}: primiți din nou aici vești despre comenzi. Răspundeți STOP pentru dezabonare.`,
    help: (shop, url) =>
      `${shop}: vești despre comenzile dvs. Ajutor: ${url} Răspundeți STOP pentru dezabonare.`,
  },
} satisfies Words<typeof en>;
