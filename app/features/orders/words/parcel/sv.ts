import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const sv = {
  open: "Följ det här paketet",
  ofOrder: (order: string) => `En del av beställning ${order}`,
  back: (order: string) => `Allt om beställning ${order}`,
  updated: (ago: string) => `Uppdaterat ${ago}`,
  silent: (day: string) =>
    `Inget nytt har rapporterats sedan den ${day}. Det händer mellan två stopp. Vi bevakar paketet; skriv gärna till oss om du är orolig.`,
  localTimes: "Alla tider gäller på leveransadressen.",
  noScans: "Fraktbolaget har inte skannat det än. Den första skanningen kan ta ett dygn.",
  next: "Kan vi hjälpa dig?",
  missing: "Det har inte kommit fram",
  wrong: "Något är fel eller skadat",
  pickUpAt: "Här hämtar du det",
  label: { heldByCustoms: "I tullen", lost: "Borttappat" },
  state: {
    preparing: { title: "Ditt paket packas", text: "Du får ett mejl så fort det går iväg." },
    shipped: { title: "Ditt paket är skickat", text: "Fraktbolagets första skanning kan ta ett dygn." },
    inTransit: { title: "Ditt paket är på väg", text: "" },
    heldByCustoms: {
      title: "Tullen kontrollerar ditt paket",
      text: "Det tar ofta några dagar. Om avgifter ska betalas hör fraktbolaget av sig till dig.",
    },
    readyForPickup: {
      title: "Ditt paket finns att hämta",
      text: "Ta med legitimation. De flesta ställen sparar ett paket i ungefär en vecka.",
    },
    delivered: { title: "Ditt paket är levererat", text: "" },
    returned: {
      title: "Ditt paket är på väg tillbaka till oss",
      text: "Fraktbolaget kunde inte lämna ut det. Skriv till oss, så skickar vi det igen eller betalar tillbaka.",
    },
    lost: {
      title: "Fraktbolaget hittar inte ditt paket",
      text: "Vi beklagar. Skriv till oss, så ordnar vi det.",
    },
    failed: {
      title: "Fraktbolaget har problem med ditt paket",
      text: "Skriv till oss, så tar vi reda på vad som har hänt.",
    },
  },
  notArrived: {
    title: "Levererat, men inte där?",
    lead: (time: string) => `Fraktbolaget rapporterar att det levererades den ${time}.`,
    first: "De flesta paket dyker upp på något av de här ställena. Har du tittat där?",
    places: [
      "Hos grannarna och hos alla du bor med",
      "I brevlådan, vid dörren, i garaget eller på en annan säker plats",
      "I receptionen eller hos utlämningsstället i närheten",
    ],
    tooSoon: (time: string) =>
      `Vissa fraktbolag rapporterar ett paket upp till ett dygn innan det kommer. Är det inte där senast den ${time}, säg till oss här.`,
    looked: "Jag har tittat på alla de här ställena",
    lookedMissing: "Titta där först och kryssa sedan i rutan",
    note: "Något som kan hjälpa oss att hitta det (frivilligt)",
    submit: "Säg till butiken",
    prove:
      "Vi behöver vara säkra på att det är din beställning. Öppna den med koden som vi skickar till dig och kom sedan tillbaka hit.",
    over: "Det här paketet står inte som levererat. Se var det är:",
    message: (parcel: string, time: string) =>
      `Mitt paket ${parcel} har inte kommit fram. Det rapporterades som levererat den ${time}. Jag har frågat grannarna och tittat på alla säkra platser och hos utlämningsstället.`,
  },
} satisfies Words<typeof en>;
