export const it = {
  open: "Segui questo pacco",
  ofOrder: (order: string) => `Parte dell’ordine ${order}`,
  back: (order: string) => `Tutto sull’ordine ${order}`,
  updated: (ago: string) => `Aggiornato ${ago}`,
  silent: (day: string) =>
    `Ultima notizia: ${day}. Capita tra una tappa e l’altra. Continuiamo a seguirlo; se hai dubbi, scrivici.`,
  localTimes: "Gli orari sono quelli dell’indirizzo di consegna.",
  noScans: "Il corriere non lo ha ancora scansionato. La prima scansione può richiedere un giorno.",
  next: "Possiamo aiutarti?",
  missing: "Non è arrivato",
  wrong: "Qualcosa è sbagliato o danneggiato",
  pickUpAt: "Dove ritirarlo",
  label: { heldByCustoms: "In dogana", lost: "Smarrito" },
  state: {
    preparing: { title: "Stiamo preparando il tuo pacco", text: "Riceverai un’e-mail appena parte." },
    shipped: {
      title: "Il tuo pacco è partito",
      text: "La prima scansione del corriere può richiedere un giorno.",
    },
    inTransit: { title: "Il tuo pacco è in viaggio", text: "" },
    heldByCustoms: {
      title: "La dogana sta controllando il tuo pacco",
      text: "Spesso servono alcuni giorni. Se ci sono dazi da pagare, il corriere ti contatterà.",
    },
    readyForPickup: {
      title: "Il tuo pacco è pronto per il ritiro",
      text: "Porta con te un documento. Di solito un pacco resta in giacenza circa una settimana.",
    },
    delivered: { title: "Il tuo pacco è stato consegnato", text: "" },
    returned: {
      title: "Il tuo pacco sta tornando da noi",
      text: "Il corriere non è riuscito a consegnarlo. Scrivici: lo rispediamo o ti rimborsiamo.",
    },
    lost: { title: "Il corriere non trova il tuo pacco", text: "Ci dispiace. Scrivici e sistemiamo tutto." },
    failed: {
      title: "Il corriere ha un problema con il tuo pacco",
      text: "Scrivici e scopriremo che cosa è successo.",
    },
  },
  notArrived: {
    title: "Consegnato, ma non c’è?",
    lead: (time: string) => `Secondo il corriere è stato consegnato: ${time}.`,
    first: "La maggior parte dei pacchi si trova in uno di questi posti. Hai guardato lì?",
    places: [
      "Dai vicini e da chi vive con te",
      "Nella cassetta della posta, alla porta, in garage o in un altro posto sicuro",
      "In portineria o nel punto di ritiro vicino",
    ],
    tooSoon: (time: string) =>
      `Alcuni corrieri segnalano la consegna fino a un giorno prima. Se non è ancora arrivato, diccelo qui dopo questo momento: ${time}`,
    looked: "Ho guardato in tutti questi posti",
    lookedMissing: "Guarda prima lì, poi spunta la casella",
    note: "Qualcosa che può aiutarci a trovarlo (facoltativo)",
    submit: "Avvisa il negozio",
    prove: "Dobbiamo essere sicuri che l’ordine sia tuo. Aprilo con il codice che ti inviamo, poi torna qui.",
    over: "Questo pacco non risulta consegnato. Guarda dov’è:",
    message: (parcel: string, time: string) =>
      `Il mio pacco ${parcel} non è arrivato. Risulta consegnato: ${time}. Ho chiesto ai vicini e guardato in tutti i posti sicuri e nel punto di ritiro.`,
  },
};
