import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const it = {
  open: "Segui questo pacco",
  ofOrder: (order: string) => `Parte dell’ordine ${order}`,
  back: (order: string) => `Tutto sull’ordine ${order}`,
  updated: (ago: string) => `Aggiornato ${ago}`,
  silent: (day: string) =>
    `Ultima novità: ${day}. Tra una tappa e l’altra può capitare un po’ di silenzio. Lo teniamo d’occhio; se hai dubbi, scrivici.`,
  localTimes: "Gli orari sono quelli del luogo di consegna.",
  noScans: "Il corriere non l’ha ancora scansionato. Per la prima scansione può volerci un giorno.",
  next: "Possiamo aiutarti?",
  missing: "Non è arrivato",
  wrong: "Qualcosa è sbagliato o danneggiato",
  pickUpAt: "Dove ritirarlo",
  label: { heldByCustoms: "In dogana", lost: "Smarrito" },
  state: {
    preparing: { title: "Stiamo preparando il tuo pacco", text: "Riceverai un’e-mail appena parte." },
    shipped: {
      title: "Il tuo pacco è partito",
      text: "Per la prima scansione del corriere può volerci un giorno.",
    },
    inTransit: { title: "Il tuo pacco è in viaggio", text: "" },
    heldByCustoms: {
      title: "La dogana sta controllando il tuo pacco",
      text: "Spesso servono alcuni giorni. Se ci sono dazi da pagare, te li chiederà il corriere.",
    },
    readyForPickup: {
      title: "Il tuo pacco è pronto per il ritiro",
      text: "Porta con te un documento d’identità. Di solito un pacco viene conservato per circa una settimana.",
    },
    delivered: { title: "Il tuo pacco è stato consegnato", text: "" },
    returned: {
      title: "Il tuo pacco sta tornando da noi",
      text: "Il corriere non è riuscito a consegnarlo. Scrivici: lo rispediamo oppure ti rimborsiamo.",
    },
    lost: {
      title: "Il corriere non trova il tuo pacco",
      text: "Ci dispiace. Scrivici e sistemiamo tutto.",
    },
    failed: {
      title: "Il corriere ha un problema con il tuo pacco",
      text: "Scrivici e scopriamo che cosa è successo.",
    },
  },
  notArrived: {
    title: "Consegnato, ma non c’è?",
    lead: (time: string) => `Consegnato, secondo il corriere: ${time}.`,
    first: "La maggior parte dei pacchi salta fuori in uno di questi posti. Hai guardato lì?",
    places: [
      "Dai vicini e da chi vive con te",
      "Nella cassetta della posta, davanti alla porta, in garage o in un altro posto sicuro",
      "In portineria o nel punto di ritiro vicino",
    ],
    tooSoon: (time: string) =>
      `Alcuni corrieri segnalano un pacco fino a un giorno prima che arrivi. Aspetta fino a questa data e ora e, se ancora non c’è, faccelo sapere qui: ${time}.`,
    looked: "Ho guardato in tutti questi posti",
    lookedMissing: "Guarda prima in questi posti, poi spunta la casella",
    note: "Qualcosa che ci aiuti a trovarlo (facoltativo)",
    submit: "Avvisa il negozio",
    prove: "Dobbiamo essere certi che l’ordine sia tuo. Aprilo con il codice che ti inviamo, poi torna qui.",
    over: "Questo pacco non risulta consegnato. Guarda dov’è:",
    message: (parcel: string, time: string) =>
      `Il mio pacco ${parcel} non è arrivato. Risulta consegnato: ${time}. Ho chiesto ai vicini e ho guardato in tutti i posti sicuri e nel punto di ritiro.`,
  },
} satisfies Words<typeof en>;
