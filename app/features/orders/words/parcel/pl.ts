export const pl = {
  open: "Śledź tę przesyłkę",
  ofOrder: (order: string) => `Część zamówienia ${order}`,
  back: (order: string) => `Wszystko o zamówieniu ${order}`,
  updated: (ago: string) => `Zaktualizowano ${ago}`,
  silent: (day: string) =>
    `Ostatnia wiadomość: ${day}. Zdarza się to między dwoma punktami trasy. Czuwamy nad nią; jeśli się martwisz, napisz do nas.`,
  localTimes: "Godziny podajemy według adresu dostawy.",
  noScans: "Przewoźnik jeszcze jej nie zeskanował. Pierwszy skan może potrwać dzień.",
  next: "Możemy pomóc?",
  missing: "Nie dotarła",
  wrong: "Coś jest nie tak lub uszkodzone",
  pickUpAt: "Gdzie ją odebrać",
  label: { heldByCustoms: "W urzędzie celnym", lost: "Zaginiona" },
  state: {
    preparing: {
      title: "Pakujemy Twoją przesyłkę",
      text: "Wyślemy Ci wiadomość, gdy tylko wyruszy w drogę.",
    },
    shipped: { title: "Twoja przesyłka wyruszyła", text: "Pierwszy skan przewoźnika może potrwać dzień." },
    inTransit: { title: "Twoja przesyłka jest w drodze", text: "" },
    heldByCustoms: {
      title: "Urząd celny sprawdza Twoją przesyłkę",
      text: "Często trwa to kilka dni. Jeśli trzeba zapłacić cło, przewoźnik się z Tobą skontaktuje.",
    },
    readyForPickup: {
      title: "Twoja przesyłka czeka na odbiór",
      text: "Zabierz dokument tożsamości. Zwykle przesyłka czeka około tygodnia.",
    },
    delivered: { title: "Twoja przesyłka została doręczona", text: "" },
    returned: {
      title: "Twoja przesyłka wraca do nas",
      text: "Przewoźnik nie mógł jej przekazać. Napisz do nas, a wyślemy ją ponownie albo zwrócimy pieniądze.",
    },
    lost: {
      title: "Przewoźnik nie może znaleźć Twojej przesyłki",
      text: "Przepraszamy. Napisz do nas, a zajmiemy się tym.",
    },
    failed: {
      title: "Przewoźnik ma problem z Twoją przesyłką",
      text: "Napisz do nas, a sprawdzimy, co się stało.",
    },
  },
  notArrived: {
    title: "Doręczona, ale jej nie ma?",
    lead: (time: string) => `Według przewoźnika przesyłkę doręczono: ${time}.`,
    first: "Większość przesyłek znajduje się w jednym z tych miejsc. Czy są już sprawdzone?",
    places: [
      "U sąsiadów i u wszystkich domowników",
      "W skrzynce, przy drzwiach, w garażu lub w innym bezpiecznym miejscu",
      "Na recepcji lub w pobliskim punkcie odbioru",
    ],
    tooSoon: (time: string) =>
      `Niektórzy przewoźnicy zgłaszają doręczenie nawet dzień wcześniej. Jeśli do ${time} jej nie będzie, daj nam znać tutaj.`,
    looked: "Wszystkie te miejsca są sprawdzone",
    lookedMissing: "Najpierw sprawdź te miejsca, a potem zaznacz pole",
    note: "Co może pomóc ją odnaleźć (opcjonalnie)",
    submit: "Powiadom sklep",
    prove: "Musimy mieć pewność, że to Twoje zamówienie. Otwórz je kodem, który wyślemy, a potem wróć tutaj.",
    over: "Ta przesyłka nie jest oznaczona jako doręczona. Zobacz, gdzie jest:",
    message: (parcel: string, time: string) =>
      `Moja przesyłka ${parcel} nie dotarła. Zgłoszono ją jako doręczoną: ${time}. Po rozmowie z sąsiadami i sprawdzeniu wszystkich bezpiecznych miejsc oraz punktu odbioru nadal jej nie ma.`,
  },
};
