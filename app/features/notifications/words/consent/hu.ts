import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const hu = {
  unsubscribe: {
    ask: "Kevesebb e-mailt?",
    text: (shop) =>
      `${shop}: a nélkülözhető leveleket elhagyjuk. A fontosakat továbbra is megkapja: visszaigazolások, problémák és visszatérítések.`,
    button: "Ne küldjék",
    done: "Kész",
    doneText: "Mostantól csak a fontos leveleket kapja meg.",
  },
  texts: {
    ending: "Leiratkozás: STOP",
    stopped: (shop) => `${shop}: nem küldünk több üzenetet. Folytatás: START.`,
    started: (shop) => `${shop}: újra itt kapja a rendelései híreit. Leiratkozás: STOP.`,
    help: (shop, url) => `${shop}: hírek a rendeléseiről. Segítség: ${url} Leiratkozás: STOP.`,
  },
} satisfies Words<typeof en>;
