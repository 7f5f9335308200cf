import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const nl = {
  noSubject: "Geen onderwerp",
  subject: (order: string) => `Je bericht over bestelling ${order}`,
  form: {
    title: "Schrijf ons",
    more: "Nog een bericht sturen",
    label: "Je bericht",
    hint: (email: string) => `We antwoorden per e-mail aan ${email}.`,
    hintNoEmail: "Je vindt ons antwoord op deze pagina.",
    submit: "Bericht versturen",
    check: "Je bericht is nog niet verstuurd",
    empty: "Schrijf eerst je bericht",
    tooLong: (most: string) => `Een bericht mag hooguit ${most} tekens lang zijn. Kort het een beetje in.`,
    limited: "Je hebt ons binnen een uur al een paar keer geschreven. Probeer het wat later opnieuw.",
  },
  sent: {
    title: "We hebben je bericht",
    text: (email: string) =>
      `Een medewerker leest het en antwoordt per e-mail aan ${email}. Je kunt die e-mail gewoon beantwoorden; hier kun je ook alles nalezen.`,
    textNoEmail: "Een medewerker leest het. Je vindt het antwoord op de pagina van je bestelling.",
    back: "Terug naar je bestelling",
  },
  thread: {
    title: "Je berichten over deze bestelling",
    all: "Je berichten",
    you: "Jij",
    closed: "Voor ons is dit opgelost. Je kunt ons altijd weer schrijven.",
    photo: (at: number) => `Foto ${at}`,
  },
  absent: {
    title: "Je bericht is niet verstuurd",
    text: "De link waarmee je hier kwam, is niet meer geldig. Je tekst staat hieronder: kopieer hem, zoek je bestelling opnieuw op en verstuur hem daar.",
    lookUp: "Mijn bestelling opzoeken",
  },
  acknowledged: (time: string, number: string) =>
    `Bedankt, we hebben je bericht. Een medewerker antwoordt uiterlijk op ${time}.\n\nHet nummer is ${number}. Wil je iets toevoegen? Beantwoord dan gewoon deze e-mail.`,
  mail: {
    title: (shop: string) => `Een antwoord van ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Op ${day} schreef je:`,
    about: (order: string) => `Over je bestelling ${order}.`,
    answer: "Beantwoord gewoon deze e-mail: je antwoord komt bij ons aan.",
  },
  contact: {
    order: "Om welke bestelling gaat het?",
    noOrder: "Geen bepaalde bestelling",
    reason: "Waar gaat het over?",
    reasons: {
      whereIsIt: "Waar is mijn bestelling?",
      returning: "Retour of ruil",
      wrong: "Beschadigd of verkeerd artikel",
      change: "Bestelling wijzigen of annuleren",
      other: "Iets anders",
    },
    reasonMissing: "Kies waar het over gaat",
    email: "Je e-mailadres",
    emailMissing: "Vul het e-mailadres in waarop we kunnen antwoorden",
    photos: (most) => `Foto’s (hoogstens ${most})`,
    photosAgain: "Kies je foto’s opnieuw: ze zijn niet bewaard.",
    withPhotos: "Bericht met foto’s sturen",
    sent: (email) => `Een medewerker leest het en antwoordt per e-mail aan ${email}.`,
  },
  rating: {
    invitation: "Je vraag is afgesloten. Is het goed opgelost?",
    question: "Is je vraag goed opgelost?",
    yes: "Ja",
    no: "Nee",
    comment: "Wil je nog iets toevoegen? (optioneel)",
    submit: "Antwoord versturen",
    thanks: "Bedankt voor je antwoord.",
  },
  effort: {
    question: "Hoe makkelijk was het om dit op te lossen?",
    low: "Heel moeilijk",
    high: "Heel makkelijk",
  },
  recommend: {
    question: (shop: string) => `Hoe waarschijnlijk is het dat je ${shop} aan een vriend aanbeveelt?`,
    low: "Helemaal niet waarschijnlijk",
    high: "Zeer waarschijnlijk",
  },
} satisfies Words<typeof en>;
