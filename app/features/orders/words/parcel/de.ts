import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const de = {
  open: "Dieses Paket verfolgen",
  ofOrder: (order) => `Teil der Bestellung ${order}`,
  back: (order) => `Alles zur Bestellung ${order}`,
  updated: (ago) => `Aktualisiert ${ago}`,
  silent: (day) =>
    `Seit dem ${day} gibt es keine neue Meldung. Das kommt zwischen zwei Stationen vor. Wir behalten es im Auge; wenn du dir Sorgen machst, schreib uns bitte.`,
  localTimes: "Alle Zeiten gelten für den Lieferort.",
  noScans: "Der Paketdienst hat es noch nicht gescannt. Der erste Scan kann einen Tag dauern.",
  next: "Können wir helfen?",
  missing: "Es ist nicht angekommen",
  wrong: "Etwas ist falsch oder beschädigt",
  pickUpAt: "Hier kannst du es abholen",
  label: { heldByCustoms: "Beim Zoll", lost: "Verloren" },
  state: {
    preparing: {
      title: "Dein Paket wird gepackt",
      text: "Du bekommst eine E-Mail, sobald es unterwegs ist.",
    },
    shipped: {
      title: "Dein Paket wurde abgeschickt",
      text: "Bis zum ersten Scan des Paketdienstes kann ein Tag vergehen.",
    },
    inTransit: { title: "Dein Paket ist unterwegs", text: "" },
    heldByCustoms: {
      title: "Der Zoll prüft dein Paket",
      text: "Das dauert oft einige Tage. Fallen Abgaben an, meldet sich der Paketdienst bei dir.",
    },
    readyForPickup: {
      title: "Dein Paket liegt zur Abholung bereit",
      text: "Bitte bring einen Ausweis mit. Meist wird ein Paket etwa eine Woche aufbewahrt.",
    },
    delivered: { title: "Dein Paket wurde zugestellt", text: "" },
    returned: {
      title: "Dein Paket geht an uns zurück",
      text: "Der Paketdienst konnte es nicht übergeben. Bitte schreib uns: Wir schicken es noch einmal oder erstatten dir den Betrag.",
    },
    lost: {
      title: "Der Paketdienst findet dein Paket nicht",
      text: "Das tut uns leid. Bitte schreib uns, wir bringen es in Ordnung.",
    },
    failed: {
      title: "Der Paketdienst hat ein Problem mit deinem Paket",
      text: "Bitte schreib uns, wir finden heraus, was passiert ist.",
    },
  },
  notArrived: {
    title: "Zugestellt, aber nicht da?",
    lead: (time) => `Der Paketdienst meldet die Zustellung am ${time}.`,
    first: "Die meisten Pakete finden sich an einem dieser Orte. Hast du dort nachgesehen?",
    places: [
      "Bei den Nachbarn und bei allen, mit denen du zusammenwohnst",
      "Im Briefkasten, vor der Tür, in der Garage oder an einem anderen Ablageort",
      "Am Empfang oder im Paketshop in der Nähe",
    ],
    tooSoon: (time) =>
      `Manche Paketdienste melden ein Paket bis zu einen Tag, bevor es kommt. Ist es bis ${time} nicht da, sag uns bitte hier Bescheid.`,
    looked: "Ich habe an all diesen Orten nachgesehen",
    lookedMissing: "Bitte sieh zuerst dort nach und setze dann das Häkchen",
    note: "Was uns bei der Suche helfen kann (freiwillig)",
    submit: "Dem Shop melden",
    prove:
      "Wir müssen sicher sein, dass es deine Bestellung ist. Öffne sie mit dem Code, den wir dir schicken, und komm dann hierher zurück.",
    over: "Dieses Paket ist nicht als zugestellt gemeldet. Sieh nach, wo es ist:",
    message: (parcel, time) =>
      `Mein Paket ${parcel} ist nicht angekommen. Als zugestellt gemeldet wurde es am ${time}. Ich habe bei den Nachbarn gefragt und an allen Ablageorten und im Paketshop nachgesehen.`,
  },
} satisfies Words<typeof en>;
