import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const days = (count: number) => (count === 1 ? "1 Tag" : `${count} Tagen`);

export const de = {
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
    subject: (order, shop) => `${shop}: Ihre Bestellung ${order} ist da`,
    title: "Danke, Ihre Bestellung ist bei uns",
    text: "Wir machen sie fertig und melden uns, sobald sie unterwegs ist.",
    preview: (total) => `Alles in Ordnung. Gesamt: ${total}.`,
  },
  orderCancelled: {
    subject: (order, shop) => `${shop}: Bestellung ${order} ist storniert`,
    title: "Ihre Bestellung ist storniert",
    text: "Es wird nichts mehr verschickt. Schon Bezahltes geht auf demselben Weg zurück; Banken brauchen dafür 3 bis 10 Tage.",
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
  },
} satisfies Words<typeof en>;
