import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const pl = {
  open: "Śledź tę przesyłkę",
  ofOrder: (order: string) => `Część zamówienia ${order}`,
  back: (order: string) => `Wszystko o zamówieniu ${order}`,
  updated: (ago: string) => `Zaktualizowano ${ago}`,
  silent: (day: string) =>
    `Od ${day} nie ma nowych informacji. Zdarza się to między dwoma przystankami. Pilnujemy przesyłki; jeśli coś Cię niepokoi, napisz do nas.`,
  localTimes: "Podajemy czas obowiązujący pod adresem dostawy.",
  noScans: "Przewoźnik jeszcze jej nie zeskanował. Na pierwszy skan czeka się nawet jeden dzień.",
  next: "Czy możemy pomóc?",
  missing: "Przesyłka nie dotarła",
  wrong: "Coś się nie zgadza lub jest uszkodzone",
  pickUpAt: "Miejsce odbioru",
  label: { heldByCustoms: "W urzędzie celnym", lost: "Zaginęła" },
  state: {
    preparing: { title: "Pakujemy Twoją przesyłkę", text: "Napiszemy, gdy tylko wyruszy w drogę." },
    shipped: {
      title: "Twoja przesyłka została wysłana",
      text: "Na pierwszy skan przewoźnika czeka się nawet jeden dzień.",
    },
    inTransit: { title: "Twoja przesyłka jest w drodze", text: "" },
    heldByCustoms: {
      title: "Trwa kontrola celna Twojej przesyłki",
      text: "Często zajmuje to kilka dni. Jeśli trzeba będzie zapłacić cło, przewoźnik się odezwie.",
    },
    readyForPickup: {
      title: "Twoja przesyłka czeka na odbiór",
      text: "Weź ze sobą dokument tożsamości. Zwykle przesyłka czeka około tygodnia.",
    },
    delivered: { title: "Twoja przesyłka została doręczona", text: "" },
    returned: {
      title: "Twoja przesyłka do nas wraca",
      text: "Przewoźnik nie mógł jej przekazać. Napisz do nas: wyślemy ją ponownie albo zwrócimy pieniądze.",
    },
    lost: {
      title: "Przewoźnik nie może znaleźć Twojej przesyłki",
      text: "Przykro nam. Napisz do nas, a zajmiemy się tym.",
    },
    failed: {
      title: "Przewoźnik ma problem z Twoją przesyłką",
      text: "Napisz do nas, a ustalimy, co się stało.",
    },
  },
  notArrived: {
    title: "Doręczona, ale jej nie ma?",
    lead: (time: string) => `Moment doręczenia według przewoźnika: ${time}.`,
    first: "Większość przesyłek odnajduje się w jednym z tych miejsc. Czy są już sprawdzone?",
    places: [
      "U sąsiadów i u wszystkich domowników",
      "W skrzynce na listy, przy drzwiach, w garażu lub innym bezpiecznym miejscu",
      "W recepcji lub w pobliskim punkcie odbioru",
    ],
    tooSoon: (time: string) =>
      `Niektórzy przewoźnicy zgłaszają doręczenie nawet dzień wcześniej. Daj nam tu znać, jeśli przesyłki nadal nie będzie w tym terminie: ${time}.`,
    looked: "Wszystkie te miejsca są sprawdzone",
    lookedMissing: "Najpierw sprawdź te miejsca, a potem zaznacz to pole",
    note: "Co może pomóc w odnalezieniu przesyłki (nieobowiązkowe)",
    submit: "Powiadom sklep",
    prove:
      "Musimy mieć pewność, że to Twoje zamówienie. Otwórz je kodem, który Ci wyślemy, a potem wróć tutaj.",
    over: "Ta przesyłka nie jest oznaczona jako doręczona. Zobacz, gdzie jest:",
    message: (parcel: string, time: string) =>
      `Moja przesyłka ${parcel} nie dotarła. Zgłoszono ją jako doręczoną: ${time}. Nie ma jej u sąsiadów, w żadnym bezpiecznym miejscu ani w punkcie odbioru.`,
  },
} satisfies Words<typeof en>;
