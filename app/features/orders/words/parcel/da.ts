import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const da = {
  open: "Følg denne pakke",
  ofOrder: (order: string) => `En del af ordre ${order}`,
  back: (order: string) => `Alt om ordre ${order}`,
  updated: (ago: string) => `Opdateret ${ago}`,
  silent: (day: string) =>
    `Der er ikke meldt noget nyt siden den ${day}. Det sker mellem to stop. Vi holder øje med den; skriv til os, hvis du er bekymret.`,
  localTimes: "Tiderne gælder på leveringsadressen.",
  noScans: "Fragtfirmaet har ikke scannet den endnu. Den første scanning kan tage et døgn.",
  next: "Kan vi hjælpe?",
  missing: "Den er ikke kommet frem",
  wrong: "Noget er forkert eller beskadiget",
  pickUpAt: "Her kan du hente den",
  label: { heldByCustoms: "I tolden", lost: "Bortkommet" },
  state: {
    preparing: { title: "Din pakke bliver pakket", text: "Du får en mail, så snart den er sendt." },
    shipped: { title: "Din pakke er sendt", text: "Fragtfirmaets første scanning kan tage et døgn." },
    inTransit: { title: "Din pakke er på vej", text: "" },
    heldByCustoms: {
      title: "Tolden kontrollerer din pakke",
      text: "Det tager ofte nogle dage. Skal der betales told, får du besked af fragtfirmaet.",
    },
    readyForPickup: {
      title: "Din pakke er klar til afhentning",
      text: "Tag legitimation med. De fleste steder gemmer en pakke i cirka en uge.",
    },
    delivered: { title: "Din pakke er leveret", text: "" },
    returned: {
      title: "Din pakke er på vej tilbage til os",
      text: "Fragtfirmaet kunne ikke aflevere den. Skriv til os, så sender vi den igen eller betaler dig tilbage.",
    },
    lost: {
      title: "Fragtfirmaet kan ikke finde din pakke",
      text: "Det beklager vi. Skriv til os, så ordner vi det.",
    },
    failed: {
      title: "Fragtfirmaet har et problem med din pakke",
      text: "Skriv til os, så finder vi ud af, hvad der er sket.",
    },
  },
  notArrived: {
    title: "Leveret, men ikke til at finde?",
    lead: (time: string) => `Fragtfirmaet melder, at den blev leveret den ${time}.`,
    first: "De fleste pakker dukker op et af disse steder. Har du kigget der?",
    places: [
      "Hos naboerne og hos alle, du bor sammen med",
      "I postkassen, ved døren, i garagen eller et andet sikkert sted",
      "I receptionen eller på udleveringsstedet i nærheden",
    ],
    tooSoon: (time: string) =>
      `Nogle fragtfirmaer melder en pakke leveret op til et døgn, før den kommer. Er den der ikke senest den ${time}, så sig det til os her.`,
    looked: "Jeg har kigget alle disse steder",
    lookedMissing: "Kig først der, og sæt så flueben her",
    note: "Noget, der kan hjælpe os med at finde den (valgfrit)",
    submit: "Giv butikken besked",
    prove:
      "Vi skal være sikre på, at det er din ordre. Åbn den med den kode, vi sender dig, og kom så tilbage hertil.",
    over: "Denne pakke er ikke meldt leveret. Se, hvor den er:",
    message: (parcel: string, time: string) =>
      `Min pakke ${parcel} er ikke kommet frem. Den blev meldt leveret den ${time}. Jeg har spurgt naboerne og kigget alle sikre steder og på udleveringsstedet.`,
  },
} satisfies Words<typeof en>;
