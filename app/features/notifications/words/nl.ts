import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("nl");
const days = (count: number) => plural(count, { one: "1 dag", other: `${count} dagen` });

export const nl = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Nu verwacht: ${span}`,
  pickUpBy: (day: string) => `Afhalen uiterlijk ${day}`,
  stillToCome: "Volgt nog",
  hello: (name: string) => `Hallo ${name},`,
  helloNobody: "Hallo,",
  order: (name: string) => `Bestelling ${name}`,
  quantity: (count: number) => `Aantal: ${count}`,
  subtotal: "Subtotaal",
  discount: "Korting",
  shipping: "Verzending",
  tax: "Belasting",
  taxIncluded: "Belasting (inbegrepen)",
  total: "Totaal",
  shipsTo: "Gaat naar",
  shippingMethod: "Verzendwijze",
  expected: (span: string) => `Verwacht: ${span}`,
  items: "Je bestelling",
  track: "Volg je bestelling",
  seeOrder: "Bekijk je bestelling",
  trackParcel: "Volg het pakket",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Deze winkel neemt geen retouren aan."
      : `Toch niet goed? Je kunt het binnen ${days(count)} na bezorging terugsturen, rechtstreeks via de bestelpagina. Artikelen die van retour zijn uitgesloten, kunnen niet terug.`,
  footer: (shop: string) => `Je krijgt deze e-mail omdat je bij ${shop} hebt besteld.`,
  footerReply: "Vragen? Open je bestelpagina en schrijf ons daar: dan zien we je bestelling meteen.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: we hebben je bestelling ${order}`,
    title: "Bedankt, we hebben je bestelling",
    text: "We maken hem klaar en laten het weten zodra hij onderweg is.",
    nothingToShip: "Voor deze bestelling hoeft niets verstuurd te worden.",
    preview: (total: string) => `Alles is in orde. Totaal: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: bestelling ${order} is geannuleerd`,
    title: "Je bestelling is geannuleerd",
    money: "Wat je al had betaald, gaat terug zoals je hebt betaald; banken doen daar 3 tot 10 dagen over.",
    preview: "Er wordt niets meer verstuurd.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: bestelling ${order} is onderweg`,
    title: "Je pakket is onderweg",
    text: "De bezorgdienst heeft het nu. Op de pagina hieronder zie je altijd waar het is.",
    preview: "De bezorgdienst heeft het nu.",
    inside: "In dit pakket",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: bestelling ${order} is aangekomen`,
    title: "Je pakket is aangekomen",
    text: "Volgens de bezorgdienst is het bezorgd. Niets te vinden? Kijk eerst bij de deur en bij de buren, en schrijf ons daarna via de bestelpagina.",
    preview: "Volgens de bezorgdienst is het bezorgd.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: we hebben je retouraanvraag ${rma}`,
    title: "We hebben je retouraanvraag",
    text: "Een medewerker kijkt er nu naar. Je hoort van ons zodra er een beslissing is; houd de artikelen tot dan bij je.",
    preview: "Een medewerker kijkt er nu naar.",
    items: "Wat je wilt terugsturen",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: je retourlabel ${rma}`,
    title: "Je retourlabel staat klaar",
    text: "Print het label, plak het op het pakket en lever het in. Het is bijgevoegd in drie papierformaten; kies wat je printer aankan.",
    preview: "Printen, inpakken, inleveren.",
    steps: "Zo stuur je het terug",
    step: [
      "Pak de artikelen in, samen met de strook onder de kniplijn.",
      "Plak oude labels af of verwijder ze, en plak het nieuwe label bovenop.",
      "Lever het pakket in en bewaar het bewijs.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: over je retouraanvraag ${rma}`,
    title: "We kunnen deze retour niet aannemen",
    text: "Het spijt ons: deze aanvraag konden we niet goedkeuren.",
    reasons: {
      RETURN_PERIOD_ENDED: "De retourtermijn van deze artikelen is voorbij.",
      FINAL_SALE: "Deze artikelen waren van retour uitgesloten.",
      OTHER: "Heb je vragen? Schrijf ons via de bestelpagina.",
    },
    preview: "Lees waarom.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: retour ${rma} is geannuleerd`,
    title: "Je retour is geannuleerd",
    text: "Je hoeft niets op te sturen. Zolang de retourtermijn loopt, kun je via de bestelpagina een nieuwe retour starten.",
    preview: "Je hoeft niets op te sturen.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: je terugbetaling voor retour ${rma}`,
    title: "Je terugbetaling is onderweg",
    text: (amount: string) =>
      `We hebben je retour ontvangen en ${amount} terugbetaald zoals je hebt betaald. Banken doen daar 3 tot 10 dagen over.`,
    preview: (amount: string) => `${amount} is naar je onderweg.`,
    creditTitle: "Je tegoed staat klaar",
    credit: (amount: string) =>
      `We hebben je retour ontvangen en ${amount} als tegoed op je account gezet. Je kunt het bij je volgende aankoop gebruiken.`,
    giftCard: (amount: string, code: string) =>
      `We hebben de retour ontvangen. Hier is een cadeaubon ter waarde van ${amount}. Vul bij het afrekenen deze code in: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Je bestelling is gewijzigd",
      text: "Zo ziet hij er nu uit. Klopt er iets niet? Schrijf ons via de bestelpagina.",
    },
    paymentPending: {
      title: "We wachten op je betaling",
      text: "Je bestelling gaat de deur uit zodra de betaling binnen is. Al betaald? Dan hoef je niets te doen; banken hebben soms een paar dagen nodig.",
    },
    paymentFailed: {
      title: "Je betaling is niet gelukt",
      text: "We konden de betaling niet innen, dus de bestelling gaat nog niet weg. Wil je hem nog steeds? Schrijf ons via de bestelpagina.",
    },
    orderRefunded: {
      title: "Je terugbetaling is onderweg",
      text: (amount: string) =>
        `${amount} gaat terug zoals je hebt betaald. Banken doen daar 3 tot 10 dagen over.`,
    },
    orderPartShipped: {
      title: "Een deel van je bestelling is onderweg",
      text: "De bezorgdienst heeft dit deel nu. De rest volgt, en we laten het weten als die vertrekt.",
    },
    outForDelivery: { title: "Je pakket wordt vandaag bezorgd", text: "De bezorger is ermee op pad." },
    deliveryAttempted: {
      title: "Je pakket kon niet worden afgegeven",
      text: "Er was niemand om het aan te nemen. Meestal volgt op de volgende werkdag een nieuwe poging, of er ligt een briefje waar het op je wacht.",
    },
    readyForPickup: {
      title: "Je pakket ligt klaar om op te halen",
      text: "Het wacht op je bij het afhaalpunt. Neem een identiteitsbewijs en deze e-mail mee; na een paar dagen gaat het terug naar ons.",
    },
    heldByCustoms: {
      title: "Je pakket ligt bij de douane",
      text: "De douane controleert het, en dat kan een paar dagen duren. Hebben ze iets van je nodig, dan neemt de bezorgdienst contact op.",
    },
    deliveryFailed: {
      title: "Er is een probleem met je pakket",
      text: "De bezorgdienst meldt een probleem met de bezorging. Controleer het adres op de bestelpagina en schrijf ons daar als het niet klopt.",
    },
    returnedToSender: {
      title: "Je pakket komt terug naar ons",
      text: "De bezorgdienst kon het niet bezorgen. Schrijf ons via de bestelpagina, dan vinden we een oplossing: opnieuw versturen of je geld terug.",
    },
    orderLateToShip: {
      title: "Je bestelling duurt langer dan we zeiden",
      text: "Hij is nog niet vertrokken. Het spijt ons; we laten het weten zodra hij onderweg is.",
    },
    deliveryLate: {
      title: "Je pakket komt later",
      text: "Het haalt de dag die we noemden niet. Sorry voor het wachten; we houden het in de gaten.",
    },
    deliveryStillLate: {
      title: "Je pakket komt nog later dan we dachten",
      text: "Het kwam niet aan zoals we verwachtten. Het spijt ons; we blijven het volgen.",
    },
    deliveryBackOnTrack: {
      title: "Je pakket is weer onderweg",
      text: "Het had vertraging, maar nu gaat het weer verder.",
    },
    deliveryLost: {
      title: "Je pakket lijkt kwijt te zijn",
      text: "Niemand heeft het de laatste tijd nog gezien. Schrijf ons via de bestelpagina, dan lossen we het samen op.",
    },
    returnApproved: {
      title: "Je retour is goedgekeurd",
      text: "Op de bestelpagina staat hoe je de artikelen brengt of terugstuurt.",
    },
    returnReceived: {
      title: "Je retour is aangekomen",
      text: "We hebben hem en gaan hem nu bekijken. Je hoort van ons als dat klaar is.",
    },
    returnChanged: {
      title: "Je retour is gewijzigd",
      text: "Wat terugkomt is niet meer hetzelfde als eerst. Zo staat het nu; de rest houd je.",
    },
    returnInspected: {
      title: "Je retour is gecontroleerd",
      text: "We hebben bekeken wat je terugstuurde. Je hoort van ons als de volgende stap klaar is.",
    },
    exchangeShipped: {
      title: "Je omruilartikel komt eraan",
      text: "We pakken in wat je in plaats daarvan hebt gekozen. Je hoort weer van ons als de bezorgdienst het heeft.",
    },
    exchangeDue: {
      title: "We verwachten binnenkort je pakket",
      text: (day: string) =>
        `We hebben je ruilartikel vooraf verstuurd. Lever je retour uiterlijk op ${day} in. Is het al onderweg, dan is alles goed.`,
      invoice: "Is het er dan nog niet, dan krijg je een factuur voor wat we hebben verstuurd.",
    },
    replyPromised: {
      title: "We hebben je bericht",
      text: (time: string) => `Je hoort uiterlijk op ${time} van ons.`,
    },
  },
  buyerAsked: {
    text: "Je bestelling is een tijdje geleden aangekomen. Hoe was het, al met al?",
    question: (shop: string) => `Hoe waarschijnlijk is het dat je ${shop} aan een vriend aanbeveelt?`,
    low: "Helemaal niet waarschijnlijk",
    high: "Zeer waarschijnlijk",
  },
} satisfies Words<typeof en>;
