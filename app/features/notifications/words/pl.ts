import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("pl");
/** In the genitive, as after "w ciągu". */
const days = (count: number) =>
  plural(count, { one: "1 dnia", few: `${count} dni`, many: `${count} dni`, other: `${count} dnia` });

export const pl = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Nowy przewidywany termin: ${span}`,
  pickUpBy: (day: string) => `Odbierz do ${day}`,
  stillToCome: "Wyślemy później",
  hello: (name: string) => `Cześć ${name},`,
  helloNobody: "Dzień dobry,",
  order: (name: string) => `Zamówienie ${name}`,
  quantity: (count: number) => `Liczba sztuk: ${count}`,
  subtotal: "Suma częściowa",
  discount: "Rabat",
  shipping: "Dostawa",
  tax: "Podatek",
  taxIncluded: "W tym podatek",
  total: "Razem",
  shipsTo: "Adres dostawy",
  shippingMethod: "Sposób dostawy",
  expected: (span: string) => `Przewidywany termin: ${span}`,
  items: "Twoje zamówienie",
  track: "Śledź zamówienie",
  seeOrder: "Zobacz zamówienie",
  trackParcel: "Śledź przesyłkę",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Ten sklep nie przyjmuje zwrotów."
      : `Coś nie pasuje? Możesz to odesłać w ciągu ${days(count)} od dostawy, bezpośrednio ze strony zamówienia. Zwrotowi nie podlegają produkty z wyprzedaży ostatecznej.`,
  footer: (shop: string) => `Otrzymujesz tę wiadomość w związku z zamówieniem w sklepie ${shop}.`,
  footerReply:
    "Masz pytania? Napisz do nas na stronie zamówienia: od razu zobaczymy, o które zamówienie chodzi.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: mamy Twoje zamówienie ${order}`,
    title: "Dziękujemy, mamy Twoje zamówienie",
    text: "Przygotowujemy je i napiszemy, gdy tylko wyruszy w drogę.",
    nothingToShip: "To zamówienie nie wymaga wysyłki.",
    preview: (total: string) => `Wszystko w porządku. Razem: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: zamówienie ${order} zostało anulowane`,
    title: "Twoje zamówienie zostało anulowane",
    money: "Zapłacone już pieniądze wracają tą samą metodą płatności; w banku będą widoczne po 3–10 dniach.",
    preview: "Nic więcej nie zostanie wysłane.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: zamówienie ${order} jest w drodze`,
    title: "Twoja przesyłka jest w drodze",
    text: "Przewoźnik już ją odebrał. Na stronie poniżej zawsze widać, gdzie jest.",
    preview: "Przewoźnik już ją odebrał.",
    inside: "W tej przesyłce",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: zamówienie ${order} dotarło na miejsce`,
    title: "Twoja przesyłka dotarła",
    text: "Według przewoźnika przesyłka została doręczona. Nie ma jej? Sprawdź najpierw przy drzwiach i u sąsiadów, a potem napisz do nas ze strony zamówienia.",
    preview: "Według przewoźnika przesyłka została doręczona.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: mamy Twoje zgłoszenie zwrotu ${rma}`,
    title: "Mamy Twoje zgłoszenie zwrotu",
    text: "Teraz przejrzy je ktoś z nas. Damy znać, gdy tylko zapadnie decyzja; do tego czasu zatrzymaj produkty u siebie.",
    preview: "Teraz przejrzy je ktoś z nas.",
    items: "Co chcesz odesłać",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: Twoja etykieta zwrotna ${rma}`,
    title: "Twoja etykieta zwrotna jest gotowa",
    text: "Wydrukuj etykietę, naklej ją na paczkę i nadaj. Załączamy ją w trzech formatach papieru; wybierz ten, który obsługuje Twoja drukarka.",
    preview: "Wydrukuj, zapakuj, nadaj.",
    steps: "Jak odesłać produkty",
    step: [
      "Zapakuj produkty razem z odcinkiem spod linii cięcia.",
      "Zaklej lub usuń stare etykiety i naklej nową na wierzchu.",
      "Nadaj paczkę i zachowaj potwierdzenie.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: w sprawie zgłoszenia zwrotu ${rma}`,
    title: "Nie możemy przyjąć tego zwrotu",
    text: "Przykro nam, ale to zgłoszenie nie mogło zostać przyjęte.",
    reasons: {
      RETURN_PERIOD_ENDED: "Termin zwrotu tych produktów już minął.",
      FINAL_SALE: "Te produkty sprzedano bez możliwości zwrotu.",
      OTHER: "Jeśli masz pytania, napisz do nas ze strony zamówienia.",
    },
    preview: "Sprawdź dlaczego.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: zwrot ${rma} został anulowany`,
    title: "Twój zwrot został anulowany",
    text: "Nie musisz niczego wysyłać. Dopóki trwa termin zwrotu, możesz zgłosić nowy zwrot na stronie zamówienia.",
    preview: "Nie musisz niczego wysyłać.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: pieniądze za zwrot ${rma}`,
    title: "Twoje pieniądze są w drodze",
    text: (amount: string) =>
      `Mamy Twój zwrot i oddaliśmy ${amount} tą samą metodą, którą opłacono zamówienie. W banku będzie to widoczne po 3–10 dniach.`,
    preview: (amount: string) => `Oddaliśmy ${amount}; pieniądze są w drodze.`,
    creditTitle: "Twoje środki w sklepie są gotowe",
    credit: (amount: string) =>
      `Mamy Twój zwrot i dodaliśmy ${amount} do środków na Twoim koncie w sklepie. Możesz z nich skorzystać przy następnych zakupach.`,
    giftCard: (amount: string, code: string) =>
      `Mamy zwrot. Oto karta podarunkowa o wartości ${amount}. Przy płatności wpisz ten kod: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Twoje zamówienie zostało zmienione",
      text: "Tak wygląda teraz. Coś się nie zgadza? Napisz do nas ze strony zamówienia.",
    },
    paymentPending: {
      title: "Czekamy na Twoją płatność",
      text: "Wyślemy zamówienie, gdy tylko dotrze płatność. Już zapłacone? Nie musisz nic robić; banki potrzebują czasem kilku dni.",
    },
    paymentFailed: {
      title: "Płatność nie powiodła się",
      text: "Nie udało się nam pobrać płatności, więc zamówienie jeszcze nie wyjdzie. Jeśli nadal je chcesz, napisz do nas ze strony zamówienia.",
    },
    orderRefunded: {
      title: "Twoje pieniądze są w drodze",
      text: (amount: string) =>
        `${amount} wraca tą samą metodą płatności. W banku będzie to widoczne po 3–10 dniach.`,
    },
    orderPartShipped: {
      title: "Część Twojego zamówienia jest w drodze",
      text: "Tę część ma już przewoźnik. Resztę wyślemy później i damy znać, gdy wyruszy.",
    },
    outForDelivery: {
      title: "Twoja przesyłka jest w doręczeniu",
      text: "Przewoźnik planuje dostarczyć ją dzisiaj.",
    },
    deliveryAttempted: {
      title: "Nie udało się doręczyć Twojej przesyłki",
      text: "Nikogo nie było na miejscu. Przewoźnik zwykle próbuje ponownie następnego dnia roboczego albo zostawia awizo z miejscem odbioru.",
    },
    readyForPickup: {
      title: "Twoja przesyłka czeka na odbiór",
      text: "Czeka w punkcie odbioru. Weź ze sobą dokument tożsamości i tę wiadomość; po kilku dniach przesyłka wróci do nas.",
    },
    heldByCustoms: {
      title: "Twoja przesyłka jest w urzędzie celnym",
      text: "Trwa kontrola celna, która może zająć kilka dni. Jeśli będzie potrzebne coś od Ciebie, przewoźnik się odezwie.",
    },
    deliveryFailed: {
      title: "Jest problem z Twoją przesyłką",
      text: "Przewoźnik zgłasza problem z dostawą. Sprawdź adres na stronie zamówienia, a jeśli jest błędny, napisz tam do nas.",
    },
    returnedToSender: {
      title: "Twoja przesyłka do nas wraca",
      text: "Przewoźnik nie mógł jej doręczyć. Napisz do nas ze strony zamówienia, a znajdziemy rozwiązanie: ponowną wysyłkę albo zwrot pieniędzy.",
    },
    orderLateToShip: {
      title: "Twoje zamówienie trwa dłużej, niż mówiliśmy",
      text: "Jeszcze od nas nie wyszło. Przepraszamy i napiszemy, gdy tylko wyruszy.",
    },
    deliveryLate: {
      title: "Twoja przesyłka się spóźni",
      text: "Nie dotrze w dniu, który podaliśmy. Przepraszamy za czekanie i mamy ją na oku.",
    },
    deliveryStillLate: {
      title: "Twoja przesyłka spóźnia się bardziej, niż sądziliśmy",
      text: "Nie dotarła tak, jak się spodziewaliśmy. Przepraszamy i dalej jej pilnujemy.",
    },
    deliveryBackOnTrack: {
      title: "Twoja przesyłka znów jest w drodze",
      text: "Utknęła po drodze, ale już ruszyła dalej.",
    },
    deliveryLost: {
      title: "Twoja przesyłka prawdopodobnie zaginęła",
      text: "Od zbyt dawna nie ma o niej żadnej informacji. Napisz do nas ze strony zamówienia, a razem to rozwiążemy.",
    },
    returnApproved: {
      title: "Twój zwrot został przyjęty",
      text: "Na stronie zamówienia przeczytasz, jak przynieść lub odesłać produkty.",
    },
    returnReceived: {
      title: "Twój zwrot dotarł",
      text: "Mamy go i teraz sprawdzimy. Damy znać, gdy skończymy.",
    },
    returnChanged: {
      title: "Twój zwrot się zmienił",
      text: "Do zwrotu jest teraz co innego niż wcześniej. Tak to wygląda obecnie; reszta zostaje u Ciebie.",
    },
    returnInspected: {
      title: "Twój zwrot został sprawdzony",
      text: "Obejrzeliśmy odesłane produkty. Damy znać, gdy zakończy się następny krok.",
    },
    exchangeShipped: {
      title: "Wysyłamy Twoją wymianę",
      text: "Pakujemy to, co wybrano w zamian. Napiszemy, gdy przesyłkę odbierze przewoźnik.",
    },
    exchangeDue: {
      title: "Wkrótce czekamy na Twoją paczkę",
      text: (day: string) =>
        `Produkt na wymianę wysłaliśmy już wcześniej. Nadaj zwrot najpóźniej ${day}. Jeśli jest już w drodze, wszystko w porządku.`,
      invoice: "Jeśli do tego czasu nie dotrze, otrzymasz fakturę za to, co wysłaliśmy.",
    },
    replyPromised: {
      title: "Mamy Twoją wiadomość",
      text: (time: string) => `Odpowiemy najpóźniej: ${time}.`,
    },
  },
  buyerAsked: {
    text: "Twoje zamówienie dotarło jakiś czas temu. Jak oceniasz całość?",
    question: (shop: string) => `Jak prawdopodobne jest, że polecisz ${shop} znajomym?`,
    low: "Zupełnie nieprawdopodobne",
    high: "Bardzo prawdopodobne",
  },
} satisfies Words<typeof en>;
