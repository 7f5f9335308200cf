import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const pl = {
  noSubject: "Bez tematu",
  subject: (order: string) => `Twoja wiadomość w sprawie zamówienia ${order}`,
  form: {
    title: "Napisz do nas",
    more: "Napisz jeszcze raz",
    label: "Twoja wiadomość",
    hint: (email: string) => `Odpowiemy na adres e-mail ${email}.`,
    hintNoEmail: "Odpowiedź znajdziesz na tej stronie.",
    submit: "Wyślij wiadomość",
    check: "Twoja wiadomość nie została jeszcze wysłana",
    empty: "Najpierw wpisz wiadomość",
    tooLong: (most: string) => `Wiadomość może mieć najwyżej ${most} znaków. Prosimy ją skrócić.`,
    limited: "W ciągu godziny przyszło od Ciebie kilka wiadomości. Spróbuj ponownie trochę później.",
  },
  sent: {
    title: "Mamy Twoją wiadomość",
    text: (email: string) =>
      `Przeczyta ją ktoś z nas i odpisze na adres ${email}. Na tę odpowiedź możesz po prostu odpisać; wszystko przeczytasz też tutaj.`,
    textNoEmail: "Przeczyta ją ktoś z nas. Odpowiedź znajdziesz na stronie zamówienia.",
    back: "Wróć do zamówienia",
  },
  thread: {
    title: "Twoje wiadomości o tym zamówieniu",
    all: "Twoje wiadomości",
    you: "Ty",
    closed: "Uznajemy tę sprawę za załatwioną. Możesz napisać ponownie w każdej chwili.",
    photo: (at: number) => `Zdjęcie ${at}`,
  },
  absent: {
    title: "Twoja wiadomość nie została wysłana",
    text: "Użyty link stracił ważność. Twój tekst jest poniżej: skopiuj go, wyszukaj ponownie zamówienie i wyślij go stamtąd.",
    lookUp: "Wyszukaj moje zamówienie",
  },
  acknowledged: (time: string, number: string) =>
    `Dziękujemy, mamy Twoją wiadomość. Termin, do którego odpowie ktoś z nas: ${time}.\n\nNumer wiadomości: ${number}. Jeśli chcesz coś dodać, po prostu odpisz na tego e-maila.`,
  mail: {
    title: (shop: string) => `Odpowiedź od sklepu ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Twoja wiadomość z ${day}:`,
    about: (order: string) => `W sprawie zamówienia ${order}.`,
    answer: "Wystarczy odpowiedzieć na tego e-maila: odpowiedź do nas dotrze.",
  },
  contact: {
    order: "Którego zamówienia to dotyczy?",
    noOrder: "Żadnego konkretnego",
    reason: "Czego to dotyczy?",
    reasons: {
      whereIsIt: "Gdzie jest moje zamówienie?",
      returning: "Zwrot lub wymiana",
      wrong: "Uszkodzony lub niewłaściwy produkt",
      change: "Zmiana lub anulowanie zamówienia",
      other: "Coś innego",
    },
    reasonMissing: "Wybierz, czego to dotyczy",
    email: "Twój adres e-mail",
    emailMissing: "Podaj adres e-mail, na który możemy odpisać",
    photos: (most) => `Zdjęcia (najwyżej ${most})`,
    photosAgain: "Wybierz zdjęcia jeszcze raz: nie zostały zachowane.",
    withPhotos: "Wyślij wiadomość ze zdjęciami",
    sent: (email) => `Przeczyta ją ktoś z nas i odpisze na adres ${email}.`,
  },
  rating: {
    invitation: "Twoje zgłoszenie jest zamknięte. Czy sprawa została dobrze rozwiązana?",
    question: "Czy sprawa została dobrze rozwiązana?",
    yes: "Tak",
    no: "Nie",
    comment: "Chcesz coś dodać? (opcjonalnie)",
    submit: "Wyślij odpowiedź",
    thanks: "Dziękujemy za odpowiedź.",
  },
  effort: {
    question: "Jak łatwo udało się to załatwić?",
    low: "Bardzo trudno",
    high: "Bardzo łatwo",
  },
  recommend: {
    question: (shop: string) => `Jak prawdopodobne jest, że polecisz ${shop} znajomym?`,
    low: "Zupełnie nieprawdopodobne",
    high: "Bardzo prawdopodobne",
  },
} satisfies Words<typeof en>;
