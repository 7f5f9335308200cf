import type { Parcel, PastParcel } from "~/features/notifications/delay/parcel";
import { fit as learn, predict } from "~/features/notifications/delay/predict";
import { type Measure, measure, median, say } from "./measure";

const PARCELS = 100_000;
const ASKED = 20_000;
const ROUNDS = 3;
const DAY = 86_400_000;
const CARRIERS = ["DHL", "UPS", "Deutsche Post", "GLS"];
const SERVICES = ["Standard", "Express"];
const COUNTRIES = ["DE", "DE", "DE", "FR", "AT", "US", "GB", "NL", "IT", "JP"];

/** A shop's year of 100,000 parcels: 8 services, 9 countries, 100 postcode areas each; 2 % are still on their way. */
function history(now: number): PastParcel[] {
  return Array.from({ length: PARCELS }, (_, i) => {
    const chance = (salt: number) =>
      ((Math.imul(i + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)) >>> 8) % 1000;
    const placed = now - 365 * DAY + (i * 365 * DAY) / PARCELS;
    const handedOver = placed + DAY / 4 + (chance(1) * DAY) / 600;
    const country = COUNTRIES[chance(2) % COUNTRIES.length] as string;
    const days = (country === "DE" ? 2 : 4) + (chance(3) / 250) ** 1.5;
    const delivered = handedOver + days * DAY;
    return {
      placed: new Date(placed),
      handedOver: handedOver < now ? new Date(handedOver) : null,
      promised: new Date(placed + 6 * DAY),
      delivered: delivered < now ? new Date(delivered) : null,
      carrier: CARRIERS[chance(4) % CARRIERS.length] as string,
      service: SERVICES[chance(5) % SERVICES.length] as string,
      origin: { country: "DE", postcode: "10115" },
      destination: { country, postcode: String(10_000 + chance(6) * 89) },
    };
  });
}

function secondsFor(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

/** How long a night's learning takes, and how many parcels can be told of a second, on one core. */
export function delayMeasures(): Measure[] {
  say(`Delays: learning from ${PARCELS} parcels, then telling of ${ASKED}`);
  const now = Date.UTC(2026, 10, 20, 12);
  const past = history(now);
  const model = learn(past);
  const fits = Array.from({ length: ROUNDS }, () => secondsFor(() => learn(past)));
  // the parcels of the last ten days, again and again
  const open = past
    .slice(-Math.round((PARCELS * 10) / 365))
    .map(({ delivered: _, ...parcel }): Parcel => parcel);
  const newest = Array.from({ length: ASKED }, (_, i): Parcel => ({ ...open[i % open.length] }));
  const waiting = newest.map((parcel) => ({ ...parcel, handedOver: null }));
  const perSecond = (parcels: readonly Parcel[]) => {
    const moment = new Date(now);
    const round = () => secondsFor(() => parcels.forEach((parcel) => void predict(model, parcel, moment)));
    round();
    return median(Array.from({ length: ROUNDS }, () => ASKED / round()));
  };
  const fast = { targets: [{ of: "value", atLeast: 20_000 } as const] };
  return [
    measure(`delays: fit on ${PARCELS} parcels`, median(fits), "s", {
      targets: [{ of: "value", atMost: 10 }],
    }),
    measure("delays: predict, parcels on their way", perSecond(newest), "parcels/s", fast),
    measure("delays: predict, parcels not handed over", perSecond(waiting), "parcels/s", fast),
    measure("delays: size of the model", JSON.stringify(model).length / 1024, "KiB"),
  ];
}
