import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const nb = {
  noSubject: "Uten emne",
  subject: (order: string) => `Meldingen din om bestilling ${order}`,
  form: {
    title: "Skriv til oss",
    more: "Skriv igjen",
    label: "Meldingen din",
    hint: (email: string) => `Vi svarer på e-post til ${email}.`,
    hintNoEmail: "Du finner svaret vårt på denne siden.",
    submit: "Send melding",
    check: "Meldingen din er ikke sendt ennå",
    empty: "Skriv meldingen din først",
    tooLong: (most: string) => `En melding kan ha høyst ${most} tegn. Gjør den litt kortere.`,
    limited: "Du har skrevet til oss flere ganger på en time. Prøv igjen litt senere.",
  },
  sent: {
    title: "Vi har fått meldingen din",
    text: (email: string) =>
      `En av oss leser den og svarer på e-post til ${email}. Du kan bare svare på den e-posten, og her kan du også lese alt.`,
    textNoEmail: "En av oss leser den. Du finner svaret på bestillingssiden din.",
    back: "Tilbake til bestillingen",
  },
  thread: {
    title: "Meldingene dine om denne bestillingen",
    all: "Meldingene dine",
    you: "Du",
    closed: "Vi regner saken som løst. Skriv gjerne igjen når som helst.",
    photo: (at: number) => `Bilde ${at}`,
  },
  absent: {
    title: "Meldingen din ble ikke sendt",
    text: "Lenken du kom fra, gjelder ikke lenger. Teksten din står nedenfor: Kopier den, finn bestillingen din igjen og send den derfra.",
    lookUp: "Finn bestillingen min",
  },
  acknowledged: (time: string, number: string) =>
    `Takk, vi har fått meldingen din. En av oss svarer senest ${time}.\n\nDen har nummer ${number}. Vil du legge til noe, kan du bare svare på denne e-posten.`,
  mail: {
    title: (shop: string) => `Svar fra ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `${day} skrev du:`,
    about: (order: string) => `Om bestillingen din ${order}.`,
    answer: "Bare svar på denne e-posten, så når svaret ditt oss.",
  },
  contact: {
    order: "Hvilken bestilling gjelder det?",
    noOrder: "Ingen bestemt bestilling",
    reason: "Hva gjelder det?",
    reasons: {
      whereIsIt: "Hvor er bestillingen min?",
      returning: "Retur eller bytte",
      wrong: "Skadet eller feil vare",
      change: "Endre eller avbestille",
      other: "Noe annet",
    },
    reasonMissing: "Velg hva det gjelder",
    email: "E-postadressen din",
    emailMissing: "Skriv inn e-postadressen vi kan svare til",
    photos: (most) => `Bilder (høyst ${most})`,
    photosAgain: "Velg bildene dine på nytt: de ble ikke lagret.",
    withPhotos: "Send melding med bilder",
    sent: (email) => `En av oss leser den og svarer på e-post til ${email}.`,
  },
  rating: {
    invitation: "Henvendelsen din er avsluttet. Ble den løst på en god måte?",
    question: "Ble henvendelsen din løst på en god måte?",
    yes: "Ja",
    no: "Nei",
    comment: "Vil du legge til noe? (valgfritt)",
    submit: "Send svaret",
    thanks: "Takk for svaret.",
  },
  effort: {
    question: "Hvor lett var det å få det løst?",
    low: "Svært vanskelig",
    high: "Svært lett",
  },
  recommend: {
    question: (shop: string) => `Hvor sannsynlig er det at du anbefaler ${shop} til en venn?`,
    low: "Ikke sannsynlig i det hele tatt",
    high: "Svært sannsynlig",
  },
} satisfies Words<typeof en>;
