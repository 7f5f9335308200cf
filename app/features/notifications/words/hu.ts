import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const hu = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Új várható érkezés: ${span}`,
  pickUpBy: (day: string) => `Átvehető eddig: ${day}`,
  stillToCome: "Később érkezik",
  hello: (name: string) => `Kedves ${name}!`,
  helloNobody: "Kedves Vásárlónk!",
  order: (name: string) => `Rendelés: ${name}`,
  quantity: (count: number) => `Mennyiség: ${count}`,
  subtotal: "Részösszeg",
  discount: "Kedvezmény",
  shipping: "Szállítás",
  tax: "Adó",
  taxIncluded: "Adó (az ár tartalmazza)",
  total: "Végösszeg",
  shipsTo: "Szállítási cím",
  shippingMethod: "Szállítási mód",
  expected: (span: string) => `Várható érkezés: ${span}`,
  items: "A rendelés tartalma",
  track: "Rendelés követése",
  seeOrder: "Rendelés megtekintése",
  trackParcel: "Csomag követése",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Ez az üzlet nem fogad visszaküldést."
      : `Nem megfelelő? A kézbesítéstől számított ${count} napon belül visszaküldheti, közvetlenül a rendelés oldaláról. A visszaküldési lehetőség nélkül értékesített termékekre ez nem vonatkozik.`,
  footer: (shop: string) => `Azért kapta ezt az e-mailt, mert rendelt itt: ${shop}.`,
  footerReply: "Kérdése van? Írjon nekünk a rendelése oldalán: ott azonnal látjuk, miről van szó.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: megkaptuk a rendelését (${order})`,
    title: "Köszönjük, megkaptuk a rendelését",
    text: "Összekészítjük, és írunk, amint úton van.",
    nothingToShip: "Ehhez a rendeléshez nem tartozik küldemény.",
    preview: (total: string) => `Minden rendben. Végösszeg: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: a rendelést töröltük (${order})`,
    title: "A rendelését töröltük",
    money:
      "A már kifizetett összeget ugyanarra a fizetési módra térítjük vissza; a bankoknál ez 3–10 napot vesz igénybe.",
    preview: "Nem küldünk több csomagot.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: a rendelése úton van (${order})`,
    title: "A csomagja úton van",
    text: "Átadtuk a futárszolgálatnak. Az alábbi oldalon mindig láthatja, hol jár.",
    preview: "Átadtuk a futárszolgálatnak.",
    inside: "A csomag tartalma",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: a rendelése megérkezett (${order})`,
    title: "A csomagja megérkezett",
    text: "A futárszolgálat szerint kézbesítették. Nem találja? Nézzen körül az ajtónál és a szomszédoknál, majd írjon nekünk a rendelés oldaláról.",
    preview: "A futárszolgálat szerint kézbesítették.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: megkaptuk a visszaküldési kérelmét (${rma})`,
    title: "Megkaptuk a visszaküldési kérelmét",
    text: "Munkatársunk átnézi, és írunk, amint döntöttünk. Kérjük, addig tartsa meg a termékeket.",
    preview: "Munkatársunk hamarosan átnézi.",
    items: "Amit vissza szeretne küldeni",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: visszaküldési címke (${rma})`,
    title: "Elkészült a visszaküldési címkéje",
    text: "Nyomtassa ki a címkét, ragassza a csomagra, és adja fel. Három papírméretben csatoltuk; válassza a nyomtatójához illőt.",
    preview: "Nyomtatás, csomagolás, feladás.",
    steps: "Így küldje vissza",
    step: [
      "Csomagolja be a termékeket, és tegye melléjük a vágóvonal alatti lapot.",
      "A régi címkéket takarja le vagy távolítsa el, az újat ragassza felülre.",
      "Adja fel a csomagot, és őrizze meg a feladási igazolást.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: a visszaküldési kérelméről (${rma})`,
    title: "Ezt a visszaküldést nem tudjuk elfogadni",
    text: "Sajnáljuk, a kérelmet nem tudtuk elfogadni.",
    reasons: {
      RETURN_PERIOD_ENDED: "A termékek visszaküldési határideje lejárt.",
      FINAL_SALE: "Ezeket a termékeket visszaküldési lehetőség nélkül értékesítettük.",
      OTHER: "Ha kérdése van, írjon nekünk a rendelés oldaláról.",
    },
    preview: "Kérjük, olvassa el az indoklást.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: a visszaküldést töröltük (${rma})`,
    title: "A visszaküldést töröltük",
    text: "Semmit sem kell elküldenie. Amíg a határidő tart, a rendelés oldaláról új visszaküldést indíthat.",
    preview: "Semmit sem kell elküldenie.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: visszatérítés (${rma})`,
    title: "Úton van a visszatérítése",
    text: (amount: string) =>
      `A visszaküldött termékek megérkeztek, és visszatérítettük ezt az összeget a fizetési módjára: ${amount}. A bankoknál ez 3–10 napot vesz igénybe.`,
    preview: (amount: string) => `Úton van Önhöz: ${amount}.`,
    creditTitle: "Jóváírtuk az egyenlegét",
    credit: (amount: string) =>
      `A visszaküldött termékek megérkeztek, és jóváírtuk a vásárlói egyenlegén ezt az összeget: ${amount}. A következő vásárlásakor felhasználhatja.`,
    giftCard: (amount: string, code: string) =>
      `A visszaküldött termékek megérkeztek. Ajándékkártyájának értéke: ${amount}. Fizetéskor adja meg ezt a kódot: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Módosult a rendelése",
      text: "Most így néz ki. Valami nem a megbeszéltek szerint van? Írjon nekünk a rendelés oldaláról.",
    },
    paymentPending: {
      title: "Várjuk a fizetését",
      text: "A rendelést azonnal indítjuk, amint a fizetés beérkezik. Már fizetett? Akkor nincs teendője; a bankoknál ez néhány napig is eltarthat.",
    },
    paymentFailed: {
      title: "A fizetés nem sikerült",
      text: "Nem tudtuk beszedni az összeget, ezért a rendelés még nem indul el. Ha továbbra is szeretné, írjon nekünk a rendelés oldaláról.",
    },
    orderRefunded: {
      title: "Úton van a visszatérítése",
      text: (amount: string) =>
        `Ugyanarra a fizetési módra térítjük vissza ezt az összeget: ${amount}. A bankoknál ez 3–10 napot vesz igénybe.`,
    },
    orderPartShipped: {
      title: "A rendelése egy része úton van",
      text: "Ezt a részt már átadtuk a futárszolgálatnak. A többi később következik; írunk, amikor elindul.",
    },
    outForDelivery: {
      title: "A csomagját ma kézbesítik",
      text: "A futárszolgálat a tervek szerint ma kiviszi.",
    },
    deliveryAttempted: {
      title: "A csomagját nem tudták átadni",
      text: "Senki sem volt ott, aki átvegye. A legtöbb futárszolgálat a következő munkanapon újra próbálkozik, vagy értesítőt hagy arról, hol várja a csomag.",
    },
    readyForPickup: {
      title: "A csomagja átvehető",
      text: "Az átvételi ponton várja Önt. Vigye magával a személyi igazolványát és ezt az e-mailt; néhány nap után a csomag visszakerül hozzánk.",
    },
    heldByCustoms: {
      title: "A csomagja a vámnál van",
      text: "A vámhatóság ellenőrzi, ami néhány napig tarthat. Ha Öntől kell valami, a futárszolgálat jelentkezik.",
    },
    deliveryFailed: {
      title: "Gond van a csomagjával",
      text: "A futárszolgálat kézbesítési problémát jelzett. Ellenőrizze a címet a rendelés oldalán, és írjon nekünk onnan, ha nem helyes.",
    },
    returnedToSender: {
      title: "A csomagja visszafelé tart hozzánk",
      text: "A futárszolgálat nem tudta kézbesíteni. Írjon nekünk a rendelés oldaláról, és megoldjuk: újraküldjük vagy visszatérítjük.",
    },
    orderLateToShip: {
      title: "A rendelése a jelzettnél tovább tart",
      text: "Még nem indult el tőlünk. Elnézését kérjük; írunk, amint elindul.",
    },
    deliveryLate: {
      title: "A csomagja késni fog",
      text: "Nem ér oda a megadott napra. Elnézést kérünk a várakozásért; figyelemmel kísérjük.",
    },
    deliveryStillLate: {
      title: "A csomagja a vártnál is többet késik",
      text: "Nem érkezett meg, ahogy számítottuk. Elnézést kérünk; tovább követjük.",
    },
    deliveryBackOnTrack: {
      title: "A csomagja ismét úton van",
      text: "Fennakadt, de már folytatja az útját.",
    },
    deliveryLost: {
      title: "A csomagja valószínűleg elveszett",
      text: "Túl régóta nincs róla hír. Írjon nekünk a rendelés oldaláról, és rendezzük Önnel.",
    },
    returnApproved: {
      title: "Jóváhagytuk a visszaküldést",
      text: "A rendelés oldalán olvashatja, hogyan hozza vagy küldje vissza a termékeket.",
    },
    returnReceived: {
      title: "A visszaküldött csomag megérkezett",
      text: "Nálunk van, és hamarosan átnézzük. Írunk, amikor elkészültünk.",
    },
    returnChanged: {
      title: "A visszaküldés megváltozott",
      text: "Már nem pontosan ugyanazt küldi vissza, mint korábban. Alább a mostani állapot látható; a többi Önnél marad.",
    },
    returnInspected: {
      title: "Átnéztük a visszaküldött termékeket",
      text: "Ellenőriztük, amit visszaküldött. Írunk a következő lépés után.",
    },
    exchangeShipped: {
      title: "Küldjük a cseretermékét",
      text: "A helyette választott terméket most csomagoljuk. Írunk, amikor átadtuk a futárszolgálatnak.",
    },
    exchangeDue: {
      title: "Hamarosan várjuk a csomagját",
      text: (day: string) =>
        `A cseretermékét előre elküldtük. Kérjük, legkésőbb eddig adja fel, amit visszaküld: ${day} Ha már úton van, minden rendben.`,
      invoice: "Ha addig nem érkezik meg, számlát küldünk a cseretermékről.",
    },
    replyPromised: {
      title: "Megkaptuk az üzenetét",
      text: (time: string) => `Legkésőbb ekkor válaszolunk: ${time}`,
    },
  },
  buyerAsked: {
    text: "Rendelése egy ideje megérkezett. Összességében milyen volt?",
    question: (shop: string) => `Mennyire valószínű, hogy ismerőseinek ajánlja ezt a boltot: ${shop}?`,
    low: "Egyáltalán nem valószínű",
    high: "Nagyon valószínű",
  },
} satisfies Words<typeof en>;
