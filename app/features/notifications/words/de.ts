import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const days = (count: number) => (count === 1 ? "1 Tag" : `${count} Tagen`);

export const de = {
  about: (shop, title, order) => `${shop}: ${title} (${order})`,
  nowExpected: (span) => `Jetzt erwartet: ${span}`,
  pickUpBy: (day: string) => `Abzuholen bis ${day}`,
  stillToCome: "Kommt noch",
  hello: (name) => `Hallo ${name},`,
  helloNobody: "Hallo,",
  order: (name) => `Bestellung ${name}`,
  quantity: (count) => `Menge: ${count}`,
  subtotal: "Zwischensumme",
  discount: "Rabatt",
  shipping: "Versand",
  tax: "Steuer",
  taxIncluded: "Enthaltene Steuer",
  total: "Gesamt",
  shipsTo: "Geht an",
  shippingMethod: "Versandart",
  expected: (span) => `Voraussichtlich ${span}`,
  items: "Ihre Bestellung",
  track: "Bestellung verfolgen",
  seeOrder: "Bestellung ansehen",
  trackParcel: "Paket verfolgen",
  trackingNumber: (carrier, number) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count) =>
    count === 0
      ? "Dieser Shop nimmt keine Rücksendungen an."
      : `Passt nicht? Innerhalb von ${days(count)} nach der Zustellung können Sie es direkt über die Bestellseite zurücksenden. Ausgenommen sind vom Umtausch ausgeschlossene Artikel.`,
  footer: (shop) => `Sie erhalten diese E-Mail, weil Sie bei ${shop} bestellt haben.`,
  footerReply: "Fragen? Schreiben Sie uns auf Ihrer Bestellseite: Dort sehen wir Ihre Bestellung sofort.",
  orderConfirmed: {
    subject: (order, shop) => `${shop}: wir haben Ihre Bestellung ${order}`,
    title: "Danke, Ihre Bestellung ist bei uns",
    text: "Wir machen sie fertig und melden uns, sobald sie unterwegs ist.",
    nothingToShip: "Für diese Bestellung wird nichts verschickt.",
    preview: (total) => `Alles in Ordnung. Gesamt: ${total}.`,
  },
  orderCancelled: {
    subject: (order, shop) => `${shop}: Bestellung ${order} ist storniert`,
    title: "Ihre Bestellung ist storniert",
    money: "Schon Bezahltes geht auf demselben Weg zurück; Banken brauchen dafür 3 bis 10 Tage.",
    preview: "Es wird nichts mehr verschickt.",
  },
  orderShipped: {
    subject: (order, shop) => `${shop}: Bestellung ${order} ist unterwegs`,
    title: "Ihr Paket ist unterwegs",
    text: "Der Paketdienst hat es übernommen. Die Seite unten zeigt immer, wo es ist.",
    preview: "Der Paketdienst hat es übernommen.",
    inside: "In diesem Paket",
  },
  orderDelivered: {
    subject: (order, shop) => `${shop}: Bestellung ${order} ist angekommen`,
    title: "Ihr Paket ist angekommen",
    text: "Laut Paketdienst wurde es zugestellt. Nichts da? Fragen Sie zuerst bei Nachbarn nach und schreiben Sie uns dann auf der Bestellseite.",
    preview: "Laut Paketdienst wurde es zugestellt.",
  },
  returnRequested: {
    subject: (rma, shop) => `${shop}: Ihre Rücksendeanfrage ${rma}`,
    title: "Ihre Rücksendeanfrage ist bei uns",
    text: "Als Nächstes sieht ein Mensch sie sich an. Sie hören von uns, sobald entschieden ist; bitte behalten Sie die Artikel bis dahin.",
    preview: "Als Nächstes sieht ein Mensch sie sich an.",
    items: "Das möchten Sie zurücksenden",
  },
  returnLabelled: {
    subject: (rma, shop) => `${shop}: Ihr Rücksendeetikett ${rma}`,
    title: "Ihr Rücksendeetikett ist fertig",
    text: "Etikett drucken, aufs Paket kleben, abgeben. Es hängt in drei Papiergrößen an; nehmen Sie die Ihres Druckers.",
    preview: "Drucken, packen, abgeben.",
    steps: "So geht die Rücksendung",
    step: [
      "Artikel einpacken, mit dem Zettel unter der Schnittlinie.",
      "Alte Etiketten abdecken oder entfernen, das neue oben aufkleben.",
      "Paket abgeben und den Beleg aufheben.",
    ],
  },
  returnDeclined: {
    subject: (rma, shop) => `${shop}: zu Ihrer Rücksendeanfrage ${rma}`,
    title: "Diese Rücksendung ist leider nicht möglich",
    text: "Es tut uns leid: Diese Anfrage konnten wir nicht annehmen.",
    reasons: {
      RETURN_PERIOD_ENDED: "Die Rückgabefrist für diese Artikel ist vorbei.",
      FINAL_SALE: "Diese Artikel waren vom Umtausch ausgeschlossen.",
      OTHER: "Schreiben Sie uns bei Fragen bitte auf der Bestellseite.",
    },
    preview: "Bitte lesen Sie, warum.",
  },
  returnCancelled: {
    subject: (rma, shop) => `${shop}: Rücksendung ${rma} ist storniert`,
    title: "Ihre Rücksendung ist storniert",
    text: "Sie müssen nichts schicken. Solange die Frist läuft, können Sie auf der Bestellseite eine neue Rücksendung beginnen.",
    preview: "Sie müssen nichts schicken.",
  },
  returnRefunded: {
    subject: (rma, shop) => `${shop}: Ihre Erstattung zur Rücksendung ${rma}`,
    title: "Ihre Erstattung ist unterwegs",
    text: (amount) =>
      `Ihre Rücksendung ist da, und wir haben ${amount} auf Ihrem Zahlungsweg erstattet. Banken brauchen dafür 3 bis 10 Tage.`,
    preview: (amount) => `${amount} sind auf dem Weg zu Ihnen.`,
    creditTitle: "Ihr Guthaben ist da",
    credit: (amount) =>
      `Ihre Rücksendung ist da, und wir haben Ihrem Konto ${amount} gutgeschrieben. Das Guthaben steht bei Ihrem nächsten Kauf bereit.`,
    giftCard: (amount, code) =>
      `Die Rücksendung ist da. Hier ist ein Gutschein über ${amount}. Geben Sie an der Kasse diesen Code ein: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Ihre Bestellung wurde geändert",
      text: "So sieht sie jetzt aus. Stimmt etwas nicht? Schreiben Sie uns von der Bestellseite.",
    },
    paymentPending: {
      title: "Wir warten auf Ihre Zahlung",
      text: "Ihre Bestellung geht hinaus, sobald die Zahlung da ist. Schon bezahlt? Dann ist nichts zu tun; Banken brauchen manchmal ein paar Tage.",
    },
    paymentFailed: {
      title: "Ihre Zahlung kam nicht an",
      text: "Wir konnten die Zahlung nicht einziehen, deshalb geht die Bestellung noch nicht hinaus. Möchten Sie sie weiterhin, schreiben Sie uns von der Bestellseite.",
    },
    orderRefunded: {
      title: "Ihre Erstattung ist unterwegs",
      text: (amount) => `${amount} gehen auf demselben Weg zurück. Banken brauchen dafür 3 bis 10 Tage.`,
    },
    orderPartShipped: {
      title: "Ein Teil Ihrer Bestellung ist unterwegs",
      text: "Diesen Teil hat jetzt der Zusteller. Der Rest folgt, und wir melden uns, wenn er das Haus verlässt.",
    },
    outForDelivery: { title: "Ihr Paket wird zugestellt", text: "Der Zusteller will es heute bringen." },
    deliveryAttempted: {
      title: "Ihr Paket konnte nicht übergeben werden",
      text: "Niemand konnte es annehmen. Die meisten Zusteller versuchen es am nächsten Werktag noch einmal oder lassen eine Karte da, auf der steht, wo es liegt.",
    },
    readyForPickup: {
      title: "Ihr Paket liegt zur Abholung bereit",
      text: "Es wartet in der Abholstelle auf Sie. Bringen Sie einen Ausweis und diese Mail mit; nach einigen Tagen geht es an uns zurück.",
    },
    heldByCustoms: {
      title: "Ihr Paket liegt beim Zoll",
      text: "Der Zoll prüft es, das kann einige Tage dauern. Braucht er etwas von Ihnen, meldet sich der Zusteller.",
    },
    deliveryFailed: {
      title: "Mit Ihrem Paket gibt es ein Problem",
      text: "Der Zusteller meldet ein Problem mit der Zustellung. Sehen Sie auf der Bestellseite nach der Adresse, und schreiben Sie uns dort, wenn sie nicht stimmt.",
    },
    returnedToSender: {
      title: "Ihr Paket kommt zu uns zurück",
      text: "Es konnte nicht zugestellt werden. Schreiben Sie uns von der Bestellseite, wir finden einen Weg: noch einmal schicken oder Geld zurück.",
    },
    orderLateToShip: {
      title: "Ihre Bestellung braucht länger als gesagt",
      text: "Sie ist noch bei uns. Das tut uns leid; wir melden uns, sobald sie hinausgeht.",
    },
    deliveryLate: {
      title: "Ihr Paket verspätet sich",
      text: "Den genannten Tag schafft es nicht. Das tut uns leid; wir behalten es im Blick.",
    },
    deliveryStillLate: {
      title: "Ihr Paket kommt noch später als gedacht",
      text: "Es kam nicht wie erwartet. Das tut uns leid; wir bleiben dran.",
    },
    deliveryBackOnTrack: {
      title: "Ihr Paket ist wieder unterwegs",
      text: "Es wurde aufgehalten und läuft jetzt weiter.",
    },
    deliveryLost: {
      title: "Ihr Paket ist offenbar verloren",
      text: "Es wurde zu lange nirgends gesehen. Schreiben Sie uns von der Bestellseite, und wir bringen es mit Ihnen in Ordnung.",
    },
    returnApproved: {
      title: "Ihre Rücksendung ist angenommen",
      text: "Auf der Bestellseite steht, wie Sie die Ware bringen oder schicken.",
    },
    returnReceived: {
      title: "Ihre Rücksendung ist angekommen",
      text: "Wir haben sie und sehen sie als Nächstes an. Danach melden wir uns.",
    },
    returnChanged: {
      title: "Ihre Rücksendung hat sich geändert",
      text: "Was zurückkommt, ist nicht mehr dasselbe wie vorher. So steht es jetzt; alles andere bleibt bei Ihnen.",
    },
    returnInspected: {
      title: "Ihre Rücksendung ist geprüft",
      text: "Wir haben angesehen, was Sie geschickt haben. Nach dem nächsten Schritt melden wir uns.",
    },
    exchangeShipped: {
      title: "Ihr Umtausch wird verschickt",
      text: "Was Sie stattdessen gewählt haben, wird gepackt. Wir melden uns, wenn der Zusteller es hat.",
    },
    exchangeDue: {
      title: "Ihr Paket wird bald erwartet",
      text: (day: string) =>
        `Ihren Umtausch haben wir vorab verschickt. Bitte geben Sie Ihre Rücksendung bis ${day} auf. Ist sie schon unterwegs, ist alles gut.`,
      invoice: "Ist sie bis dahin nicht da, erhalten Sie eine Rechnung über das, was wir verschickt haben.",
    },
    replyPromised: { title: "Wir haben Ihre Nachricht", text: (time) => `Sie hören von uns bis ${time}.` },
  },
  buyerAsked: {
    text: "Ihre Bestellung ist vor einiger Zeit angekommen. Wie war alles in allem?",
    question: (shop: string) => `Wie wahrscheinlich ist es, dass Sie ${shop} weiterempfehlen?`,
    low: "Sehr unwahrscheinlich",
    high: "Sehr wahrscheinlich",
  },
} satisfies Words<typeof en>;
