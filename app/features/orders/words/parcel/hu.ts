import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const hu = {
  open: "Csomag követése",
  ofOrder: (order: string) => `A rendelés része: ${order}`,
  back: (order: string) => `Minden a rendelésről: ${order}`,
  updated: (ago: string) => `Frissítve: ${ago}`,
  silent: (day: string) =>
    `Az utolsó hír napja: ${day} Két állomás között ez előfordul. Figyelemmel kísérjük; ha aggódik, kérjük, írjon nekünk.`,
  localTimes: "Az időpontok a szállítási cím helyi ideje szerint értendők.",
  noScans: "A futárszolgálat még nem olvasta be. Az első beolvasásig egy nap is eltelhet.",
  next: "Segíthetünk?",
  missing: "Nem érkezett meg",
  wrong: "Nem azt kaptam, vagy sérült",
  pickUpAt: "Itt veheti át",
  label: { heldByCustoms: "A vámnál", lost: "Elveszett" },
  state: {
    preparing: { title: "A csomagját most csomagoljuk", text: "E-mailt küldünk, amint elindul." },
    shipped: {
      title: "A csomagja elindult",
      text: "A futárszolgálat első beolvasásáig egy nap is eltelhet.",
    },
    inTransit: { title: "A csomagja úton van", text: "" },
    heldByCustoms: {
      title: "A vámhatóság ellenőrzi a csomagját",
      text: "Ez gyakran néhány napig tart. Ha vámot kell fizetni, a futárszolgálat jelentkezik Önnél.",
    },
    readyForPickup: {
      title: "A csomagja átvehető",
      text: "Kérjük, vigyen magával személyazonosító okmányt. A csomagot általában körülbelül egy hétig őrzik.",
    },
    delivered: { title: "A csomagját kézbesítették", text: "" },
    returned: {
      title: "A csomagja visszafelé tart hozzánk",
      text: "A futárszolgálat nem tudta átadni. Kérjük, írjon nekünk, és újraküldjük vagy visszatérítjük.",
    },
    lost: {
      title: "A futárszolgálat nem találja a csomagját",
      text: "Sajnáljuk. Kérjük, írjon nekünk, és rendezzük.",
    },
    failed: {
      title: "A futárszolgálatnak gondja van a csomagjával",
      text: "Kérjük, írjon nekünk, és utánajárunk, mi történt.",
    },
  },
  notArrived: {
    title: "Kézbesítették, mégsincs ott?",
    lead: (time: string) => `A futárszolgálat szerint kézbesítették: ${time}`,
    first: "A legtöbb csomag az alábbi helyek egyikén előkerül. Megnézte már?",
    places: [
      "A szomszédoknál és mindenkinél, akivel együtt lakik",
      "A postaládában, az ajtónál, a garázsban vagy más biztos helyen",
      "A portán vagy a közeli csomagponton",
    ],
    tooSoon: (time: string) =>
      `Néhány futárszolgálat akár egy nappal korábban jelzi a kézbesítést. Ha eddig sem érkezik meg, kérjük, jelezze itt: ${time}`,
    looked: "Mindezeken a helyeken megnéztem",
    lookedMissing: "Kérjük, előbb nézze meg ott, majd jelölje be",
    note: "Bármi, ami segíthet megtalálni (nem kötelező)",
    submit: "Jelzem az üzletnek",
    prove:
      "Meg kell győződnünk róla, hogy ez az Ön rendelése. Nyissa meg a kóddal, amelyet elküldünk, majd térjen vissza ide.",
    over: "Ez a csomag nem kézbesítettként szerepel. Nézze meg, hol tart:",
    message: (parcel: string, time: string) =>
      `A csomagom (${parcel}) nem érkezett meg. A kézbesítés jelzett ideje: ${time} Megkérdeztem a szomszédokat, és megnéztem minden biztos helyen és a csomagponton.`,
  },
} satisfies Words<typeof en>;
