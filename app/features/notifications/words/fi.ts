import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("fi");
/** In the genitive, as before "kuluessa". */
const days = (count: number) => plural(count, { one: "1 päivän", other: `${count} päivän` });

export const fi = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Uusi arvio: ${span}`,
  pickUpBy: (day: string) => `Nouda viimeistään ${day}`,
  stillToCome: "Tulossa myöhemmin",
  hello: (name: string) => `Hei ${name},`,
  helloNobody: "Hei,",
  order: (name: string) => `Tilaus ${name}`,
  quantity: (count: number) => `Määrä: ${count}`,
  subtotal: "Välisumma",
  discount: "Alennus",
  shipping: "Toimitus",
  tax: "Vero",
  taxIncluded: "Sisältää veron",
  total: "Yhteensä",
  shipsTo: "Toimitusosoite",
  shippingMethod: "Toimitustapa",
  expected: (span: string) => `Arvioitu toimitus: ${span}`,
  items: "Tilauksesi",
  track: "Seuraa tilaustasi",
  seeOrder: "Katso tilauksesi",
  trackParcel: "Seuraa pakettia",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Tämä kauppa ei ota vastaan palautuksia."
      : `Eikö tuote sovi? Voit palauttaa sen ${days(count)} kuluessa toimituksesta suoraan tilaussivulta. Ilman palautusoikeutta myytyjä tuotteita ei voi palauttaa.`,
  footer: (shop: string) => `Saat tämän viestin, koska teit tilauksen kaupassa ${shop}.`,
  footerReply: "Kysyttävää? Avaa tilaussivusi ja kirjoita meille sieltä: näemme tilauksesi heti.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: saimme tilauksesi ${order}`,
    title: "Kiitos, saimme tilauksesi",
    text: "Valmistelemme sitä ja kirjoitamme uudelleen heti, kun se on matkalla.",
    nothingToShip: "Tässä tilauksessa ei ole mitään lähetettävää.",
    preview: (total: string) => `Kaikki kunnossa. Yhteensä: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: tilaus ${order} on peruttu`,
    title: "Tilauksesi on peruttu",
    money: "Jo maksamasi summa palautuu samalle maksutavalle; se näkyy pankissa 3–10 päivän kuluttua.",
    preview: "Mitään ei enää lähetetä.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: tilaus ${order} on matkalla`,
    title: "Pakettisi on matkalla",
    text: "Se on nyt kuljetusyhtiöllä. Alla olevalta sivulta näet aina, missä se on.",
    preview: "Se on nyt kuljetusyhtiöllä.",
    inside: "Tässä paketissa",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: tilaus ${order} on perillä`,
    title: "Pakettisi on perillä",
    text: "Kuljetusyhtiön mukaan se on toimitettu. Eikö sitä näy? Katso ensin oven luota ja kysy naapureilta, ja kirjoita meille sitten tilaussivulta.",
    preview: "Kuljetusyhtiön mukaan se on toimitettu.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: saimme palautuspyyntösi ${rma}`,
    title: "Saimme palautuspyyntösi",
    text: "Seuraavaksi joku meistä käsittelee sen. Kerromme heti, kun asia on ratkaistu; pidä tuotteet siihen asti itselläsi.",
    preview: "Seuraavaksi joku meistä käsittelee sen.",
    items: "Mitä haluat palauttaa",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: palautustarrasi ${rma}`,
    title: "Palautustarrasi on valmis",
    text: "Tulosta tarra, kiinnitä se pakettiin ja vie paketti lähetettäväksi. Tarra on liitteenä kolmessa paperikoossa; valitse tulostimeesi sopiva.",
    preview: "Tulosta, pakkaa, lähetä.",
    steps: "Näin palautat",
    step: [
      "Pakkaa tuotteet ja laita mukaan leikkuuviivan alla oleva lappu.",
      "Peitä tai poista vanhat tarrat ja kiinnitä uusi päällimmäiseksi.",
      "Vie paketti lähetettäväksi ja säilytä kuitti.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: palautuspyyntösi ${rma}`,
    title: "Emme voi ottaa tätä palautusta vastaan",
    text: "Olemme pahoillamme: pyyntöä ei voitu hyväksyä.",
    reasons: {
      RETURN_PERIOD_ENDED: "Näiden tuotteiden palautusaika on päättynyt.",
      FINAL_SALE: "Nämä tuotteet myytiin ilman palautusoikeutta.",
      OTHER: "Jos sinulla on kysyttävää, kirjoita meille tilaussivulta.",
    },
    preview: "Lue, miksi.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: palautus ${rma} on peruttu`,
    title: "Palautuksesi on peruttu",
    text: "Sinun ei tarvitse lähettää mitään. Voit aloittaa uuden palautuksen tilaussivulta niin kauan kuin palautusaikaa on jäljellä.",
    preview: "Sinun ei tarvitse lähettää mitään.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: palautuksen ${rma} hyvitys`,
    title: "Hyvityksesi on matkalla",
    text: (amount: string) =>
      `Saimme palautuksesi ja maksoimme takaisin ${amount} samalle maksutavalle. Summa näkyy pankissa 3–10 päivän kuluttua.`,
    preview: (amount: string) => `Maksoimme takaisin ${amount}.`,
    creditTitle: "Ostohyvityksesi on valmis",
    credit: (amount: string) =>
      `Saimme palautuksesi ja lisäsimme tilillesi ostohyvitystä ${amount}. Voit käyttää sen seuraavalla ostoksellasi.`,
    giftCard: (amount: string, code: string) =>
      `Saimme palautuksen. Tässä on lahjakortti, jonka arvo on ${amount}. Syötä tämä koodi kassalla: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Tilaustasi on muutettu",
      text: "Tältä se nyt näyttää. Eikö jokin ole niin kuin sovittiin? Kirjoita meille tilaussivulta.",
    },
    paymentPending: {
      title: "Odotamme maksuasi",
      text: "Tilauksesi lähtee, kun maksu on saapunut. Maksoitko jo? Silloin sinun ei tarvitse tehdä mitään; pankeilla voi kestää muutama päivä.",
    },
    paymentFailed: {
      title: "Maksusi ei mennyt läpi",
      text: "Emme saaneet veloitettua maksua, joten tilaus ei vielä lähde. Jos haluat sen edelleen, kirjoita meille tilaussivulta.",
    },
    orderRefunded: {
      title: "Hyvityksesi on matkalla",
      text: (amount: string) =>
        `Maksamme takaisin ${amount} samalle maksutavalle. Summa näkyy pankissa 3–10 päivän kuluttua.`,
    },
    orderPartShipped: {
      title: "Osa tilauksestasi on matkalla",
      text: "Tämä osa on nyt kuljetusyhtiöllä. Loput tulevat perässä, ja kirjoitamme, kun ne lähtevät.",
    },
    outForDelivery: { title: "Pakettisi on jakelussa", text: "Kuljetusyhtiö aikoo tuoda sen tänään." },
    deliveryAttempted: {
      title: "Pakettiasi ei voitu luovuttaa",
      text: "Kukaan ei ollut ottamassa sitä vastaan. Useimmat kuljetusyhtiöt yrittävät uudelleen seuraavana arkipäivänä tai jättävät ilmoituksen noutopaikasta.",
    },
    readyForPickup: {
      title: "Pakettisi on noudettavissa",
      text: "Se odottaa sinua noutopisteessä. Ota mukaan henkilöllisyystodistus ja tämä viesti; muutaman päivän kuluttua paketti palaa meille.",
    },
    heldByCustoms: {
      title: "Pakettisi on tullissa",
      text: "Tulli tarkastaa sitä, mikä voi kestää muutaman päivän. Jos sinulta tarvitaan jotain, kuljetusyhtiö ottaa yhteyttä.",
    },
    deliveryFailed: {
      title: "Paketissasi on ongelma",
      text: "Kuljetusyhtiö ilmoittaa ongelmasta toimituksessa. Tarkista osoite tilaussivulta ja kirjoita meille sieltä, jos se ei ole oikein.",
    },
    returnedToSender: {
      title: "Pakettisi on matkalla takaisin meille",
      text: "Kuljetusyhtiö ei voinut toimittaa sitä. Kirjoita meille tilaussivulta, niin löydämme ratkaisun: lähetämme uudelleen tai palautamme rahasi.",
    },
    orderLateToShip: {
      title: "Tilauksesi kestää luvattua kauemmin",
      text: "Se ei ole vielä lähtenyt. Olemme pahoillamme ja kirjoitamme heti, kun se lähtee.",
    },
    deliveryLate: {
      title: "Pakettisi myöhästyy",
      text: "Se ei ehdi perille ilmoittamanamme päivänä. Pahoittelemme odotusta ja seuraamme sitä.",
    },
    deliveryStillLate: {
      title: "Pakettisi myöhästyy arvioitua enemmän",
      text: "Se ei saapunut niin kuin odotimme. Olemme pahoillamme ja seuraamme sitä edelleen.",
    },
    deliveryBackOnTrack: {
      title: "Pakettisi liikkuu taas",
      text: "Se oli pysähdyksissä ja on nyt taas matkalla.",
    },
    deliveryLost: {
      title: "Pakettisi näyttää kadonneen",
      text: "Siitä ei ole saatu havaintoja liian pitkään aikaan. Kirjoita meille tilaussivulta, niin hoidamme asian kanssasi kuntoon.",
    },
    returnApproved: {
      title: "Palautuksesi on hyväksytty",
      text: "Tilaussivulla kerrotaan, miten tuot tai lähetät tuotteet takaisin.",
    },
    returnReceived: {
      title: "Palautuksesi on saapunut",
      text: "Se on meillä, ja tarkistamme sen seuraavaksi. Kerromme, kun se on tehty.",
    },
    returnChanged: {
      title: "Palautuksesi on muuttunut",
      text: "Palautettavat tuotteet eivät ole enää samat kuin aiemmin. Näin tilanne on nyt; muut jäävät sinulle.",
    },
    returnInspected: {
      title: "Palautuksesi on tarkistettu",
      text: "Kävimme läpi palauttamasi tuotteet. Kerromme, kun seuraava vaihe on valmis.",
    },
    exchangeShipped: {
      title: "Vaihtotuotteesi on lähdössä",
      text: "Pakkaamme tilalle valitsemaasi. Kirjoitamme uudelleen, kun se on kuljetusyhtiöllä.",
    },
    exchangeDue: {
      title: "Pakettiasi odotetaan pian",
      text: (day: string) =>
        `Lähetimme vaihtotuotteesi etukäteen. Jätä palautus kuljetettavaksi viimeistään ${day}. Jos se on jo matkalla, kaikki on hyvin.`,
      invoice: "Jos se ei ole saapunut siihen mennessä, saat laskun lähettämistämme tuotteista.",
    },
    replyPromised: { title: "Saimme viestisi", text: (time: string) => `Kuulet meistä viimeistään ${time}.` },
  },
  buyerAsked: {
    text: "Tilauksesi saapui jokin aika sitten. Millaista se oli kaiken kaikkiaan?",
    question: (shop: string) => `Kuinka todennäköisesti suosittelisit ystävälle: ${shop}?`,
    low: "En lainkaan todennäköisesti",
    high: "Erittäin todennäköisesti",
  },
} satisfies Words<typeof en>;
