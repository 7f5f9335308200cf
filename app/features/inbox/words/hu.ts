import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const hu = {
  noSubject: "Nincs tárgy",
  subject: (order: string) => `Üzenete a rendelésről (${order})`,
  form: {
    title: "Írjon nekünk",
    more: "Új üzenet írása",
    label: "Az Ön üzenete",
    hint: (email: string) => `E-mailben válaszolunk erre a címre: ${email}`,
    hintNoEmail: "A választ ezen az oldalon találja meg.",
    submit: "Üzenet küldése",
    check: "Az üzenetét még nem küldtük el",
    empty: "Előbb írja meg az üzenetét",
    tooLong: (most: string) => `Egy üzenet legfeljebb ${most} karakter lehet. Kérjük, rövidítse le.`,
    limited: "Egy órán belül többször is írt nekünk. Kérjük, próbálja újra kicsit később.",
  },
  sent: {
    title: "Megkaptuk az üzenetét",
    text: (email: string) =>
      `Munkatársunk elolvassa, és e-mailben válaszol erre a címre: ${email}. Arra az e-mailre egyszerűen válaszolhat, és itt is mindent elolvashat.`,
    textNoEmail: "Munkatársunk elolvassa. A választ a rendelése oldalán találja meg.",
    back: "Vissza a rendeléséhez",
  },
  thread: {
    title: "Üzenetei erről a rendelésről",
    all: "Az Ön üzenetei",
    you: "Ön",
    closed: "Az ügyet lezártnak tekintjük. Bármikor írhat újra.",
    photo: (at: number) => `${at}. fotó`,
  },
  absent: {
    title: "Az üzenetét nem küldtük el",
    text: "A hivatkozás, amelyen érkezett, már nem érvényes. A szövege lent olvasható: másolja ki, keresse meg újra a rendelését, és küldje el onnan.",
    lookUp: "Rendelésem keresése",
  },
  acknowledged: (time: string, number: string) =>
    `Köszönjük, megkaptuk az üzenetét. Munkatársunk legkésőbb ekkor válaszol: ${time}\n\nAz üzenet száma: ${number}. Ha kiegészítené, egyszerűen válaszoljon erre az e-mailre.`,
  mail: {
    title: (shop: string) => `Válasz: ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Ezt írta nekünk (${day}):`,
    about: (order: string) => `A rendeléséről: ${order}`,
    answer: "Egyszerűen válaszoljon erre az e-mailre: válasza eljut hozzánk.",
  },
  contact: {
    order: "Melyik rendelésről van szó?",
    noOrder: "Nem konkrét rendelésről",
    reason: "Miről van szó?",
    reasons: {
      whereIsIt: "Hol van a rendelésem?",
      returning: "Visszaküldés vagy csere",
      wrong: "Sérült vagy hibás termék",
      change: "Rendelés módosítása vagy lemondása",
      other: "Valami más",
    },
    reasonMissing: "Válassza ki, miről van szó",
    email: "Az Ön e-mail-címe",
    emailMissing: "Adja meg az e-mail-címet, amelyre válaszolhatunk",
    photos: (most) => `Fényképek (legfeljebb ${most})`,
    photosAgain: "Kérjük, válassza ki újra a fényképeket: nem őriztük meg őket.",
    withPhotos: "Üzenet küldése fényképekkel",
    sent: (email) => `Munkatársunk elolvassa, és e-mailben válaszol erre a címre: ${email}.`,
  },
  rating: {
    invitation: "Megkeresését lezártuk. Jól sikerült megoldani?",
    question: "Jól sikerült megoldani a megkeresését?",
    yes: "Igen",
    no: "Nem",
    comment: "Szeretne hozzátenni valamit? (nem kötelező)",
    submit: "Válasz küldése",
    thanks: "Köszönjük a válaszát.",
  },
  effort: {
    question: "Mennyire volt könnyű megoldani az ügyet?",
    low: "Nagyon nehéz",
    high: "Nagyon könnyű",
  },
  recommend: {
    question: (shop: string) => `Mennyire valószínű, hogy ismerőseinek ajánlja ezt a boltot: ${shop}?`,
    low: "Egyáltalán nem valószínű",
    high: "Nagyon valószínű",
  },
} satisfies Words<typeof en>;
