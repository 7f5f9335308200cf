import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const nl = {
  open: "Volg dit pakket",
  ofOrder: (order: string) => `Deel van bestelling ${order}`,
  back: (order: string) => `Alles over bestelling ${order}`,
  updated: (ago: string) => `Bijgewerkt ${ago}`,
  silent: (day: string) =>
    `Sinds ${day} is er niets nieuws gemeld. Dat komt voor tussen twee stops. We houden het in de gaten; maak je je zorgen, schrijf ons dan.`,
  localTimes: "De tijden zijn die van het bezorgadres.",
  noScans: "De bezorgdienst heeft het nog niet gescand. De eerste scan kan een dag duren.",
  next: "Kunnen we helpen?",
  missing: "Het is niet aangekomen",
  wrong: "Er klopt iets niet of er is iets beschadigd",
  pickUpAt: "Hier kun je het ophalen",
  label: { heldByCustoms: "Bij de douane", lost: "Kwijtgeraakt" },
  state: {
    preparing: { title: "Je pakket wordt ingepakt", text: "Je krijgt een e-mail zodra het vertrekt." },
    shipped: {
      title: "Je pakket is verzonden",
      text: "De eerste scan van de bezorgdienst kan een dag duren.",
    },
    inTransit: { title: "Je pakket is onderweg", text: "" },
    heldByCustoms: {
      title: "De douane controleert je pakket",
      text: "Dat duurt vaak een paar dagen. Zijn er invoerrechten verschuldigd, dan vraagt de bezorgdienst je daarom.",
    },
    readyForPickup: {
      title: "Je pakket ligt klaar om op te halen",
      text: "Neem een identiteitsbewijs mee. Meestal blijft een pakket ongeveer een week liggen.",
    },
    delivered: { title: "Je pakket is bezorgd", text: "" },
    returned: {
      title: "Je pakket komt terug naar ons",
      text: "De bezorgdienst kon het niet afgeven. Schrijf ons, dan sturen we het opnieuw of betalen we je terug.",
    },
    lost: {
      title: "De bezorgdienst kan je pakket niet vinden",
      text: "Dat spijt ons. Schrijf ons, dan lossen we het op.",
    },
    failed: {
      title: "De bezorgdienst heeft een probleem met je pakket",
      text: "Schrijf ons, dan zoeken we uit wat er is gebeurd.",
    },
  },
  notArrived: {
    title: "Bezorgd, maar niet te vinden?",
    lead: (time: string) => `Volgens de bezorgdienst is het bezorgd op ${time}.`,
    first: "De meeste pakketten duiken op een van deze plekken op. Heb je daar gekeken?",
    places: [
      "Bij de buren en bij iedereen met wie je samenwoont",
      "In de brievenbus, bij de deur, in de garage of op een andere veilige plek",
      "Bij de receptie of bij het afhaalpunt in de buurt",
    ],
    tooSoon: (time: string) =>
      `Sommige bezorgdiensten melden een pakket al tot een dag voordat het komt. Is het er niet op ${time}, laat het ons dan hier weten.`,
    looked: "Ik heb op al deze plekken gekeken",
    lookedMissing: "Kijk eerst op die plekken en vink dan dit vakje aan",
    note: "Wat ons kan helpen om het te vinden (optioneel)",
    submit: "Laat het de winkel weten",
    prove:
      "We moeten zeker weten dat het jouw bestelling is. Open hem met de code die we je sturen en kom dan hier terug.",
    over: "Dit pakket staat niet als bezorgd gemeld. Kijk waar het is:",
    message: (parcel: string, time: string) =>
      `Mijn pakket ${parcel} is niet aangekomen. Het is als bezorgd gemeld op ${time}. Ik heb het de buren gevraagd en op alle veilige plekken en bij het afhaalpunt gekeken.`,
  },
} satisfies Words<typeof en>;
