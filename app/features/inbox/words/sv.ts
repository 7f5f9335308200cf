import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const sv = {
  noSubject: "Inget ämne",
  subject: (order: string) => `Ditt meddelande om beställning ${order}`,
  form: {
    title: "Skriv till oss",
    more: "Skriv igen",
    label: "Ditt meddelande",
    hint: (email: string) => `Vi svarar med e-post till ${email}.`,
    hintNoEmail: "Du hittar vårt svar på den här sidan.",
    submit: "Skicka meddelandet",
    check: "Ditt meddelande har inte skickats än",
    empty: "Skriv ditt meddelande först",
    tooLong: (most: string) => `Ett meddelande kan ha högst ${most} tecken. Korta ner det lite.`,
    limited: "Du har skrivit till oss flera gånger på en timme. Försök igen lite senare.",
  },
  sent: {
    title: "Vi har fått ditt meddelande",
    text: (email: string) =>
      `En av oss läser det och svarar med e-post till ${email}. Du kan svara direkt på det mejlet, och här kan du läsa allt.`,
    textNoEmail: "En av oss läser det. Svaret hittar du på din ordersida.",
    back: "Tillbaka till din beställning",
  },
  thread: {
    title: "Dina meddelanden om den här beställningen",
    all: "Dina meddelanden",
    you: "Du",
    closed: "Vi räknar det här som klart. Skriv igen när du vill.",
    photo: (at: number) => `Foto ${at}`,
  },
  absent: {
    title: "Ditt meddelande skickades inte",
    text: "Länken du kom från gäller inte längre. Din text står här nedanför: kopiera den, sök upp din beställning igen och skicka den därifrån.",
    lookUp: "Sök min beställning",
  },
  acknowledged: (time: string, number: string) =>
    `Tack! Vi har fått ditt meddelande, och en av oss svarar senast den ${time}.\n\nDet har nummer ${number}. Vill du lägga till något? Svara bara på det här mejlet.`,
  mail: {
    title: (shop: string) => `Svar från ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Den ${day} skrev du:`,
    about: (order: string) => `Om din beställning ${order}.`,
    answer: "Svara bara på det här mejlet, så når ditt svar oss.",
  },
  contact: {
    order: "Vilken beställning gäller det?",
    noOrder: "Ingen särskild beställning",
    reason: "Vad gäller det?",
    reasons: {
      whereIsIt: "Var är min beställning?",
      returning: "Retur eller byte",
      wrong: "Skadad eller fel vara",
      change: "Ändra eller avbeställa",
      other: "Något annat",
    },
    reasonMissing: "Välj vad det gäller",
    email: "Din e-postadress",
    emailMissing: "Ange e-postadressen som vi kan svara till",
    photos: (most) => `Foton (högst ${most})`,
    photosAgain: "Välj dina foton igen: de sparades inte.",
    withPhotos: "Skicka meddelande med foton",
    sent: (email) => `En av oss läser det och svarar med e-post till ${email}.`,
  },
  rating: {
    invitation: "Ditt ärende är avslutat. Löstes det bra?",
    question: "Löstes ditt ärende bra?",
    yes: "Ja",
    no: "Nej",
    comment: "Vill du tillägga något? (valfritt)",
    submit: "Skicka svaret",
    thanks: "Tack för ditt svar.",
  },
  effort: {
    question: "Hur lätt var det att få det löst?",
    low: "Mycket svårt",
    high: "Mycket lätt",
  },
  recommend: {
    question: (shop: string) => `Hur troligt är det att du rekommenderar ${shop} till en vän?`,
    low: "Inte alls troligt",
    high: "Mycket troligt",
  },
} satisfies Words<typeof en>;
