import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("cs");
/** In the genitive, as after "do". */
const days = (count: number) =>
  plural(count, { one: "1 dne", few: `${count} dnů`, many: `${count} dne`, other: `${count} dnů` });

export const cs = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Nově očekáváme: ${span}`,
  pickUpBy: (day: string) => `Vyzvedněte do ${day}`,
  stillToCome: "Ještě dorazí",
  hello: (name: string) => `Dobrý den, ${name},`,
  helloNobody: "Dobrý den,",
  order: (name: string) => `Objednávka ${name}`,
  quantity: (count: number) => `Množství: ${count}`,
  subtotal: "Mezisoučet",
  discount: "Sleva",
  shipping: "Doprava",
  tax: "Daň",
  taxIncluded: "Z toho daň",
  total: "Celkem",
  shipsTo: "Doručovací adresa",
  shippingMethod: "Způsob dopravy",
  expected: (span: string) => `Předpokládané doručení: ${span}`,
  items: "Vaše objednávka",
  track: "Sledovat objednávku",
  seeOrder: "Zobrazit objednávku",
  trackParcel: "Sledovat zásilku",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Tento obchod nepřijímá vrácené zboží."
      : `Nesedí vám to? Zboží můžete vrátit do ${days(count)} od doručení přímo ze stránky objednávky. Zboží prodané bez možnosti vrácení vrátit nelze.`,
  footer: (shop: string) => `Tento e-mail dostáváte, protože jste objednali v obchodě ${shop}.`,
  footerReply: "Máte dotaz? Napište nám ze stránky objednávky: hned uvidíme, o kterou objednávku jde.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: máme vaši objednávku ${order}`,
    title: "Děkujeme, máme vaši objednávku",
    text: "Připravujeme ji a ozveme se, jakmile bude na cestě.",
    nothingToShip: "U této objednávky není co odesílat.",
    preview: (total: string) => `Vše je v pořádku. Celkem: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: objednávka ${order} je zrušena`,
    title: "Vaše objednávka je zrušena",
    money:
      "Už zaplacená částka se vrátí stejným způsobem, jakým jste platili; v bance se objeví za 3 až 10 dní.",
    preview: "Nic dalšího se neodešle.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: objednávka ${order} je na cestě`,
    title: "Vaše zásilka je na cestě",
    text: "Už ji má dopravce. Na stránce níže vždy uvidíte, kde právě je.",
    preview: "Už ji má dopravce.",
    inside: "V této zásilce",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: objednávka ${order} dorazila`,
    title: "Vaše zásilka dorazila",
    text: "Podle dopravce byla doručena. Nemáte ji? Podívejte se nejdřív ke dveřím a zeptejte se sousedů, potom nám napište ze stránky objednávky.",
    preview: "Podle dopravce byla doručena.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: máme vaši žádost o vrácení ${rma}`,
    title: "Máme vaši žádost o vrácení",
    text: "Teď se na ni někdo z nás podívá. Jakmile bude rozhodnuto, ozveme se; do té doby si zboží prosím nechte.",
    preview: "Teď se na ni někdo z nás podívá.",
    items: "Co chcete vrátit",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: váš štítek pro vrácení ${rma}`,
    title: "Váš štítek pro vrácení je připraven",
    text: "Štítek vytiskněte, nalepte na balík a ten podejte. Přikládáme ho ve třech formátech papíru; vyberte ten, který zvládne vaše tiskárna.",
    preview: "Vytiskněte, zabalte, podejte.",
    steps: "Jak zboží vrátit",
    step: [
      "Zboží zabalte i s lístkem pod čárou k odstřižení.",
      "Staré štítky zakryjte nebo odstraňte a nový nalepte navrch.",
      "Balík podejte a potvrzení si uschovejte.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: k vaší žádosti o vrácení ${rma}`,
    title: "Toto vrácení nemůžeme přijmout",
    text: "Je nám líto, ale žádosti nebylo možné vyhovět.",
    reasons: {
      RETURN_PERIOD_ENDED: "Lhůta pro vrácení tohoto zboží uplynula.",
      FINAL_SALE: "Toto zboží bylo prodáno bez možnosti vrácení.",
      OTHER: "Máte-li dotaz, napište nám ze stránky objednávky.",
    },
    preview: "Přečtěte si proč.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: vrácení ${rma} je zrušeno`,
    title: "Vaše vrácení je zrušeno",
    text: "Nemusíte nic posílat. Dokud běží lhůta, můžete na stránce objednávky zahájit nové vrácení.",
    preview: "Nemusíte nic posílat.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: peníze za vrácení ${rma}`,
    title: "Vaše peníze jsou na cestě",
    text: (amount: string) =>
      `Vrácené zboží máme a částku ${amount} jsme poslali zpět stejným způsobem, jakým jste platili. V bance se objeví za 3 až 10 dní.`,
    preview: (amount: string) => `Částka ${amount} je na cestě k vám.`,
    creditTitle: "Váš kredit je připraven",
    credit: (amount: string) =>
      `Vrácené zboží máme a na váš účet v obchodě jsme připsali kredit ${amount}. Můžete ho využít při příštím nákupu.`,
    giftCard: (amount: string, code: string) =>
      `Vrácené zboží máme. Tady je dárková karta v hodnotě ${amount}. V pokladně zadejte tento kód: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Vaše objednávka byla změněna",
      text: "Takto vypadá nyní. Není něco tak, jak jsme se domluvili? Napište nám ze stránky objednávky.",
    },
    paymentPending: {
      title: "Čekáme na vaši platbu",
      text: "Objednávku odešleme, jakmile platba dorazí. Už jste zaplatili? Pak nemusíte nic dělat; bankám to může pár dní trvat.",
    },
    paymentFailed: {
      title: "Vaše platba neproběhla",
      text: "Platbu se nám nepodařilo přijmout, a proto objednávku zatím neodesíláme. Pokud ji stále chcete, napište nám ze stránky objednávky.",
    },
    orderRefunded: {
      title: "Vaše peníze jsou na cestě",
      text: (amount: string) =>
        `Částku ${amount} vracíme stejným způsobem, jakým jste platili. V bance se objeví za 3 až 10 dní.`,
    },
    orderPartShipped: {
      title: "Část vaší objednávky je na cestě",
      text: "Tuto část už má dopravce. Zbytek přijde později a ozveme se, až ho odešleme.",
    },
    outForDelivery: { title: "Vaše zásilka je na rozvozu", text: "Dopravce ji chce doručit ještě dnes." },
    deliveryAttempted: {
      title: "Vaši zásilku se nepodařilo předat",
      text: "Nikdo nebyl na místě, aby ji převzal. Dopravce to většinou zkusí znovu příští pracovní den, nebo nechá oznámení, kde zásilka čeká.",
    },
    readyForPickup: {
      title: "Vaše zásilka je připravena k vyzvednutí",
      text: "Čeká na vás na výdejním místě. Vezměte si doklad totožnosti a tento e-mail; po několika dnech se zásilka vrátí k nám.",
    },
    heldByCustoms: {
      title: "Vaše zásilka je na celnici",
      text: "Celníci ji kontrolují, což může několik dní trvat. Pokud od vás budou něco potřebovat, ozve se dopravce.",
    },
    deliveryFailed: {
      title: "S vaší zásilkou je problém",
      text: "Dopravce hlásí problém s doručením. Zkontrolujte adresu na stránce objednávky, a pokud není správná, napište nám odtud.",
    },
    returnedToSender: {
      title: "Vaše zásilka se vrací k nám",
      text: "Dopravce ji nemohl doručit. Napište nám ze stránky objednávky a najdeme řešení: pošleme ji znovu, nebo vrátíme peníze.",
    },
    orderLateToShip: {
      title: "Vaše objednávka trvá déle, než jsme řekli",
      text: "Ještě od nás neodešla. Omlouváme se a ozveme se, jakmile ji odešleme.",
    },
    deliveryLate: {
      title: "Vaše zásilka se zpozdí",
      text: "Nestihne dorazit v den, který jsme uvedli. Omlouváme se za čekání a hlídáme ji.",
    },
    deliveryStillLate: {
      title: "Vaše zásilka se zpozdila víc, než jsme čekali",
      text: "Nedorazila tak, jak jsme předpokládali. Omlouváme se a hlídáme ji dál.",
    },
    deliveryBackOnTrack: {
      title: "Vaše zásilka je zase v pohybu",
      text: "Zdržela se, ale teď je opět na cestě.",
    },
    deliveryLost: {
      title: "Vaše zásilka se zřejmě ztratila",
      text: "Už příliš dlouho o ní nejsou žádné zprávy. Napište nám ze stránky objednávky a společně to napravíme.",
    },
    returnApproved: {
      title: "Vaše vrácení je schváleno",
      text: "Na stránce objednávky najdete, jak zboží přinést nebo poslat zpět.",
    },
    returnReceived: {
      title: "Vrácené zboží dorazilo",
      text: "Máme ho a teď se na něj podíváme. Až budeme hotovi, ozveme se.",
    },
    returnChanged: {
      title: "Vaše vrácení se změnilo",
      text: "To, co se vrací, už není stejné jako dřív. Takhle to je teď; zbytek si ponecháte.",
    },
    returnInspected: {
      title: "Vrácené zboží je zkontrolováno",
      text: "Prohlédli jsme, co jste poslali zpět. Až bude hotový další krok, ozveme se.",
    },
    exchangeShipped: {
      title: "Vaši výměnu připravujeme",
      text: "Balíme to, co jste si vybrali místo vráceného zboží. Ozveme se, až ho převezme dopravce.",
    },
    exchangeDue: {
      title: "Vaši zásilku brzy očekáváme",
      text: (day: string) =>
        `Výměnu jsme odeslali předem. Podejte prosím vrácené zboží nejpozději ${day}. Pokud je již na cestě, je vše v pořádku.`,
      invoice: "Pokud do té doby nedorazí, obdržíte fakturu za to, co jsme odeslali.",
    },
    replyPromised: { title: "Máme vaši zprávu", text: (time: string) => `Ozveme se nejpozději: ${time}.` },
  },
  buyerAsked: {
    text: "Vaše objednávka dorazila před nějakou dobou. Jak jste celkově spokojeni?",
    question: (shop: string) => `S jakou pravděpodobností doporučíte ${shop} přátelům?`,
    low: "Vůbec ne pravděpodobně",
    high: "Velmi pravděpodobně",
  },
} satisfies Words<typeof en>;
