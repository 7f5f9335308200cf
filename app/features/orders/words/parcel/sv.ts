export const sv = {
  open: "Följ det här paketet",
  ofOrder: (order: string) => `En del av beställning ${order}`,
  back: (order: string) => `Allt om beställning ${order}`,
  updated: (ago: string) => `Uppdaterat ${ago}`,
  silent: (day: string) =>
    `Inget nytt har rapporterats sedan ${day}. Det händer mellan två stopp. Vi håller koll; skriv gärna till oss om du är orolig.`,
  localTimes: "Tiderna gäller på leveransadressen.",
  noScans: "Fraktbolaget har inte skannat det än. Den första skanningen kan dröja en dag.",
  next: "Kan vi hjälpa till?",
  missing: "Det har inte kommit",
  wrong: "Något är fel eller skadat",
  pickUpAt: "Här hämtar du det",
  label: { heldByCustoms: "Hos tullen", lost: "Borta" },
  state: {
    preparing: { title: "Ditt paket packas", text: "Du får ett mejl så fort det lämnar oss." },
    shipped: { title: "Ditt paket har lämnat oss", text: "Fraktbolagets första skanning kan dröja en dag." },
    inTransit: { title: "Ditt paket är på väg", text: "" },
    heldByCustoms: {
      title: "Tullen kontrollerar ditt paket",
      text: "Det tar ofta några dagar. Om det tillkommer tull hör fraktbolaget av sig.",
    },
    readyForPickup: {
      title: "Ditt paket finns att hämta",
      text: "Ta med legitimation. Oftast sparas ett paket ungefär en vecka.",
    },
    delivered: { title: "Ditt paket är levererat", text: "" },
    returned: {
      title: "Ditt paket är på väg tillbaka till oss",
      text: "Fraktbolaget kunde inte lämna ut det. Skriv till oss så skickar vi det igen eller betalar tillbaka.",
    },
    lost: {
      title: "Fraktbolaget hittar inte ditt paket",
      text: "Vi beklagar. Skriv till oss så ordnar vi det.",
    },
    failed: {
      title: "Fraktbolaget har problem med ditt paket",
      text: "Skriv till oss så tar vi reda på vad som har hänt.",
    },
  },
  notArrived: {
    title: "Levererat, men inte där?",
    lead: (time: string) => `Fraktbolaget rapporterar att det levererades ${time}.`,
    first: "De flesta paket dyker upp på något av de här ställena. Har du tittat där?",
    places: [
      "Hos grannarna och hos alla du bor med",
      "I brevlådan, vid dörren, i garaget eller på någon annan säker plats",
      "I receptionen eller hos ett paketombud i närheten",
    ],
    tooSoon: (time: string) =>
      `Vissa fraktbolag rapporterar ett paket upp till en dag innan det kommer. Om det inte är framme ${time}, berätta det för oss här.`,
    looked: "Jag har tittat på alla de här ställena",
    lookedMissing: "Titta där först och kryssa sedan i rutan",
    note: "Något som kan hjälpa oss att hitta det (frivilligt)",
    submit: "Meddela butiken",
    prove:
      "Vi måste vara säkra på att det är din beställning. Öppna den med koden vi skickar och kom sedan tillbaka hit.",
    over: "Det här paketet är inte markerat som levererat. Se var det är:",
    message: (parcel: string, time: string) =>
      `Mitt paket ${parcel} har inte kommit. Det rapporterades som levererat ${time}. Jag har frågat grannarna och tittat på alla säkra platser och hos paketombudet.`,
  },
};
