import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("sv");
const days = (count: number) => plural(count, { one: "1 dag", other: `${count} dagar` });

export const sv = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Väntas nu: ${span}`,
  pickUpBy: (day: string) => `Hämta senast ${day}`,
  stillToCome: "Kommer senare",
  hello: (name: string) => `Hej ${name}!`,
  helloNobody: "Hej!",
  order: (name: string) => `Beställning ${name}`,
  quantity: (count: number) => `Antal: ${count}`,
  subtotal: "Delsumma",
  discount: "Rabatt",
  shipping: "Frakt",
  tax: "Moms",
  taxIncluded: "Varav moms",
  total: "Totalt",
  shipsTo: "Skickas till",
  shippingMethod: "Fraktsätt",
  expected: (span: string) => `Väntas ${span}`,
  items: "Din beställning",
  track: "Följ din beställning",
  seeOrder: "Se din beställning",
  trackParcel: "Spåra paketet",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Den här butiken tar inte emot returer."
      : `Blev det inte rätt? Du kan skicka tillbaka inom ${days(count)} från leveransen, direkt från ordersidan. Varor som sålts utan returrätt går inte att returnera.`,
  footer: (shop: string) => `Du får det här mejlet eftersom du har handlat hos ${shop}.`,
  footerReply: "Har du frågor? Öppna din ordersida och skriv till oss där, så ser vi din beställning direkt.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: vi har fått din beställning ${order}`,
    title: "Tack, vi har fått din beställning",
    text: "Vi gör den klar och hör av oss så fort den är på väg.",
    nothingToShip: "Det finns inget att skicka i den här beställningen.",
    preview: (total: string) => `Allt är klart. Totalt: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: beställning ${order} är annullerad`,
    title: "Din beställning är annullerad",
    money:
      "Det du redan har betalat går tillbaka samma väg som du betalade. Det tar 3 till 10 dagar innan det syns hos banken.",
    preview: "Inget mer skickas.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: beställning ${order} är på väg`,
    title: "Ditt paket är på väg",
    text: "Fraktbolaget har det nu. På sidan nedan ser du alltid var det är.",
    preview: "Fraktbolaget har det nu.",
    inside: "I det här paketet",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: beställning ${order} har kommit fram`,
    title: "Ditt paket har kommit fram",
    text: "Enligt fraktbolaget är det levererat. Hittar du det inte? Titta vid dörren och fråga grannarna först, och skriv sedan till oss från ordersidan.",
    preview: "Enligt fraktbolaget är det levererat.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: vi har fått din returförfrågan ${rma}`,
    title: "Vi har fått din returförfrågan",
    text: "Nu tittar en av oss på den. Du hör från oss så fort den är avgjord. Behåll varorna till dess.",
    preview: "Nu tittar en av oss på den.",
    items: "Det du vill skicka tillbaka",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: din returetikett ${rma}`,
    title: "Din returetikett är klar",
    text: "Skriv ut etiketten, sätt den på paketet och lämna in det. Den är bifogad i tre pappersformat; välj det som passar din skrivare.",
    preview: "Skriv ut, packa, lämna in.",
    steps: "Så skickar du tillbaka",
    step: [
      "Packa varorna tillsammans med lappen under klipplinjen.",
      "Täck över eller ta bort gamla etiketter och sätt den nya överst.",
      "Lämna in paketet och spara kvittot.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: om din returförfrågan ${rma}`,
    title: "Vi kan inte ta emot returen",
    text: "Vi beklagar, men förfrågan kunde inte godkännas.",
    reasons: {
      RETURN_PERIOD_ENDED: "Returtiden för de här varorna har gått ut.",
      FINAL_SALE: "De här varorna såldes utan returrätt.",
      OTHER: "Skriv gärna till oss från ordersidan om du har frågor.",
    },
    preview: "Läs varför.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: retur ${rma} är avbruten`,
    title: "Din retur är avbruten",
    text: "Du behöver inte skicka något. Så länge returtiden löper kan du starta en ny retur från ordersidan.",
    preview: "Du behöver inte skicka något.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: din återbetalning för retur ${rma}`,
    title: "Din återbetalning är på väg",
    text: (amount: string) =>
      `Vi har fått din retur och betalat tillbaka ${amount} samma väg som du betalade. Det tar 3 till 10 dagar innan det syns hos banken.`,
    preview: (amount: string) => `${amount} är på väg till dig.`,
    creditTitle: "Ditt tillgodohavande är klart",
    credit: (amount: string) =>
      `Vi har fått din retur och satt in ${amount} som tillgodohavande på ditt konto. Det finns där nästa gång du går till kassan.`,
    giftCard: (amount: string, code: string) =>
      `Vi har fått returen. Här är ett presentkort värt ${amount}. Ange den här koden i kassan: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Din beställning har ändrats",
      text: "Så här ser den ut nu. Är något fel? Skriv till oss från ordersidan.",
    },
    paymentPending: {
      title: "Vi väntar på din betalning",
      text: "Din beställning skickas när betalningen har kommit in. Har du redan betalat? Då behöver du inte göra något; banken kan ta några dagar på sig.",
    },
    paymentFailed: {
      title: "Din betalning gick inte igenom",
      text: "Vi kunde inte dra betalningen, så beställningen skickas inte ännu. Skriv till oss från ordersidan om du fortfarande vill ha den.",
    },
    orderRefunded: {
      title: "Din återbetalning är på väg",
      text: (amount: string) =>
        `${amount} går tillbaka samma väg som du betalade. Det tar 3 till 10 dagar innan det syns hos banken.`,
    },
    orderPartShipped: {
      title: "En del av din beställning är på väg",
      text: "Fraktbolaget har den här delen nu. Resten kommer senare, och vi hör av oss när den skickas.",
    },
    outForDelivery: {
      title: "Ditt paket är ute för leverans",
      text: "Fraktbolaget räknar med att lämna det i dag.",
    },
    deliveryAttempted: {
      title: "Ditt paket kunde inte lämnas ut",
      text: "Ingen var där och kunde ta emot det. De flesta fraktbolag försöker igen nästa vardag eller lämnar en avi om var det finns.",
    },
    readyForPickup: {
      title: "Ditt paket finns att hämta",
      text: "Det väntar på dig hos utlämningsstället. Ta med legitimation och det här mejlet; efter några dagar går det tillbaka till oss.",
    },
    heldByCustoms: {
      title: "Ditt paket är i tullen",
      text: "Tullen kontrollerar det, och det kan ta några dagar. Behöver de något från dig hör fraktbolaget av sig.",
    },
    deliveryFailed: {
      title: "Det är problem med ditt paket",
      text: "Fraktbolaget rapporterar ett problem med leveransen. Kontrollera adressen på ordersidan och skriv till oss där om den är fel.",
    },
    returnedToSender: {
      title: "Ditt paket är på väg tillbaka till oss",
      text: "Fraktbolaget kunde inte leverera det. Skriv till oss från ordersidan så hittar vi en lösning: vi skickar igen eller betalar tillbaka.",
    },
    orderLateToShip: {
      title: "Din beställning tar längre tid än vi sa",
      text: "Den har inte skickats ännu. Vi beklagar, och hör av oss så fort den är på väg.",
    },
    deliveryLate: {
      title: "Ditt paket blir försenat",
      text: "Det hinner inte fram den dag vi angav. Vi beklagar väntan och håller ett öga på det.",
    },
    deliveryStillLate: {
      title: "Ditt paket är senare än vi trodde",
      text: "Det kom inte som vi räknade med. Vi beklagar och fortsätter bevaka det.",
    },
    deliveryBackOnTrack: {
      title: "Ditt paket rör på sig igen",
      text: "Det hade fastnat men är nu på väg igen.",
    },
    deliveryLost: {
      title: "Ditt paket verkar ha kommit bort",
      text: "Ingen har sett det på för länge. Skriv till oss från ordersidan så ordnar vi det tillsammans.",
    },
    returnApproved: {
      title: "Din retur är godkänd",
      text: "På ordersidan står hur du lämnar eller skickar tillbaka varorna.",
    },
    returnReceived: {
      title: "Din retur har kommit fram",
      text: "Vi har den och tittar på den härnäst. Du hör från oss när det är klart.",
    },
    returnChanged: {
      title: "Din retur har ändrats",
      text: "Det som ska tillbaka är inte längre detsamma. Så här ser det ut nu; resten behåller du.",
    },
    returnInspected: {
      title: "Din retur är kontrollerad",
      text: "Vi har gått igenom det du skickade tillbaka. Du hör från oss när nästa steg är klart.",
    },
    exchangeShipped: {
      title: "Din bytesvara är på gång",
      text: "Vi packar det du valde i stället. Vi hör av oss igen när fraktbolaget har det.",
    },
    exchangeDue: {
      title: "Vi väntar snart ditt paket",
      text: (day: string) =>
        `Vi har redan skickat din bytesvara. Lämna in returen senast den ${day}. Är den redan på väg är allt bra.`,
      invoice: "Har den inte kommit då får du en faktura för det vi skickade.",
    },
    replyPromised: {
      title: "Vi har fått ditt meddelande",
      text: (time: string) => `Du hör från oss senast ${time}.`,
    },
  },
  buyerAsked: {
    text: "Din beställning kom fram för ett tag sedan. Hur var det på det hela taget?",
    question: (shop: string) => `Hur troligt är det att du rekommenderar ${shop} till en vän?`,
    low: "Inte alls troligt",
    high: "Mycket troligt",
  },
} satisfies Words<typeof en>;
