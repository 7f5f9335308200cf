import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const it = {
  noSubject: "Nessun oggetto",
  subject: (order: string) => `Il tuo messaggio sull’ordine ${order}`,
  form: {
    title: "Scrivici",
    more: "Scrivi di nuovo",
    label: "Il tuo messaggio",
    hint: (email: string) => `Rispondiamo via e-mail a ${email}.`,
    hintNoEmail: "Troverai la nostra risposta in questa pagina.",
    submit: "Invia il messaggio",
    check: "Il tuo messaggio non è ancora stato inviato",
    empty: "Scrivi prima il tuo messaggio",
    tooLong: (most: string) => `Un messaggio può avere al massimo ${most} caratteri. Accorcialo un po’.`,
    limited: "Ci hai scritto più volte in un’ora. Riprova un po’ più tardi.",
  },
  sent: {
    title: "Abbiamo ricevuto il tuo messaggio",
    text: (email: string) =>
      `Lo legge una persona del nostro team e ti risponde via e-mail a ${email}. Puoi rispondere direttamente a quell’e-mail; qui puoi rileggere tutto.`,
    textNoEmail: "Lo legge una persona del nostro team. Troverai la risposta nella pagina del tuo ordine.",
    back: "Torna al tuo ordine",
  },
  thread: {
    title: "I tuoi messaggi su questo ordine",
    all: "I tuoi messaggi",
    you: "Tu",
    closed: "Per noi la questione è risolta. Scrivici di nuovo quando vuoi.",
    photo: (at: number) => `Foto ${at}`,
  },
  absent: {
    title: "Il tuo messaggio non è stato inviato",
    text: "Il link da cui arrivi non è più valido. Il tuo testo è qui sotto: copialo, cerca di nuovo il tuo ordine e invialo da lì.",
    lookUp: "Cerca il mio ordine",
  },
  acknowledged: (time: string, number: string) =>
    `Grazie, abbiamo ricevuto il tuo messaggio. Una persona del nostro team ti risponde entro questa data e ora: ${time}.\n\nIl suo numero è ${number}. Se vuoi aggiungere qualcosa, rispondi semplicemente a questa e-mail.`,
  mail: {
    title: (shop: string) => `Una risposta da ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Hai scritto (${day}):`,
    about: (order: string) => `Sul tuo ordine ${order}.`,
    answer: "Rispondi semplicemente a questa e-mail: la tua risposta ci arriva.",
  },
  contact: {
    order: "Di quale ordine si tratta?",
    noOrder: "Nessun ordine in particolare",
    reason: "Di che cosa si tratta?",
    reasons: {
      whereIsIt: "Dov’è il mio ordine?",
      returning: "Reso o cambio",
      wrong: "Articolo danneggiato o sbagliato",
      change: "Modificare o annullare l’ordine",
      other: "Altro",
    },
    reasonMissing: "Scegli di che cosa si tratta",
    email: "Il tuo indirizzo e-mail",
    emailMissing: "Inserisci l’indirizzo e-mail a cui possiamo rispondere",
    photos: (most) => `Foto (al massimo ${most})`,
    photosAgain: "Scegli di nuovo le foto: non sono state conservate.",
    withPhotos: "Invia un messaggio con foto",
    sent: (email) => `Lo legge una persona del nostro team e ti risponde via e-mail a ${email}.`,
  },
  rating: {
    invitation: "La tua richiesta è chiusa. È stata risolta bene?",
    question: "La tua richiesta è stata risolta bene?",
    yes: "Sì",
    no: "No",
    comment: "Vuoi aggiungere qualcosa? (facoltativo)",
    submit: "Invia la risposta",
    thanks: "Grazie per la tua risposta.",
  },
  effort: {
    question: "Quanto è stato facile risolvere il problema?",
    low: "Molto difficile",
    high: "Molto facile",
  },
  recommend: {
    question: (shop: string) => `Quanto è probabile che consigli ${shop} a un amico?`,
    low: "Per niente probabile",
    high: "Estremamente probabile",
  },
} satisfies Words<typeof en>;
