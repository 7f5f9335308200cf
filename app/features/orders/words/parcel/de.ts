import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const de = {
  open: "Dieses Paket verfolgen",
  ofOrder: (order) => `Teil der Bestellung ${order}`,
  back: (order) => `Alles zur Bestellung ${order}`,
  updated: (ago) => `Aktualisiert ${ago}`,
  silent: (day) =>
    `Seit dem ${day} gibt es keine neue Meldung. Das kommt zwischen zwei Stationen vor. Wir behalten es im Auge; wenn Sie sich Sorgen machen, schreiben Sie uns bitte.`,
  localTimes: "Alle Zeiten gelten für den Lieferort.",
  noScans: "Der Paketdienst hat es noch nicht gescannt. Der erste Scan kann einen Tag dauern.",
  next: "Können wir helfen?",
  missing: "Es ist nicht angekommen",
  wrong: "Etwas ist falsch oder beschädigt",
  pickUpAt: "Hier können Sie es abholen",
  label: { heldByCustoms: "Beim Zoll", lost: "Verloren" },
  state: {
    preparing: {
      title: "Ihr Paket wird gepackt",
      text: "Sie bekommen eine E-Mail, sobald es unterwegs ist.",
    },
    shipped: {
      title: "Ihr Paket wurde abgeschickt",
      text: "Bis zum ersten Scan des Paketdienstes kann ein Tag vergehen.",
    },
    inTransit: { title: "Ihr Paket ist unterwegs", text: "" },
    heldByCustoms: {
      title: "Der Zoll prüft Ihr Paket",
      text: "Das dauert oft einige Tage. Fallen Abgaben an, meldet sich der Paketdienst bei Ihnen.",
    },
    readyForPickup: {
      title: "Ihr Paket liegt zur Abholung bereit",
      text: "Bitte bringen Sie einen Ausweis mit. Meist wird ein Paket etwa eine Woche aufbewahrt.",
    },
    delivered: { title: "Ihr Paket wurde zugestellt", text: "" },
    returned: {
      title: "Ihr Paket geht an uns zurück",
      text: "Der Paketdienst konnte es nicht übergeben. Bitte schreiben Sie uns: Wir schicken es noch einmal oder erstatten Ihnen den Betrag.",
    },
    lost: {
      title: "Der Paketdienst findet Ihr Paket nicht",
      text: "Das tut uns leid. Bitte schreiben Sie uns, wir bringen es in Ordnung.",
    },
    failed: {
      title: "Der Paketdienst hat ein Problem mit Ihrem Paket",
      text: "Bitte schreiben Sie uns, wir finden heraus, was passiert ist.",
    },
  },
  notArrived: {
    title: "Zugestellt, aber nicht da?",
    lead: (time) => `Der Paketdienst meldet die Zustellung am ${time}.`,
    first: "Die meisten Pakete finden sich an einem dieser Orte. Haben Sie dort nachgesehen?",
    places: [
      "Bei den Nachbarn und bei allen, mit denen Sie zusammenwohnen",
      "Im Briefkasten, vor der Tür, in der Garage oder an einem anderen Ablageort",
      "Am Empfang oder im Paketshop in der Nähe",
    ],
    tooSoon: (time) =>
      `Manche Paketdienste melden ein Paket bis zu einen Tag, bevor es kommt. Ist es bis ${time} nicht da, sagen Sie uns bitte hier Bescheid.`,
    looked: "Ich habe an all diesen Orten nachgesehen",
    lookedMissing: "Bitte sehen Sie zuerst dort nach und setzen Sie dann das Häkchen",
    note: "Was uns bei der Suche helfen kann (freiwillig)",
    submit: "Dem Shop melden",
    prove:
      "Wir müssen sicher sein, dass es Ihre Bestellung ist. Öffnen Sie sie mit dem Code, den wir Ihnen schicken, und kommen Sie dann hierher zurück.",
    over: "Dieses Paket ist nicht als zugestellt gemeldet. Sehen Sie nach, wo es ist:",
    message: (parcel, time) =>
      `Mein Paket ${parcel} ist nicht angekommen. Als zugestellt gemeldet wurde es am ${time}. Ich habe bei den Nachbarn gefragt und an allen Ablageorten und im Paketshop nachgesehen.`,
  },
} satisfies Words<typeof en>;
