import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("ro");
const days = (count: number) => `${count} ${plural(count, { one: "zi", few: "zile", other: "de zile" })}`;

export const ro = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Livrare estimată acum: ${span}`,
  pickUpBy: (day: string) => `Ridicați până la ${day}`,
  stillToCome: "Urmează să sosească",
  hello: (name: string) => `Bună ziua, ${name},`,
  helloNobody: "Bună ziua,",
  order: (name: string) => `Comanda ${name}`,
  quantity: (count: number) => `Cantitate: ${count}`,
  subtotal: "Subtotal",
  discount: "Reducere",
  shipping: "Livrare",
  tax: "Taxe",
  taxIncluded: "Taxe (incluse)",
  total: "Total",
  shipsTo: "Se livrează la",
  shippingMethod: "Metoda de livrare",
  expected: (span: string) => `Livrare estimată: ${span}`,
  items: "Ce ați comandat",
  track: "Urmăriți comanda",
  seeOrder: "Vedeți comanda",
  trackParcel: "Urmăriți coletul",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Acest magazin nu acceptă retururi."
      : `Nu vi se potrivește? Puteți returna produsele în termen de ${days(count)} de la livrare, direct din pagina comenzii. Produsele vândute fără drept de retur fac excepție.`,
  footer: (shop: string) => `Primiți acest e-mail pentru că ați comandat de la ${shop}.`,
  footerReply: "Aveți întrebări? Scrieți-ne din pagina comenzii: o vedem imediat.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: am primit comanda dvs. ${order}`,
    title: "Vă mulțumim, am primit comanda",
    text: "O pregătim și vă scriem imediat ce pornește la drum.",
    nothingToShip: "Pentru această comandă nu este nimic de expediat.",
    preview: (total: string) => `Totul este în ordine. Total: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: comanda ${order} a fost anulată`,
    title: "Comanda a fost anulată",
    money: "Suma deja plătită se întoarce prin aceeași metodă de plată; la bănci durează între 3 și 10 zile.",
    preview: "Nu se mai expediază nimic.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: comanda ${order} este pe drum`,
    title: "Coletul este pe drum",
    text: "A fost preluat de curier. Pagina de mai jos arată mereu unde se află.",
    preview: "A fost preluat de curier.",
    inside: "În acest colet",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: comanda ${order} a ajuns`,
    title: "Coletul a ajuns",
    text: "Curierul îl indică drept livrat. Nu îl găsiți? Verificați mai întâi la ușă și la vecini, apoi scrieți-ne din pagina comenzii.",
    preview: "Curierul îl indică drept livrat.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: am primit cererea de retur ${rma}`,
    title: "Am primit cererea de retur",
    text: "Un coleg o verifică. Vă scriem imediat ce luăm o decizie; vă rugăm să păstrați produsele până atunci.",
    preview: "Un coleg o verifică.",
    items: "Ce doriți să returnați",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: eticheta de retur ${rma}`,
    title: "Eticheta de retur este gata",
    text: "Tipăriți eticheta, lipiți-o pe colet și predați-l. Este atașată în trei formate de hârtie; alegeți-l pe cel potrivit imprimantei.",
    preview: "Tipăriți, ambalați, predați.",
    steps: "Cum trimiteți returul",
    step: [
      "Ambalați produsele împreună cu bonul de sub linia de tăiere.",
      "Acoperiți sau îndepărtați etichetele vechi și lipiți-o pe cea nouă deasupra.",
      "Predați coletul și păstrați dovada.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: despre cererea de retur ${rma}`,
    title: "Nu putem accepta acest retur",
    text: "Ne pare rău: această cerere nu a putut fi acceptată.",
    reasons: {
      RETURN_PERIOD_ENDED: "Termenul de retur pentru aceste produse a expirat.",
      FINAL_SALE: "Aceste produse au fost vândute fără drept de retur.",
      OTHER: "Dacă aveți întrebări, scrieți-ne din pagina comenzii.",
    },
    preview: "Aflați de ce.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: returul ${rma} a fost anulat`,
    title: "Returul a fost anulat",
    text: "Nu trebuie să trimiteți nimic. Cât timp termenul de retur nu a expirat, puteți începe un retur nou din pagina comenzii.",
    preview: "Nu trebuie să trimiteți nimic.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: rambursarea pentru returul ${rma}`,
    title: "Rambursarea este pe drum",
    text: (amount: string) =>
      `Am primit returul și am rambursat ${amount} prin metoda de plată folosită. La bănci durează între 3 și 10 zile.`,
    preview: (amount: string) => `Suma de ${amount} se întoarce la dvs.`,
    creditTitle: "Creditul este disponibil",
    credit: (amount: string) =>
      `Am primit returul și am adăugat în contul dvs. un credit de ${amount}. Îl puteți folosi la următoarea comandă.`,
    giftCard: (amount: string, code: string) =>
      `Am primit returul. Iată un card cadou în valoare de ${amount}. La finalizarea comenzii introduceți acest cod: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Comanda a fost modificată",
      text: "Așa arată acum. Ceva nu este cum am convenit? Scrieți-ne din pagina comenzii.",
    },
    paymentPending: {
      title: "Așteptăm plata",
      text: "Comanda pleacă imediat ce primim plata. Ați plătit deja? Atunci nu mai aveți nimic de făcut; la bănci poate dura câteva zile.",
    },
    paymentFailed: {
      title: "Plata nu a reușit",
      text: "Nu am putut încasa plata, așa că deocamdată comanda nu pleacă. Dacă o doriți în continuare, scrieți-ne din pagina comenzii.",
    },
    orderRefunded: {
      title: "Rambursarea este pe drum",
      text: (amount: string) =>
        `Suma de ${amount} se întoarce prin aceeași metodă de plată. La bănci durează între 3 și 10 zile.`,
    },
    orderPartShipped: {
      title: "O parte din comandă este pe drum",
      text: "Această parte este deja la curier. Restul urmează, iar noi vă scriem când pleacă.",
    },
    outForDelivery: {
      title: "Coletul este în curs de livrare",
      text: "Curierul intenționează să îl aducă astăzi.",
    },
    deliveryAttempted: {
      title: "Coletul nu a putut fi predat",
      text: "Nu era nimeni care să îl preia. De obicei, curierul revine în următoarea zi lucrătoare sau lasă un aviz care spune unde vă așteaptă.",
    },
    readyForPickup: {
      title: "Coletul poate fi ridicat",
      text: "Vă așteaptă la punctul de ridicare. Luați cu dvs. un act de identitate și acest e-mail; după câteva zile, coletul se întoarce la noi.",
    },
    heldByCustoms: {
      title: "Coletul este la vamă",
      text: "Este verificat la vamă, ceea ce poate dura câteva zile. Dacă este nevoie de ceva de la dvs., vă contactează curierul.",
    },
    deliveryFailed: {
      title: "Este o problemă cu coletul",
      text: "Curierul semnalează o problemă la livrare. Verificați adresa în pagina comenzii și scrieți-ne de acolo dacă nu este corectă.",
    },
    returnedToSender: {
      title: "Coletul se întoarce la noi",
      text: "Curierul nu l-a putut livra. Scrieți-ne din pagina comenzii și găsim o soluție: îl trimitem din nou sau vă dăm banii înapoi.",
    },
    orderLateToShip: {
      title: "Comanda durează mai mult decât am spus",
      text: "Încă nu a plecat de la noi. Ne pare rău; vă scriem imediat ce pleacă.",
    },
    deliveryLate: {
      title: "Coletul va întârzia",
      text: "Nu va ajunge în ziua anunțată. Ne pare rău pentru așteptare și îl urmărim în continuare.",
    },
    deliveryStillLate: {
      title: "Coletul întârzie mai mult decât credeam",
      text: "Nu a sosit așa cum ne așteptam. Ne pare rău și ne ocupăm în continuare.",
    },
    deliveryBackOnTrack: {
      title: "Coletul și-a reluat drumul",
      text: "A fost reținut o vreme, iar acum este din nou pe drum.",
    },
    deliveryLost: {
      title: "Se pare că s-a pierdut coletul",
      text: "Nu mai avem de prea mult timp nicio veste despre el. Scrieți-ne din pagina comenzii și rezolvăm împreună.",
    },
    returnApproved: {
      title: "Returul a fost aprobat",
      text: "În pagina comenzii scrie cum aduceți sau trimiteți produsele înapoi.",
    },
    returnReceived: {
      title: "Returul a ajuns",
      text: "Este la noi și urmează să îl verificăm. Vă scriem când am terminat.",
    },
    returnChanged: {
      title: "Returul s-a schimbat",
      text: "Ce returnați nu mai este la fel ca înainte. Iată situația de acum; restul rămâne la dvs.",
    },
    returnInspected: {
      title: "Returul a fost verificat",
      text: "Ne-am uitat la ce ați trimis. Vă scriem după pasul următor.",
    },
    exchangeShipped: {
      title: "Pregătim produsul de schimb",
      text: "Ce ați ales în schimb este la ambalat. Vă scriem când coletul ajunge la curier.",
    },
    exchangeDue: {
      title: "Coletul este așteptat în curând",
      text: (day: string) =>
        `Am trimis schimbul în avans. Predați returul până la ${day}. Dacă este deja pe drum, totul este în regulă.`,
      invoice: "Dacă nu ajunge până atunci, veți primi o factură pentru ceea ce am trimis.",
    },
    replyPromised: {
      title: "Am primit mesajul",
      text: (time: string) => `Vă răspundem cel târziu la: ${time}`,
    },
  },
  buyerAsked: {
    text: "Comanda dumneavoastră a sosit de ceva timp. Cum a fost, per total?",
    question: (shop: string) => `Cât de probabil este să recomandați ${shop} unui prieten?`,
    low: "Deloc probabil",
    high: "Foarte probabil",
  },
} satisfies Words<typeof en>;
