import type { BadgeMap } from "~/ui/admin/status-badge";

const badges = <T extends BadgeMap>(map: T): T => map;
const percent = (share: number) => `${Math.round(share * 100)} %`;
const count = (value: number) => new Intl.NumberFormat("en").format(value);

/** What staff read on the screens of deliveries. */
export const screenWords = {
  title: "Deliveries",
  subtitle: "Parcels that are late, or may be, the worst first",
  toTracking: "How parcels are followed",
  toBackTest: "Try it on your past",
  states: badges({
    late: { label: "Late", tone: "warning" },
    atRisk: { label: "At risk", tone: "attention" },
    lost: { label: "Lost", tone: "critical" },
    lateToShip: { label: "Late to ship", tone: "warning" },
  }),
  columns: { order: "Order", state: "State", expected: "Expected", why: "Why", age: "Last scan" },
  filters: {
    state: "State",
    carrier: "Carrier",
    all: "All",
    show: "Show",
  },
  promised: "Promised",
  expected: "Expected",
  noPromise: "Nothing promised",
  noScan: "None",
  chart: (promised: string, expected: string) => `${promised}; expected ${expected}`,
  legend: { range: "eight of ten such parcels arrive in this time", promise: "promised", now: "now" },
  conversation: "Conversation",
  none: {
    title: "Everything is on its way",
    text: "Parcels that are likely to miss their promise appear here, before the shopper asks. A parcel is watched from its first scan.",
  },
  noMatch: { title: "No delivery matches", text: "Choose other filters, or none." },
  model: {
    title: "What it goes by",
    none: "Nothing has been learnt of your parcels yet: rules of thumb are used until the first night is over.",
    learnt: (parcels: number) => `Learnt from ${count(parcels)} of your parcels and orders, last on`,
    coverage: (share: number) =>
      `Of parcels told at hand-over some weeks ago, ${percent(share)} arrived within the range; 80 % is meant.`,
    watched: (watched: string, troubled: string) => `${watched} watched now, ${troubled} of them in trouble.`,
    silent: (names: string) => `Not judged, since they do not tell of deliveries: ${names}.`,
    noCarrier: "parcels without a carrier",
  },
  settings: {
    title: "Delays",
    tell: "Tell shoppers of delays that we foresee",
    tellHelp: "Once each: late, a new date, back on track, lost. Kinds can be switched off one by one.",
    openCases: "Open a conversation in the inbox when it is bad",
    openCasesHelp: "It closes by itself when the parcel comes, unless somebody has written in it.",
    worryDays: "Bad is from about so many days late",
    shipWithinDays: "Orders leave within so many working days",
    shipWithinHelp: "For orders that name no day. Empty: nothing is promised.",
    save: "Save",
    saved: "Saved",
    invalid: "Days are whole numbers, up to 60.",
  },
  backTest: {
    title: "What it would have told",
    back: "Deliveries",
    text: "Walks through your last 60 days as if it had been there: each parcel is looked at once a day, with a model that knows only what had happened before.",
    run: "Run it",
    again: "Run it again",
    running: "Walking through the past",
    failed: "It could not be run. Try again.",
    from: "As of",
    none: {
      title: "Not enough of a past yet",
      text: "There are no parcels of the last 60 days that were promised for a day. Your past orders are read when the app is installed.",
    },
    summary: (late: number, parcels: number) =>
      `${count(late)} of ${count(parcels)} parcels missed their promise.`,
    tiles: {
      right: "Told, and late indeed",
      wrong: "Told, but in time after all",
      missed: "Late without a word",
      ahead: "Told, in the middle",
      messages: "Messages a parcel",
      range: "Came within the range",
    },
    early: (hours: number) => {
      const size = Math.abs(hours);
      const spoken = size < 48 ? `${Math.round(size)} h` : `${Math.round(size / 24)} days`;
      return `${spoken} ${hours < 0 ? "after" : "before"} the promise`;
    },
    outcomes: "What became of the parcels that were told, or late",
    outcome: "Parcels",
    reliability: {
      title: "Does it mean what it says?",
      text: "Parcels by how likely they were said to be late at hand-over, and how many were. On the line, it means what it says.",
      said: "Said",
      happened: "Were late",
      parcels: "Parcels",
      point: (said: number, happened: number, parcels: number) =>
        `Said ${percent(said)}, were late ${percent(happened)}, of ${count(parcels)} parcels`,
    },
    unknown: "–",
    percent,
    count,
  },
};
