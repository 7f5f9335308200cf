import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const fi = {
  open: "Seuraa tätä pakettia",
  ofOrder: (order: string) => `Osa tilausta ${order}`,
  back: (order: string) => `Tilauksen ${order} kaikki tiedot`,
  updated: (ago: string) => `Päivitetty ${ago}`,
  silent: (day: string) =>
    `Viimeisin tieto: ${day}. Pysähdysten välillä voi olla hiljaista. Pidämme pakettia silmällä; jos olet huolissasi, kirjoita meille.`,
  localTimes: "Kellonajat ovat toimitusosoitteen paikallista aikaa.",
  noScans: "Kuljetusyhtiö ei ole vielä lukenut pakettia. Ensimmäiseen lukuun voi mennä päivä.",
  next: "Voimmeko auttaa?",
  missing: "Se ei ole saapunut",
  wrong: "Jokin on väärin tai rikki",
  pickUpAt: "Noutopaikka",
  label: { heldByCustoms: "Tullissa", lost: "Kadonnut" },
  state: {
    preparing: { title: "Pakettiasi pakataan", text: "Saat sähköpostin heti, kun se lähtee." },
    shipped: {
      title: "Pakettisi on lähetetty",
      text: "Kuljetusyhtiön ensimmäiseen lukuun voi mennä päivä.",
    },
    inTransit: { title: "Pakettisi on matkalla", text: "" },
    heldByCustoms: {
      title: "Tulli tarkastaa pakettiasi",
      text: "Se kestää usein muutaman päivän. Jos maksettavaa tulee, kuljetusyhtiö ottaa sinuun yhteyttä.",
    },
    readyForPickup: {
      title: "Pakettisi on noudettavissa",
      text: "Ota mukaan henkilöllisyystodistus. Pakettia säilytetään yleensä noin viikon.",
    },
    delivered: { title: "Pakettisi on toimitettu", text: "" },
    returned: {
      title: "Pakettisi on matkalla takaisin meille",
      text: "Kuljetusyhtiö ei voinut luovuttaa sitä. Kirjoita meille, niin lähetämme sen uudelleen tai maksamme rahasi takaisin.",
    },
    lost: {
      title: "Kuljetusyhtiö ei löydä pakettiasi",
      text: "Olemme pahoillamme. Kirjoita meille, niin hoidamme asian.",
    },
    failed: {
      title: "Kuljetusyhtiöllä on ongelma pakettisi kanssa",
      text: "Kirjoita meille, niin selvitämme, mitä tapahtui.",
    },
  },
  notArrived: {
    title: "Toimitettu, mutta ei löydy?",
    lead: (time: string) => `Kuljetusyhtiön mukaan se toimitettiin ${time}.`,
    first: "Useimmat paketit löytyvät jostakin näistä paikoista. Oletko katsonut niistä?",
    places: [
      "Naapureilta ja kaikilta, joiden kanssa asut",
      "Postilaatikosta, oven luota, autotallista tai muusta turvallisesta paikasta",
      "Vastaanotosta tai lähimmästä noutopisteestä",
    ],
    tooSoon: (time: string) =>
      `Jotkin kuljetusyhtiöt merkitsevät paketin toimitetuksi jopa päivää etuajassa. Kerro meille täällä, jos pakettia ei näy tähän mennessä: ${time}.`,
    looked: "Olen katsonut kaikista näistä paikoista",
    lookedMissing: "Katso ensin noista paikoista ja rastita sitten tämä ruutu",
    note: "Mikä voisi auttaa meitä löytämään sen (vapaaehtoinen)",
    submit: "Ilmoita kaupalle",
    prove:
      "Meidän pitää varmistaa, että tilaus on sinun. Avaa se koodilla, jonka lähetämme sinulle, ja palaa sitten tänne.",
    over: "Tätä pakettia ei ole merkitty toimitetuksi. Katso, missä se on:",
    message: (parcel: string, time: string) =>
      `Pakettini ${parcel} ei ole saapunut. Se merkittiin toimitetuksi ${time}. Olen kysynyt naapureilta ja katsonut kaikista turvallisista paikoista ja noutopisteestä.`,
  },
} satisfies Words<typeof en>;
