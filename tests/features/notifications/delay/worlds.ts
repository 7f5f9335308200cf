import Holidays from "date-holidays";
import type { PastParcel } from "~/features/notifications/delay/parcel";

/** Made-up shops whose truth is known: their carriers keep their own calendars, so the model has to find out. */
export type World = {
  parcels: number;
  /** days that the history spans */
  span: number;
  carriers: readonly string[];
  services: readonly string[];
  countries: readonly string[];
  /** working days of a lane and service, before chance */
  mean: (lane: { carrier: number; service: number; country: number; area: number }) => number;
  /** the spread of a parcel's chance, log-normal */
  spread: number;
  /** one in so many is stuck for one to six weeks more; 0 for none */
  stuckOneIn?: number;
  /** how much slower all is at a part (0 to 1) of the span */
  slower?: (part: number) => number;
  /** a calendar for each: closed on weekends and holidays, or open every hour of the week */
  always?: boolean;
  seed: number;
};

export type TrueParcel = PastParcel & { placed: Date; handedOver: Date; promised: Date; delivered: Date };

const DAY = 86_400_000;
const BEGINS = Date.UTC(2025, 0, 6);

/** A chance that is the same each time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const holidays = new Map<string, Set<string>>();

function isHoliday(country: string, day: string): boolean {
  const key = `${country}${day.slice(0, 4)}`;
  let days = holidays.get(key);
  if (!days) {
    const all = new Holidays(country).getHolidays(Number(day.slice(0, 4)));
    days = new Set(all.filter(({ type }) => type === "public").map(({ date }) => date.slice(0, 10)));
    holidays.set(key, days);
  }
  return days.has(day);
}

const dayText = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const isOpen = (day: number, country: string) => {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !isHoliday(country, dayText(day));
};

const HOURS_AHEAD: Record<string, number> = { US: -6, GB: 0, DE: 1, FR: 1, IL: 2, JP: 9, AU: 10 };

/** Parcels of a world in the order they were placed, each with what truly became of it. */
export function parcelsOf(world: World): TrueParcel[] {
  const random = chance(world.seed);
  const moments = Array.from({ length: world.parcels }, () => BEGINS + random() * world.span * DAY);
  return moments.sort((a, b) => a - b).map((placed) => parcelOf(world, placed, random));
}

function parcelOf(world: World, placed: number, random: () => number): TrueParcel {
  const pick = (count: number) => Math.floor(random() ** 1.5 * count);
  const at = {
    carrier: pick(world.carriers.length),
    service: pick(world.services.length),
    country: pick(world.countries.length),
    area: Math.floor(random() * 10),
  };
  const to = world.countries[at.country] as string;
  const handedOver = handOver(placed, random);
  const part = (placed - BEGINS) / (world.span * DAY);
  const stuck = world.stuckOneIn && random() * world.stuckOneIn < 1 ? 5 + 25 * random() : 0;
  const mean = world.mean(at) * (world.slower?.(part) ?? 1);
  const days = mean * Math.exp(world.spread * normal(random)) + stuck;
  const delivered = world.always ? handedOver + days * DAY : arrival(handedOver, days, to, random);
  const promisedDays = Math.ceil(world.mean(at) * (1.15 + 0.5 * random()));
  return {
    placed: new Date(placed),
    handedOver: new Date(handedOver),
    promised: new Date(arrival(placed, promisedDays + 1, to, () => 0.999)),
    delivered: new Date(delivered),
    carrier: world.carriers[at.carrier] as string,
    service: world.services[at.service] as string,
    origin: { country: "DE", region: "BE", postcode: "10115" },
    destination: { country: to, postcode: `${at.area}${Math.floor(random() * 10)}100` },
  };
}

/** On the first, second or third open day, between two and five. */
function handOver(placed: number, random: () => number): number {
  let day = Math.floor(placed / DAY);
  let wait = placed % DAY < DAY / 2 ? (random() < 0.7 ? 0 : 1) : 1 + Math.floor(random() ** 2 * 2);
  while (!isOpen(day, "DE") || wait > 0) {
    if (isOpen(day, "DE")) wait--;
    day++;
  }
  return Math.max(placed + 600_000, day * DAY + (14 + 3 * random()) * 3_600_000 - 3_600_000);
}

function arrival(handedOver: number, days: number, to: string, random: () => number): number {
  let left = Math.max(1, Math.round(days));
  let day = Math.floor(handedOver / DAY);
  while (left > 0) {
    day++;
    if (isOpen(day, to)) left--;
  }
  return day * DAY + (9 + 10 * random() - (HOURS_AHEAD[to] ?? 0)) * 3_600_000;
}

/** What a shop knows at a moment: later events have not happened yet. */
export function knownAt(parcels: readonly TrueParcel[], moment: Date): PastParcel[] {
  const until = (at: Date) => (at <= moment ? at : null);
  return parcels
    .filter(({ placed }) => placed <= moment)
    .map((one) => ({ ...one, handedOver: until(one.handedOver), delivered: until(one.delivered) }));
}

const lanes = {
  carriers: ["DHL", "UPS", "Deutsche Post"],
  services: ["Standard", "Express"],
  countries: ["DE", "FR", "US", "GB", "IL", "JP"],
  mean: ({ carrier, service, country, area }) =>
    (2 + carrier * 0.7 + ([0, 1.5, 5, 2.5, 6, 7][country] as number) + area * 0.05) *
    (service === 1 ? 0.6 : 1),
} satisfies Partial<World>;

const plain: World = { parcels: 8000, span: 300, ...lanes, spread: 0.25, seed: 1 };
const effects = Array.from({ length: 2000 }, (_, i) => Math.exp(0.35 * normal(chance(i + 7))));

export const WORLDS: Record<string, World> = {
  plain,
  "heavy tails": { ...plain, spread: 0.6, stuckOneIn: 25, seed: 2 },
  "slow drift": { ...plain, slower: (part) => 1 + 0.5 * part, seed: 3 },
  "thin lanes": {
    ...plain,
    parcels: 4000,
    carriers: ["DHL", "UPS", "DPD", "GLS", "Hermes", "Chronopost"],
    services: ["Standard", "Express", "Economy"],
    countries: ["DE", "FR", "US", "GB", "IL", "JP", "AU", "IT", "ES", "PL", "SE", "NL", "CA", "BR"],
    mean: (at) =>
      4 * (effects[at.carrier * 60 + at.service * 17 + at.country] as number) * (1 + at.service * 0.2),
    spread: 0.3,
    seed: 4,
  },
  "peak season": {
    ...plain,
    slower: (part) =>
      1 + 0.5 * Math.max(0, Math.sin(((part - 0.72) / 0.2) * Math.PI)) * (part > 0.72 && part < 0.92 ? 1 : 0),
    seed: 5,
  },
  "every hour": { ...plain, always: true, spread: 0.4, seed: 6 },
  "a small shop": { ...plain, parcels: 500, span: 200, seed: 7 },
};
