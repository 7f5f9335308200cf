import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const fi = {
  noSubject: "Ei aihetta",
  subject: (order: string) => `Viestisi tilauksesta ${order}`,
  form: {
    title: "Kirjoita meille",
    more: "Kirjoita uudelleen",
    label: "Viestisi",
    hint: (email: string) => `Vastaamme sähköpostilla osoitteeseen ${email}.`,
    hintNoEmail: "Löydät vastauksemme tältä sivulta.",
    submit: "Lähetä viesti",
    check: "Viestiäsi ei ole vielä lähetetty",
    empty: "Kirjoita ensin viestisi",
    tooLong: (most: string) => `Viestissä voi olla enintään ${most} merkkiä. Lyhennä sitä hieman.`,
    limited: "Olet kirjoittanut meille monta kertaa tunnin sisällä. Yritä hieman myöhemmin uudelleen.",
  },
  sent: {
    title: "Saimme viestisi",
    text: (email: string) =>
      `Joku meistä lukee sen ja vastaa sähköpostilla osoitteeseen ${email}. Voit vastata suoraan siihen viestiin, ja näet kaiken myös täällä.`,
    textNoEmail: "Joku meistä lukee sen. Löydät vastauksen tilaussivultasi.",
    back: "Takaisin tilaukseesi",
  },
  thread: {
    title: "Viestisi tästä tilauksesta",
    all: "Viestisi",
    you: "Sinä",
    closed: "Pidämme asiaa ratkaistuna. Voit kirjoittaa uudelleen milloin vain.",
    photo: (at: number) => `Kuva ${at}`,
  },
  absent: {
    title: "Viestiäsi ei lähetetty",
    text: "Linkki, jolta tulit, ei ole enää voimassa. Tekstisi on alla: kopioi se, hae tilauksesi uudelleen ja lähetä teksti sieltä.",
    lookUp: "Hae tilaukseni",
  },
  acknowledged: (time: string, number: string) =>
    `Kiitos, saimme viestisi. Joku meistä vastaa siihen viimeistään ${time}.\n\nViestin numero on ${number}. Jos haluat lisätä jotain, vastaa suoraan tähän viestiin.`,
  mail: {
    title: (shop: string) => `Vastaus: ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Kirjoitit ${day}:`,
    about: (order: string) => `Tilauksestasi ${order}.`,
    answer: "Vastaa suoraan tähän viestiin, niin vastauksesi tulee meille.",
  },
  contact: {
    order: "Mitä tilausta asia koskee?",
    noOrder: "Ei mitään tiettyä tilausta",
    reason: "Mitä asia koskee?",
    reasons: {
      whereIsIt: "Missä tilaukseni on?",
      returning: "Palautus tai vaihto",
      wrong: "Viallinen tai väärä tuote",
      change: "Tilauksen muuttaminen tai peruminen",
      other: "Jokin muu",
    },
    reasonMissing: "Valitse, mitä asia koskee",
    email: "Sähköpostiosoitteesi",
    emailMissing: "Anna sähköpostiosoite, johon voimme vastata",
    photos: (most) => `Kuvat (enintään ${most})`,
    photosAgain: "Valitse kuvat uudelleen: niitä ei tallennettu.",
    withPhotos: "Lähetä viesti ja kuvia",
    sent: (email) => `Joku meistä lukee sen ja vastaa sähköpostilla osoitteeseen ${email}.`,
  },
  rating: {
    invitation: "Yhteydenottosi on käsitelty. Ratkesiko asia hyvin?",
    question: "Ratkesiko asiasi hyvin?",
    yes: "Kyllä",
    no: "Ei",
    comment: "Haluatko lisätä jotain? (vapaaehtoinen)",
    submit: "Lähetä vastaus",
    thanks: "Kiitos vastauksestasi.",
  },
  effort: {
    question: "Kuinka helppoa asian hoitaminen oli?",
    low: "Erittäin vaikeaa",
    high: "Erittäin helppoa",
  },
  recommend: {
    question: (shop: string) => `Kuinka todennäköisesti suosittelisit ystävälle: ${shop}?`,
    low: "En lainkaan todennäköisesti",
    high: "Erittäin todennäköisesti",
  },
} satisfies Words<typeof en>;
