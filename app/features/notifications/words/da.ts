import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("da");
const days = (count: number) => plural(count, { one: "1 dag", other: `${count} dage` });

export const da = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Ventes nu: ${span}`,
  pickUpBy: (day: string) => `Hent den senest ${day}`,
  stillToCome: "Kommer senere",
  hello: (name: string) => `Hej ${name}`,
  helloNobody: "Hej",
  order: (name: string) => `Ordre ${name}`,
  quantity: (count: number) => `Antal: ${count}`,
  subtotal: "Subtotal",
  discount: "Rabat",
  shipping: "Fragt",
  tax: "Moms",
  taxIncluded: "Heraf moms",
  total: "I alt",
  shipsTo: "Sendes til",
  shippingMethod: "Levering",
  expected: (span: string) => `Ventes ${span}`,
  items: "Din ordre",
  track: "Følg din ordre",
  seeOrder: "Se din ordre",
  trackParcel: "Følg pakken",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Denne butik tager ikke imod returvarer."
      : `Passer det ikke? Du kan sende det retur inden for ${days(count)} efter levering, direkte fra ordresiden. Varer solgt uden returret kan ikke sendes retur.`,
  footer: (shop: string) => `Du får denne mail, fordi du har handlet hos ${shop}.`,
  footerReply: "Har du spørgsmål? Åbn din ordreside, og skriv til os der: Så ser vi straks din ordre.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: vi har modtaget din ordre ${order}`,
    title: "Tak, vi har modtaget din ordre",
    text: "Vi gør den klar og skriver igen, så snart den er på vej.",
    nothingToShip: "Der er ikke noget at sende i denne ordre.",
    preview: (total: string) => `Alt er i orden. I alt: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: ordre ${order} er annulleret`,
    title: "Din ordre er annulleret",
    money:
      "Det, du allerede har betalt, kommer tilbage samme vej, som du betalte; banken er 3 til 10 dage om at vise det.",
    preview: "Der bliver ikke sendt mere.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: ordre ${order} er på vej`,
    title: "Din pakke er på vej",
    text: "Fragtfirmaet har den nu. På siden herunder kan du altid se, hvor den er.",
    preview: "Fragtfirmaet har den nu.",
    inside: "I denne pakke",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: ordre ${order} er kommet frem`,
    title: "Din pakke er kommet frem",
    text: "Fragtfirmaet oplyser, at den er leveret. Kan du ikke finde den? Kig først ved døren og hos naboerne, og skriv så til os fra ordresiden.",
    preview: "Fragtfirmaet oplyser, at den er leveret.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: vi har modtaget din returanmodning ${rma}`,
    title: "Vi har modtaget din returanmodning",
    text: "Nu kigger en af os på den. Du hører fra os, så snart den er afgjort; behold varerne indtil da.",
    preview: "Nu kigger en af os på den.",
    items: "Det vil du sende retur",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: din returlabel ${rma}`,
    title: "Din returlabel er klar",
    text: "Print labelen, sæt den på pakken, og indlever den. Den er vedhæftet i tre papirformater; vælg det, din printer kan bruge.",
    preview: "Print, pak, indlever.",
    steps: "Sådan sender du retur",
    step: [
      "Pak varerne sammen med sedlen under klippelinjen.",
      "Dæk gamle labels til, eller fjern dem, og sæt den nye øverst.",
      "Indlever pakken, og gem kvitteringen.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: om din returanmodning ${rma}`,
    title: "Vi kan ikke tage imod denne retur",
    text: "Vi beklager: Anmodningen kunne ikke godkendes.",
    reasons: {
      RETURN_PERIOD_ENDED: "Returfristen for disse varer er udløbet.",
      FINAL_SALE: "Disse varer blev solgt uden returret.",
      OTHER: "Skriv til os fra ordresiden, hvis du har spørgsmål.",
    },
    preview: "Læs hvorfor.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: retur ${rma} er annulleret`,
    title: "Din retur er annulleret",
    text: "Du skal ikke sende noget. Så længe returfristen løber, kan du starte en ny retur fra ordresiden.",
    preview: "Du skal ikke sende noget.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: din tilbagebetaling for retur ${rma}`,
    title: "Dine penge er på vej",
    text: (amount: string) =>
      `Vi har modtaget din retur og betalt ${amount} tilbage samme vej, som du betalte. Banken er 3 til 10 dage om at vise det.`,
    preview: (amount: string) => `${amount} er på vej til dig.`,
    creditTitle: "Dit tilgodehavende er klar",
    credit: (amount: string) =>
      `Vi har modtaget din retur og sat ${amount} ind som tilgodehavende på din konto. Du kan bruge det, næste gang du handler.`,
    giftCard: (amount: string, code: string) =>
      `Vi har modtaget returen. Her er et gavekort på ${amount}. Indtast denne kode ved kassen: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Din ordre er ændret",
      text: "Sådan ser den ud nu. Er noget ikke som aftalt? Skriv til os fra ordresiden.",
    },
    paymentPending: {
      title: "Vi venter på din betaling",
      text: "Din ordre bliver sendt, når betalingen er kommet. Har du allerede betalt? Så skal du ikke gøre noget; banken kan være et par dage om det.",
    },
    paymentFailed: {
      title: "Din betaling gik ikke igennem",
      text: "Vi kunne ikke trække betalingen, så ordren bliver ikke sendt endnu. Skriv til os fra ordresiden, hvis du stadig vil have den.",
    },
    orderRefunded: {
      title: "Dine penge er på vej",
      text: (amount: string) =>
        `${amount} kommer tilbage samme vej, som du betalte. Banken er 3 til 10 dage om at vise det.`,
    },
    orderPartShipped: {
      title: "En del af din ordre er på vej",
      text: "Fragtfirmaet har denne del nu. Resten følger, og vi skriver igen, når den bliver sendt.",
    },
    outForDelivery: {
      title: "Din pakke er ude til levering",
      text: "Fragtfirmaet regner med at komme med den i dag.",
    },
    deliveryAttempted: {
      title: "Din pakke kunne ikke afleveres",
      text: "Der var ingen til at tage imod den. De fleste fragtfirmaer prøver igen næste hverdag eller lægger en besked om, hvor den ligger.",
    },
    readyForPickup: {
      title: "Din pakke er klar til afhentning",
      text: "Den venter på dig på udleveringsstedet. Tag billed-id og denne mail med; efter nogle dage går den tilbage til os.",
    },
    heldByCustoms: {
      title: "Din pakke er i tolden",
      text: "Tolden kontrollerer den, og det kan tage nogle dage. Har de brug for noget fra dig, kontakter fragtfirmaet dig.",
    },
    deliveryFailed: {
      title: "Der er et problem med din pakke",
      text: "Fragtfirmaet melder om et problem med leveringen. Tjek adressen på ordresiden, og skriv til os der, hvis den ikke er rigtig.",
    },
    returnedToSender: {
      title: "Din pakke er på vej tilbage til os",
      text: "Fragtfirmaet kunne ikke levere den. Skriv til os fra ordresiden, så finder vi en løsning: Vi sender igen, eller du får pengene tilbage.",
    },
    orderLateToShip: {
      title: "Din ordre tager længere tid, end vi sagde",
      text: "Den er ikke sendt endnu. Det beklager vi, og vi skriver igen, så snart den er på vej.",
    },
    deliveryLate: {
      title: "Din pakke bliver forsinket",
      text: "Den når ikke frem den dag, vi sagde. Vi beklager ventetiden og holder øje med den.",
    },
    deliveryStillLate: {
      title: "Din pakke er mere forsinket, end vi troede",
      text: "Den kom ikke, som vi havde ventet. Det beklager vi, og vi følger den stadig.",
    },
    deliveryBackOnTrack: {
      title: "Din pakke er i bevægelse igen",
      text: "Den blev holdt op, men er nu på vej igen.",
    },
    deliveryLost: {
      title: "Din pakke ser ud til at være bortkommet",
      text: "Ingen har set den alt for længe. Skriv til os fra ordresiden, så ordner vi det sammen med dig.",
    },
    returnApproved: {
      title: "Din retur er godkendt",
      text: "På ordresiden står der, hvordan du afleverer eller sender varerne.",
    },
    returnReceived: {
      title: "Din retur er kommet frem",
      text: "Vi har den og kigger på den som det næste. Du hører fra os, når det er gjort.",
    },
    returnChanged: {
      title: "Din returnering er ændret",
      text: "Det, der skal tilbage, er ikke længere det samme. Sådan ser det ud nu; resten beholder du.",
    },
    returnInspected: {
      title: "Din retur er kontrolleret",
      text: "Vi har set på det, du sendte retur. Du hører fra os, når næste skridt er klaret.",
    },
    exchangeShipped: {
      title: "Din bytning er på vej",
      text: "Vi pakker det, du valgte i stedet. Vi skriver igen, når fragtfirmaet har det.",
    },
    exchangeDue: {
      title: "Vi venter snart din pakke",
      text: (day: string) =>
        `Vi har sendt din ombytning på forhånd. Indlevér din retur senest den ${day}. Er den allerede på vej, er alt godt.`,
      invoice: "Er den ikke kommet inden da, får du en faktura for det, vi har sendt.",
    },
    replyPromised: {
      title: "Vi har modtaget din besked",
      text: (time: string) => `Du hører fra os senest ${time}.`,
    },
  },
  buyerAsked: {
    text: "Din ordre kom frem for et stykke tid siden. Hvordan var det alt i alt?",
    question: (shop: string) => `Hvor sandsynligt er det, at du anbefaler ${shop} til en ven?`,
    low: "Slet ikke sandsynligt",
    high: "Meget sandsynligt",
  },
} satisfies Words<typeof en>;
