import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const nb = {
  open: "Følg denne pakken",
  ofOrder: (order: string) => `En del av bestilling ${order}`,
  back: (order: string) => `Alt om bestilling ${order}`,
  updated: (ago: string) => `Oppdatert ${ago}`,
  silent: (day: string) =>
    `Det er ikke meldt noe nytt siden ${day}. Det skjer mellom to stopp. Vi følger med; skriv til oss hvis du er bekymret.`,
  localTimes: "Tidene gjelder på leveringsadressen.",
  noScans: "Transportøren har ikke skannet den ennå. Den første skanningen kan ta et døgn.",
  next: "Kan vi hjelpe?",
  missing: "Den har ikke kommet frem",
  wrong: "Noe er feil eller skadet",
  pickUpAt: "Her kan du hente den",
  label: { heldByCustoms: "I tollen", lost: "Kommet bort" },
  state: {
    preparing: { title: "Pakken din blir pakket", text: "Du får en e-post så snart den er sendt." },
    shipped: { title: "Pakken din er sendt", text: "Transportørens første skanning kan ta et døgn." },
    inTransit: { title: "Pakken din er på vei", text: "" },
    heldByCustoms: {
      title: "Tollen kontrollerer pakken din",
      text: "Det tar ofte noen dager. Må det betales avgifter, får du beskjed fra transportøren.",
    },
    readyForPickup: {
      title: "Pakken din er klar til henting",
      text: "Ta med legitimasjon. De fleste steder tar vare på en pakke i omtrent en uke.",
    },
    delivered: { title: "Pakken din er levert", text: "" },
    returned: {
      title: "Pakken din er på vei tilbake til oss",
      text: "Transportøren kunne ikke levere den ut. Skriv til oss, så sender vi den igjen eller betaler deg tilbake.",
    },
    lost: {
      title: "Transportøren finner ikke pakken din",
      text: "Vi beklager. Skriv til oss, så ordner vi opp.",
    },
    failed: {
      title: "Transportøren har et problem med pakken din",
      text: "Skriv til oss, så finner vi ut hva som har skjedd.",
    },
  },
  notArrived: {
    title: "Levert, men ikke å finne?",
    lead: (time: string) => `Transportøren melder at den ble levert ${time}.`,
    first: "De fleste pakker dukker opp på et av disse stedene. Har du sett der?",
    places: [
      "Hos naboene og hos alle du bor sammen med",
      "I postkassen, ved døren, i garasjen eller på et annet trygt sted",
      "I resepsjonen eller på hentestedet i nærheten",
    ],
    tooSoon: (time: string) =>
      `Noen transportører melder en pakke levert opptil et døgn før den kommer. Er den ikke der innen ${time}, si fra til oss her.`,
    looked: "Jeg har sett på alle disse stedene",
    lookedMissing: "Se der først, og kryss så av her",
    note: "Noe som kan hjelpe oss å finne den (valgfritt)",
    submit: "Si fra til butikken",
    prove:
      "Vi må være sikre på at det er din bestilling. Åpne den med koden vi sender deg, og kom så tilbake hit.",
    over: "Denne pakken er ikke meldt levert. Se hvor den er:",
    message: (parcel: string, time: string) =>
      `Pakken min ${parcel} har ikke kommet frem. Den ble meldt levert ${time}. Jeg har spurt naboene og sett på alle trygge steder og på hentestedet.`,
  },
} satisfies Words<typeof en>;
