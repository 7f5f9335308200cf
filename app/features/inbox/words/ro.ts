import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ro = {
  noSubject: "Fără subiect",
  subject: (order: string) => `Mesajul dvs. despre comanda ${order}`,
  form: {
    title: "Scrieți-ne",
    more: "Scrieți din nou",
    label: "Mesajul dvs.",
    hint: (email: string) => `Vă răspundem prin e-mail la ${email}.`,
    hintNoEmail: "Răspunsul nostru îl găsiți pe această pagină.",
    submit: "Trimiteți mesajul",
    check: "Mesajul dvs. nu a fost trimis încă",
    empty: "Scrieți mai întâi mesajul",
    tooLong: (most: string) => `Un mesaj poate avea cel mult ${most} caractere. Vă rugăm să îl scurtați.`,
    limited: "Ne-ați scris de mai multe ori în decurs de o oră. Încercați din nou puțin mai târziu.",
  },
  sent: {
    title: "Am primit mesajul",
    text: (email: string) =>
      `Un coleg îl citește și răspunde prin e-mail la ${email}. Puteți răspunde direct la acel e-mail; puteți citi totul și aici.`,
    textNoEmail: "Un coleg îl citește. Răspunsul îl găsiți pe pagina comenzii dvs.",
    back: "Înapoi la comandă",
  },
  thread: {
    title: "Mesajele dvs. despre această comandă",
    all: "Mesajele dumneavoastră",
    you: "Dvs.",
    closed: "Pentru noi, subiectul este încheiat. Scrieți-ne din nou oricând.",
    photo: (at: number) => `Fotografia ${at}`,
  },
  absent: {
    title: "Mesajul dvs. nu a fost trimis",
    text: "Linkul prin care ați venit nu mai este valabil. Textul dvs. este mai jos: copiați-l, căutați din nou comanda și trimiteți-l de acolo.",
    lookUp: "Căutați comanda mea",
  },
  acknowledged: (time: string, number: string) =>
    `Vă mulțumim, am primit mesajul dvs. Un coleg vă răspunde cel târziu la: ${time}.\n\nNumărul mesajului este ${number}. Dacă doriți să adăugați ceva, răspundeți direct la acest e-mail.`,
  mail: {
    title: (shop: string) => `Un răspuns de la ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Pe ${day} ați scris:`,
    about: (order: string) => `Despre comanda dvs. ${order}.`,
    answer: "Răspundeți direct la acest e-mail: răspunsul ajunge la noi.",
  },
  contact: {
    order: "Despre ce comandă este vorba?",
    noOrder: "Nicio comandă anume",
    reason: "Despre ce este vorba?",
    reasons: {
      whereIsIt: "Unde este comanda mea?",
      returning: "Retur sau schimb",
      wrong: "Produs deteriorat sau greșit",
      change: "Modificarea sau anularea comenzii",
      other: "Altceva",
    },
    reasonMissing: "Alegeți despre ce este vorba",
    email: "Adresa dvs. de e-mail",
    emailMissing: "Introduceți adresa de e-mail la care putem răspunde",
    photos: (most) => `Fotografii (cel mult ${most})`,
    photosAgain: "Alegeți din nou fotografiile: nu au fost păstrate.",
    withPhotos: "Trimiteți un mesaj cu fotografii",
    sent: (email) => `Un coleg îl citește și răspunde prin e-mail la ${email}.`,
  },
  rating: {
    invitation: "Solicitarea dvs. este închisă. A fost rezolvată bine?",
    question: "Solicitarea dvs. a fost rezolvată bine?",
    yes: "Da",
    no: "Nu",
    comment: "Doriți să adăugați ceva? (opțional)",
    submit: "Trimiteți răspunsul",
    thanks: "Vă mulțumim pentru răspuns.",
  },
  effort: {
    question: "Cât de ușor a fost să rezolvați problema?",
    low: "Foarte greu",
    high: "Foarte ușor",
  },
  recommend: {
    question: (shop: string) => `Cât de probabil este să recomandați ${shop} unui prieten?`,
    low: "Deloc probabil",
    high: "Foarte probabil",
  },
} satisfies Words<typeof en>;
