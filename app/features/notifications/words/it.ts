import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("it");
const days = (count: number) =>
  plural(count, { one: "1 giorno", many: `${count} di giorni`, other: `${count} giorni` });

export const it = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Nuova data prevista: ${span}`,
  pickUpBy: (day: string) => `Da ritirare entro il ${day}`,
  stillToCome: "In arrivo più avanti",
  hello: (name: string) => `Ciao ${name},`,
  helloNobody: "Ciao,",
  order: (name: string) => `Ordine ${name}`,
  quantity: (count: number) => `Quantità: ${count}`,
  subtotal: "Subtotale",
  discount: "Sconto",
  shipping: "Spedizione",
  tax: "Imposte",
  taxIncluded: "Imposte (incluse)",
  total: "Totale",
  shipsTo: "Spedito a",
  shippingMethod: "Metodo di spedizione",
  expected: (span: string) => `Consegna prevista: ${span}`,
  items: "Il tuo ordine",
  track: "Segui il tuo ordine",
  seeOrder: "Vedi il tuo ordine",
  trackParcel: "Segui il pacco",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Questo negozio non accetta resi."
      : `Non va bene? Puoi renderlo entro ${days(count)} dalla consegna, direttamente dalla pagina dell’ordine. Gli articoli venduti senza diritto di reso sono esclusi.`,
  footer: (shop: string) => `Ricevi questa e-mail perché hai ordinato da ${shop}.`,
  footerReply:
    "Domande? Apri la pagina del tuo ordine e scrivici da lì: vediamo subito di quale ordine si tratta.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: abbiamo ricevuto il tuo ordine ${order}`,
    title: "Grazie, abbiamo ricevuto il tuo ordine",
    text: "Lo stiamo preparando e ti scriveremo appena parte.",
    nothingToShip: "In questo ordine non c’è nulla da spedire.",
    preview: (total: string) => `Tutto a posto. Totale: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: l’ordine ${order} è stato annullato`,
    title: "Il tuo ordine è stato annullato",
    money:
      "Quanto hai già pagato torna sullo stesso metodo di pagamento; le banche impiegano da 3 a 10 giorni per mostrarlo.",
    preview: "Non verrà spedito altro.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: l’ordine ${order} è in viaggio`,
    title: "Il tuo pacco è in viaggio",
    text: "Ora è con il corriere. Nella pagina qui sotto vedi sempre dove si trova.",
    preview: "Ora è con il corriere.",
    inside: "In questo pacco",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: l’ordine ${order} è arrivato`,
    title: "Il tuo pacco è arrivato",
    text: "Secondo il corriere è stato consegnato. Non lo trovi? Guarda prima davanti alla porta e chiedi ai vicini, poi scrivici dalla pagina dell’ordine.",
    preview: "Secondo il corriere è stato consegnato.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: abbiamo ricevuto la tua richiesta di reso ${rma}`,
    title: "Abbiamo ricevuto la tua richiesta di reso",
    text: "Ora la guarda una persona del nostro team. Ti scriviamo appena è decisa; fino ad allora tieni gli articoli.",
    preview: "Ora la guarda una persona del nostro team.",
    items: "Cosa vuoi rendere",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: la tua etichetta di reso ${rma}`,
    title: "La tua etichetta di reso è pronta",
    text: "Stampa l’etichetta, applicala sul pacco e consegnalo. È allegata in tre formati di carta: scegli quello adatto alla tua stampante.",
    preview: "Stampa, imballa, consegna.",
    steps: "Come rendere gli articoli",
    step: [
      "Imballa gli articoli con il tagliando che si trova sotto la linea di taglio.",
      "Copri o togli le vecchie etichette e applica quella nuova in alto.",
      "Consegna il pacco e conserva la ricevuta.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: sulla tua richiesta di reso ${rma}`,
    title: "Non possiamo accettare questo reso",
    text: "Ci dispiace: non è stato possibile accettare la richiesta.",
    reasons: {
      RETURN_PERIOD_ENDED: "Il periodo di reso per questi articoli è scaduto.",
      FINAL_SALE: "Questi articoli sono stati venduti senza diritto di reso.",
      OTHER: "Se hai domande, scrivici dalla pagina dell’ordine.",
    },
    preview: "Leggi il motivo.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: il reso ${rma} è stato annullato`,
    title: "Il tuo reso è stato annullato",
    text: "Non devi spedire nulla. Finché il periodo di reso è aperto, puoi avviarne uno nuovo dalla pagina dell’ordine.",
    preview: "Non devi spedire nulla.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: il rimborso per il reso ${rma}`,
    title: "Il tuo rimborso è in arrivo",
    text: (amount: string) =>
      `Abbiamo ricevuto il tuo reso e rimborsato ${amount} sullo stesso metodo di pagamento. Le banche impiegano da 3 a 10 giorni per mostrarlo.`,
    preview: (amount: string) => `Ti abbiamo rimborsato ${amount}.`,
    creditTitle: "Il tuo credito è disponibile",
    credit: (amount: string) =>
      `Abbiamo ricevuto il tuo reso e accreditato ${amount} sul tuo conto nel negozio. Lo troverai al prossimo acquisto.`,
    giftCard: (amount: string, code: string) =>
      `Abbiamo ricevuto il reso. Ecco una carta regalo del valore di ${amount}. Al momento del pagamento inserisci questo codice: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Il tuo ordine è stato modificato",
      text: "Ecco com’è adesso. Qualcosa non torna? Scrivici dalla pagina dell’ordine.",
    },
    paymentPending: {
      title: "Siamo in attesa del tuo pagamento",
      text: "Il tuo ordine parte appena arriva il pagamento. Hai già pagato? Allora non devi fare nulla: le banche possono impiegare qualche giorno.",
    },
    paymentFailed: {
      title: "Il tuo pagamento non è andato a buon fine",
      text: "Non siamo riusciti a incassare il pagamento, quindi l’ordine non parte ancora. Se lo vuoi ancora, scrivici dalla pagina dell’ordine.",
    },
    orderRefunded: {
      title: "Il tuo rimborso è in arrivo",
      text: (amount: string) =>
        `Ti rimborsiamo ${amount} sullo stesso metodo di pagamento. Le banche impiegano da 3 a 10 giorni per mostrarlo.`,
    },
    orderPartShipped: {
      title: "Una parte del tuo ordine è in viaggio",
      text: "Questa parte è già con il corriere. Il resto segue e ti scriveremo quando parte.",
    },
    outForDelivery: { title: "Il tuo pacco è in consegna", text: "Il corriere prevede di portarlo oggi." },
    deliveryAttempted: {
      title: "Il corriere non è riuscito a consegnare il pacco",
      text: "Non c’era nessuno a riceverlo. Di solito il corriere riprova il giorno lavorativo successivo o lascia un avviso che dice dove si trova.",
    },
    readyForPickup: {
      title: "Il tuo pacco è pronto per il ritiro",
      text: "Ti aspetta al punto di ritiro. Porta un documento d’identità e questa e-mail; dopo qualche giorno torna da noi.",
    },
    heldByCustoms: {
      title: "Il tuo pacco è in dogana",
      text: "La dogana lo sta controllando e può volerci qualche giorno. Se serve qualcosa da parte tua, ti contatterà il corriere.",
    },
    deliveryFailed: {
      title: "C’è un problema con il tuo pacco",
      text: "Il corriere segnala un problema con la consegna. Controlla l’indirizzo nella pagina dell’ordine e, se non è corretto, scrivici da lì.",
    },
    returnedToSender: {
      title: "Il tuo pacco sta tornando da noi",
      text: "Il corriere non è riuscito a consegnarlo. Scrivici dalla pagina dell’ordine e troviamo una soluzione: un nuovo invio o il rimborso.",
    },
    orderLateToShip: {
      title: "Il tuo ordine richiede più tempo del previsto",
      text: "Non è ancora partito. Ci dispiace: ti scriveremo appena parte.",
    },
    deliveryLate: {
      title: "Il tuo pacco arriverà in ritardo",
      text: "Non arriverà nel giorno che avevamo indicato. Ci scusiamo per l’attesa e lo teniamo d’occhio.",
    },
    deliveryStillLate: {
      title: "Il tuo pacco è più in ritardo del previsto",
      text: "Non è arrivato come ci aspettavamo. Ci dispiace e continuiamo a seguirlo.",
    },
    deliveryBackOnTrack: {
      title: "Il tuo pacco è di nuovo in viaggio",
      text: "Era rimasto fermo, ora ha ripreso la strada.",
    },
    deliveryLost: {
      title: "Il tuo pacco sembra smarrito",
      text: "Non se ne hanno notizie da troppo tempo. Scrivici dalla pagina dell’ordine e troviamo insieme una soluzione.",
    },
    returnApproved: {
      title: "Il tuo reso è approvato",
      text: "Nella pagina dell’ordine trovi come portare o spedire gli articoli.",
    },
    returnReceived: {
      title: "Il tuo reso è arrivato",
      text: "Ce l’abbiamo e ora lo controlliamo. Ti scriviamo appena abbiamo finito.",
    },
    returnChanged: {
      title: "Il tuo reso è cambiato",
      text: "Quello che torna indietro non è più lo stesso di prima. Ecco com’è adesso; il resto rimane a te.",
    },
    returnInspected: {
      title: "Abbiamo controllato il tuo reso",
      text: "Abbiamo esaminato quello che hai rispedito. Ti scriviamo quando il prossimo passo è concluso.",
    },
    exchangeShipped: {
      title: "Il tuo cambio è in preparazione",
      text: "Stiamo imballando quello che hai scelto in cambio. Ti riscriviamo quando è con il corriere.",
    },
    exchangeDue: {
      title: "A breve aspettiamo il tuo pacco",
      text: (day: string) =>
        `Abbiamo spedito il cambio in anticipo. Ultimo giorno per consegnare il reso: ${day}. Se è già in viaggio, va tutto bene.`,
      invoice: "Se non arriva entro quella data, riceverai una fattura per ciò che abbiamo spedito.",
    },
    replyPromised: {
      title: "Abbiamo ricevuto il tuo messaggio",
      text: (time: string) => `Avrai una nostra risposta entro: ${time}.`,
    },
  },
  buyerAsked: {
    text: "Il tuo ordine è arrivato da qualche tempo. Nel complesso, com’è andata?",
    question: (shop: string) => `Quanto è probabile che consigli ${shop} a un amico?`,
    low: "Per niente probabile",
    high: "Estremamente probabile",
  },
} satisfies Words<typeof en>;
