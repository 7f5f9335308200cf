import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("nb");
const days = (count: number) => plural(count, { one: "1 dag", other: `${count} dager` });

export const nb = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Ventes nå: ${span}`,
  pickUpBy: (day: string) => `Hent den innen ${day}`,
  stillToCome: "Kommer senere",
  hello: (name: string) => `Hei, ${name}!`,
  helloNobody: "Hei!",
  order: (name: string) => `Bestilling ${name}`,
  quantity: (count: number) => `Antall: ${count}`,
  subtotal: "Delsum",
  discount: "Rabatt",
  shipping: "Frakt",
  tax: "Mva.",
  taxIncluded: "Herav mva.",
  total: "Totalt",
  shipsTo: "Sendes til",
  shippingMethod: "Leveringsmåte",
  expected: (span: string) => `Ventes ${span}`,
  items: "Bestillingen din",
  track: "Følg bestillingen",
  seeOrder: "Se bestillingen",
  trackParcel: "Spor pakken",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Denne butikken tar ikke imot returer."
      : `Ble det ikke riktig? Du kan sende det tilbake innen ${days(count)} etter levering, rett fra bestillingssiden. Varer som er solgt uten returrett, kan ikke returneres.`,
  footer: (shop: string) => `Du får denne e-posten fordi du har handlet hos ${shop}.`,
  footerReply:
    "Har du spørsmål? Åpne bestillingssiden og skriv til oss der, så ser vi bestillingen din med en gang.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: vi har fått bestillingen din ${order}`,
    title: "Takk, vi har fått bestillingen din",
    text: "Vi gjør den klar og skriver igjen så snart den er på vei.",
    nothingToShip: "Det er ingenting å sende i denne bestillingen.",
    preview: (total: string) => `Alt er i orden. Totalt: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: bestilling ${order} er kansellert`,
    title: "Bestillingen din er kansellert",
    money:
      "Det du allerede har betalt, går tilbake samme vei som du betalte. Det tar 3 til 10 dager før det vises i banken.",
    preview: "Ingenting mer blir sendt.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: bestilling ${order} er på vei`,
    title: "Pakken din er på vei",
    text: "Transportøren har den nå. På siden under ser du alltid hvor den er.",
    preview: "Transportøren har den nå.",
    inside: "I denne pakken",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: bestilling ${order} har kommet frem`,
    title: "Pakken din har kommet frem",
    text: "Transportøren melder at den er levert. Finner du den ikke? Se først ved døren og spør naboene, og skriv så til oss fra bestillingssiden.",
    preview: "Transportøren melder at den er levert.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: vi har fått returforespørselen din ${rma}`,
    title: "Vi har fått returforespørselen din",
    text: "Nå ser en av oss på den. Du hører fra oss så snart den er avgjort. Behold varene til da.",
    preview: "Nå ser en av oss på den.",
    items: "Dette vil du sende tilbake",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: returetiketten din ${rma}`,
    title: "Returetiketten din er klar",
    text: "Skriv ut etiketten, fest den på pakken og lever den inn. Den er vedlagt i tre papirformater; velg det som passer skriveren din.",
    preview: "Skriv ut, pakk, lever inn.",
    steps: "Slik sender du tilbake",
    step: [
      "Pakk varene sammen med lappen under klippelinjen.",
      "Dekk til eller fjern gamle etiketter, og fest den nye øverst.",
      "Lever inn pakken og ta vare på kvitteringen.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: om returforespørselen din ${rma}`,
    title: "Vi kan ikke ta imot denne returen",
    text: "Vi beklager: Forespørselen kunne ikke godkjennes.",
    reasons: {
      RETURN_PERIOD_ENDED: "Returfristen for disse varene er ute.",
      FINAL_SALE: "Disse varene ble solgt uten returrett.",
      OTHER: "Skriv til oss fra bestillingssiden hvis du har spørsmål.",
    },
    preview: "Les hvorfor.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: retur ${rma} er avbrutt`,
    title: "Returen din er avbrutt",
    text: "Du trenger ikke å sende noe. Så lenge returfristen løper, kan du starte en ny retur fra bestillingssiden.",
    preview: "Du trenger ikke å sende noe.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: refusjonen for retur ${rma}`,
    title: "Refusjonen din er på vei",
    text: (amount: string) =>
      `Vi har fått returen din og betalt tilbake ${amount} samme vei som du betalte. Det tar 3 til 10 dager før det vises i banken.`,
    preview: (amount: string) => `${amount} er på vei til deg.`,
    creditTitle: "Tilgodebeløpet ditt er klart",
    credit: (amount: string) =>
      `Vi har fått returen din og satt inn ${amount} som tilgodebeløp på kontoen din. Du kan bruke det neste gang du handler.`,
    giftCard: (amount: string, code: string) =>
      `Vi har fått returen. Her er et gavekort på ${amount}. Skriv inn denne koden i kassen: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Bestillingen din er endret",
      text: "Slik ser den ut nå. Er noe ikke som avtalt? Skriv til oss fra bestillingssiden.",
    },
    paymentPending: {
      title: "Vi venter på betalingen din",
      text: "Bestillingen sendes når betalingen har kommet inn. Har du allerede betalt? Da trenger du ikke å gjøre noe; banken kan bruke noen dager.",
    },
    paymentFailed: {
      title: "Betalingen din gikk ikke gjennom",
      text: "Vi fikk ikke trukket betalingen, så bestillingen blir ikke sendt ennå. Skriv til oss fra bestillingssiden hvis du fortsatt vil ha den.",
    },
    orderRefunded: {
      title: "Refusjonen din er på vei",
      text: (amount: string) =>
        `${amount} går tilbake samme vei som du betalte. Det tar 3 til 10 dager før det vises i banken.`,
    },
    orderPartShipped: {
      title: "En del av bestillingen din er på vei",
      text: "Transportøren har denne delen nå. Resten kommer senere, og vi skriver igjen når den sendes.",
    },
    outForDelivery: {
      title: "Pakken din er ute for levering",
      text: "Transportøren regner med å komme med den i dag.",
    },
    deliveryAttempted: {
      title: "Pakken din kunne ikke leveres ut",
      text: "Ingen var der til å ta imot den. De fleste transportører prøver igjen neste virkedag eller legger igjen en melding om hvor den er.",
    },
    readyForPickup: {
      title: "Pakken din er klar til henting",
      text: "Den venter på deg på hentestedet. Ta med legitimasjon og denne e-posten; etter noen dager går den tilbake til oss.",
    },
    heldByCustoms: {
      title: "Pakken din er i tollen",
      text: "Tollen kontrollerer den, og det kan ta noen dager. Trenger de noe fra deg, tar transportøren kontakt.",
    },
    deliveryFailed: {
      title: "Det er et problem med pakken din",
      text: "Transportøren melder om et problem med leveringen. Sjekk adressen på bestillingssiden, og skriv til oss der hvis den ikke stemmer.",
    },
    returnedToSender: {
      title: "Pakken din er på vei tilbake til oss",
      text: "Transportøren fikk ikke levert den. Skriv til oss fra bestillingssiden, så finner vi en løsning: Vi sender på nytt, eller du får pengene tilbake.",
    },
    orderLateToShip: {
      title: "Bestillingen din tar lengre tid enn vi sa",
      text: "Den er ikke sendt ennå. Vi beklager, og skriver igjen så snart den er på vei.",
    },
    deliveryLate: {
      title: "Pakken din blir forsinket",
      text: "Den når ikke frem den dagen vi sa. Vi beklager ventetiden og følger med på den.",
    },
    deliveryStillLate: {
      title: "Pakken din er senere enn vi trodde",
      text: "Den kom ikke som vi hadde ventet. Vi beklager, og følger fortsatt med.",
    },
    deliveryBackOnTrack: {
      title: "Pakken din er i bevegelse igjen",
      text: "Den ble holdt igjen, men er nå på vei igjen.",
    },
    deliveryLost: {
      title: "Pakken din ser ut til å være borte",
      text: "Ingen har sett den på altfor lenge. Skriv til oss fra bestillingssiden, så ordner vi opp sammen med deg.",
    },
    returnApproved: {
      title: "Returen din er godkjent",
      text: "På bestillingssiden står det hvordan du leverer eller sender tilbake varene.",
    },
    returnReceived: {
      title: "Returen din har kommet frem",
      text: "Vi har den og ser på den som det neste. Du hører fra oss når det er gjort.",
    },
    returnChanged: {
      title: "Returen din er endret",
      text: "Det som skal tilbake, er ikke lenger det samme. Slik er det nå; resten beholder du.",
    },
    returnInspected: {
      title: "Returen din er kontrollert",
      text: "Vi har sett på det du sendte tilbake. Du hører fra oss når neste steg er klart.",
    },
    exchangeShipped: {
      title: "Byttet ditt er på gang",
      text: "Vi pakker det du valgte i stedet. Vi skriver igjen når transportøren har det.",
    },
    exchangeDue: {
      title: "Vi venter snart pakken din",
      text: (day: string) =>
        `Vi har sendt byttevaren på forhånd. Lever returen senest ${day}. Er den allerede på vei, er alt i orden.`,
      invoice: "Har den ikke kommet innen da, får du en faktura for det vi sendte.",
    },
    replyPromised: {
      title: "Vi har fått meldingen din",
      text: (time: string) => `Du hører fra oss senest ${time}.`,
    },
  },
  buyerAsked: {
    text: "Bestillingen din kom frem for en stund siden. Hvordan var det alt i alt?",
    question: (shop: string) => `Hvor sannsynlig er det at du anbefaler ${shop} til en venn?`,
    low: "Ikke sannsynlig i det hele tatt",
    high: "Svært sannsynlig",
  },
} satisfies Words<typeof en>;
