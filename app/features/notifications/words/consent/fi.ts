import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const fi = {
  unsubscribe: {
    ask: "Vähemmän viestejä?",
    text: (shop) =>
      `${shop} jättää pois sen, mitä ilman pärjäät. Tärkeät asiat saat edelleen: vahvistukset, ongelmat ja hyvitykset.`,
    button: "Jätä ne pois",
    done: "Valmis",
    doneText: "Tästä lähtien saat vain tärkeät viestit.",
  },
  texts: {
    ending: "Lopeta vastaamalla STOP",
    stopped: (shop) => `${shop}: ei enää viestejä. Jatka vastaamalla START.`,
    started: (shop) => `${shop}: saat taas tilauksiesi uutiset tänne. Lopeta vastaamalla STOP.`,
    help: (shop, url) => `${shop}: uutisia tilauksistasi. Apua: ${url} Lopeta vastaamalla STOP.`,
  },
} satisfies Words<typeof en>;
