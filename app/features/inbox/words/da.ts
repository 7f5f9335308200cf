import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const da = {
  noSubject: "Intet emne",
  subject: (order: string) => `Din besked om ordre ${order}`,
  form: {
    title: "Skriv til os",
    more: "Skriv igen",
    label: "Din besked",
    hint: (email: string) => `Vi svarer på mail til ${email}.`,
    hintNoEmail: "Du finder vores svar på denne side.",
    submit: "Send besked",
    check: "Din besked er ikke sendt endnu",
    empty: "Skriv din besked først",
    tooLong: (most: string) => `En besked kan højst have ${most} tegn. Gør den lidt kortere.`,
    limited: "Du har skrevet til os flere gange inden for en time. Prøv igen lidt senere.",
  },
  sent: {
    title: "Vi har modtaget din besked",
    text: (email: string) =>
      `En af os læser den og svarer på mail til ${email}. Du kan bare svare på den mail, og du kan også læse det hele her.`,
    textNoEmail: "En af os læser den. Du finder svaret på din ordreside.",
    back: "Tilbage til din ordre",
  },
  thread: {
    title: "Dine beskeder om denne ordre",
    all: "Dine beskeder",
    you: "Dig",
    closed: "Vi regner sagen for løst. Skriv endelig igen når som helst.",
    photo: (at: number) => `Billede ${at}`,
  },
  absent: {
    title: "Din besked blev ikke sendt",
    text: "Det link, du kom fra, gælder ikke længere. Din tekst står herunder: Kopiér den, find din ordre igen, og send den derfra.",
    lookUp: "Find min ordre",
  },
  acknowledged: (time: string, number: string) =>
    `Tak, vi har modtaget din besked. En af os svarer senest den ${time}.\n\nDen har nummer ${number}. Vil du tilføje noget, så svar bare på denne mail.`,
  mail: {
    title: (shop: string) => `Svar fra ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Den ${day} skrev du:`,
    about: (order: string) => `Om din ordre ${order}.`,
    answer: "Svar bare på denne mail, så når dit svar frem til os.",
  },
  contact: {
    order: "Hvilken ordre drejer det sig om?",
    noOrder: "Ingen bestemt ordre",
    reason: "Hvad drejer det sig om?",
    reasons: {
      whereIsIt: "Hvor er min ordre?",
      returning: "Returnering eller bytte",
      wrong: "Beskadiget eller forkert vare",
      change: "Ændre eller annullere min ordre",
      other: "Noget andet",
    },
    reasonMissing: "Vælg, hvad det drejer sig om",
    email: "Din e-mailadresse",
    emailMissing: "Skriv den e-mailadresse, vi kan svare til",
    photos: (most) => `Billeder (højst ${most})`,
    photosAgain: "Vælg dine billeder igen: de blev ikke gemt.",
    withPhotos: "Send besked med billeder",
    sent: (email) => `En af os læser den og svarer på mail til ${email}.`,
  },
  rating: {
    invitation: "Din henvendelse er afsluttet. Blev den løst godt?",
    question: "Blev din henvendelse løst godt?",
    yes: "Ja",
    no: "Nej",
    comment: "Vil du tilføje noget? (valgfrit)",
    submit: "Send svar",
    thanks: "Tak for dit svar.",
  },
  effort: {
    question: "Hvor let var det at få det løst?",
    low: "Meget svært",
    high: "Meget let",
  },
  recommend: {
    question: (shop: string) => `Hvor sandsynligt er det, at du anbefaler ${shop} til en ven?`,
    low: "Slet ikke sandsynligt",
    high: "Meget sandsynligt",
  },
} satisfies Words<typeof en>;
