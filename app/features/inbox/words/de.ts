import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const de = {
  noSubject: "Kein Betreff",
  subject: (order) => `Ihre Nachricht zur Bestellung ${order}`,
  form: {
    title: "Schreiben Sie uns",
    more: "Noch einmal schreiben",
    label: "Ihre Nachricht",
    hint: (email) => `Wir antworten per E-Mail an ${email}.`,
    hintNoEmail: "Unsere Antwort finden Sie auf dieser Seite.",
    submit: "Nachricht senden",
    check: "Ihre Nachricht wurde noch nicht gesendet",
    empty: "Schreiben Sie zuerst Ihre Nachricht",
    tooLong: (most) => `Eine Nachricht kann höchstens ${most} Zeichen haben. Bitte kürzen Sie sie.`,
    limited:
      "Sie haben uns innerhalb einer Stunde schon mehrmals geschrieben. Bitte versuchen Sie es etwas später.",
  },
  sent: {
    title: "Ihre Nachricht ist da",
    text: (email) =>
      `Ein Mensch liest sie und antwortet per E-Mail an ${email}. Auf diese E-Mail können Sie einfach antworten; alles steht auch hier.`,
    textNoEmail: "Ein Mensch liest sie. Die Antwort finden Sie auf der Seite Ihrer Bestellung.",
    back: "Zurück zu Ihrer Bestellung",
  },
  thread: {
    title: "Ihre Nachrichten zu dieser Bestellung",
    all: "Ihre Nachrichten",
    you: "Sie",
    closed: "Für uns ist das geklärt. Schreiben Sie uns jederzeit wieder.",
    photo: (at: number) => `Foto ${at}`,
  },
  absent: {
    title: "Ihre Nachricht wurde nicht gesendet",
    text: "Der Link, über den Sie kamen, gilt nicht mehr. Ihr Text steht unten: Kopieren Sie ihn, suchen Sie Ihre Bestellung noch einmal auf und senden Sie ihn von dort.",
    lookUp: "Meine Bestellung suchen",
  },
  acknowledged: (time, number) =>
    `Vielen Dank, Ihre Nachricht ist da. Bis ${time} antwortet Ihnen ein Mensch.\n\nIhre Nummer lautet ${number}. Möchten Sie etwas ergänzen, antworten Sie einfach auf diese E-Mail.`,
  mail: {
    title: (shop) => `Eine Antwort von ${shop}`,
    re: (subject) => `Re: ${subject}`,
    youWrote: (day) => `Am ${day} schrieben Sie:`,
    about: (order) => `Zu Ihrer Bestellung ${order}.`,
    answer: "Antworten Sie einfach auf diese E-Mail: Ihre Antwort erreicht uns.",
  },
  contact: {
    order: "Um welche Bestellung geht es?",
    noOrder: "Keine bestimmte Bestellung",
    reason: "Worum geht es?",
    reasons: {
      whereIsIt: "Wo ist meine Bestellung?",
      returning: "Rückgabe oder Umtausch",
      wrong: "Beschädigter oder falscher Artikel",
      change: "Bestellung ändern oder stornieren",
      other: "Etwas anderes",
    },
    reasonMissing: "Wählen Sie, worum es geht",
    email: "Ihre E-Mail-Adresse",
    emailMissing: "Geben Sie die E-Mail-Adresse an, an die wir antworten können",
    photos: (most) => `Fotos (höchstens ${most})`,
    photosAgain: "Bitte wählen Sie Ihre Fotos noch einmal aus: Sie wurden nicht behalten.",
    withPhotos: "Nachricht mit Fotos senden",
    sent: (email) => `Ein Mensch liest sie und antwortet per E-Mail an ${email}.`,
  },
  rating: {
    invitation: "Ihre Anfrage ist abgeschlossen. Wurde sie gut gelöst?",
    question: "Wurde Ihre Anfrage gut gelöst?",
    yes: "Ja",
    no: "Nein",
    comment: "Möchten Sie etwas dazu sagen? (freiwillig)",
    submit: "Antwort senden",
    thanks: "Vielen Dank für Ihre Antwort.",
  },
  effort: {
    question: "Wie einfach war es, das zu klären?",
    low: "Sehr schwierig",
    high: "Sehr einfach",
  },
  recommend: {
    question: (shop: string) => `Wie wahrscheinlich ist es, dass Sie ${shop} weiterempfehlen?`,
    low: "Sehr unwahrscheinlich",
    high: "Sehr wahrscheinlich",
  },
} satisfies Words<typeof en>;
