export const fi = {
  open: "Seuraa tätä pakettia",
  ofOrder: (order: string) => `Osa tilausta ${order}`,
  back: (order: string) => `Kaikki tilauksesta ${order}`,
  updated: (ago: string) => `Päivitetty: ${ago}`,
  silent: (day: string) =>
    `Viimeisin tieto on päivältä ${day}. Näin käy joskus kahden pysähdyksen välillä. Pidämme sitä silmällä; jos olet huolissasi, kirjoita meille.`,
  localTimes: "Ajat ovat toimitusosoitteen aikaa.",
  noScans: "Kuljetusyhtiö ei ole vielä lukenut pakettia. Ensimmäinen luku voi kestää päivän.",
  next: "Voimmeko auttaa?",
  missing: "Se ei ole saapunut",
  wrong: "Jokin on väärin tai rikki",
  pickUpAt: "Mistä sen voi noutaa",
  label: { heldByCustoms: "Tullissa", lost: "Kadonnut" },
  state: {
    preparing: { title: "Pakettiasi pakataan", text: "Saat sähköpostin heti, kun se lähtee." },
    shipped: { title: "Pakettisi on lähtenyt", text: "Kuljetusyhtiön ensimmäinen luku voi kestää päivän." },
    inTransit: { title: "Pakettisi on matkalla", text: "" },
    heldByCustoms: {
      title: "Tulli tarkastaa pakettiasi",
      text: "Siihen menee usein muutama päivä. Jos tullia on maksettava, kuljetusyhtiö ottaa yhteyttä.",
    },
    readyForPickup: {
      title: "Pakettisi on noudettavissa",
      text: "Ota henkilöllisyystodistus mukaan. Pakettia säilytetään yleensä noin viikko.",
    },
    delivered: { title: "Pakettisi on toimitettu", text: "" },
    returned: {
      title: "Pakettisi on matkalla takaisin meille",
      text: "Kuljetusyhtiö ei voinut luovuttaa sitä. Kirjoita meille, niin lähetämme sen uudelleen tai hyvitämme summan.",
    },
    lost: {
      title: "Kuljetusyhtiö ei löydä pakettiasi",
      text: "Pahoittelemme. Kirjoita meille, niin hoidamme asian.",
    },
    failed: {
      title: "Kuljetusyhtiöllä on ongelma pakettisi kanssa",
      text: "Kirjoita meille, niin selvitämme, mitä on tapahtunut.",
    },
  },
  notArrived: {
    title: "Toimitettu, mutta ei löydy?",
    lead: (time: string) => `Kuljetusyhtiön mukaan se toimitettiin: ${time}.`,
    first: "Useimmat paketit löytyvät jostakin näistä paikoista. Oletko katsonut niistä?",
    places: [
      "Naapureilta ja kaikilta, joiden kanssa asut",
      "Postilaatikosta, oven luota, autotallista tai muusta turvallisesta paikasta",
      "Vastaanotosta tai lähimmästä noutopisteestä",
    ],
    tooSoon: (time: string) =>
      `Jotkin kuljetusyhtiöt merkitsevät paketin toimitetuksi jopa päivää ennen. Jos sitä ei ole tähän mennessä, kerro siitä meille täällä: ${time}`,
    looked: "Olen katsonut kaikista näistä paikoista",
    lookedMissing: "Katso ensin niistä ja rastita sitten ruutu",
    note: "Tietoa, joka voi auttaa löytämisessä (vapaaehtoinen)",
    submit: "Ilmoita kaupalle",
    prove:
      "Meidän on varmistettava, että tilaus on sinun. Avaa se lähettämällämme koodilla ja palaa sitten tänne.",
    over: "Tätä pakettia ei ole merkitty toimitetuksi. Katso, missä se on:",
    message: (parcel: string, time: string) =>
      `Pakettini ${parcel} ei ole saapunut. Se merkittiin toimitetuksi: ${time}. Olen kysynyt naapureilta ja katsonut kaikista turvallisista paikoista ja noutopisteestä.`,
  },
};
