import type { Fact } from "~/platform/queue/record.server";
import type { CalendarDay } from "~/values/calendar";
import type { Because } from "./delay/because";
import type { WatchState } from "./delay/watch";

export type DelayNews =
  | "order.lateToShip"
  | "delivery.late"
  | "delivery.stillLate"
  | "delivery.backOnTrack"
  | "delivery.lost";

export type Delayed = {
  orderId: string;
  /** none when the order has not been shipped */
  fulfilmentId: string | null;
  /** counts a parcel's delays: each episode is told at most once a kind */
  episode: number;
  /** between which days it is expected now, in the shopper's zone; null when nobody can say */
  expected: { from: CalendarDay; to: CalendarDay } | null;
};

/** What the delay model foresees of a parcel, or of an order that has not left: once an episode. */
export const delayFact = (kind: DelayNews, { orderId, fulfilmentId, episode, expected }: Delayed): Fact => ({
  kind,
  key: [kind, orderId, ...(fulfilmentId ? [fulfilmentId] : []), String(episode)].join(":"),
  orderId,
  actor: "system",
  data: { ...(fulfilmentId ? { fulfilmentId } : {}), ...(expected ?? {}) },
});

/**
 * A parcel has become bad enough that staff should look before the shopper asks, or is so no more. `episode`
 * counts how often: what answers the one is found by the other.
 */
export const caseFact = (
  kind: "delivery.worrying" | "delivery.solved",
  delayed: Delayed & { fulfilmentId: string; state: WatchState | null; why: Because["state"] | null },
): Fact => {
  const { orderId, fulfilmentId, episode, expected, state, why } = delayed;
  return {
    kind,
    key: `${kind}:${orderId}:${fulfilmentId}:${episode}`,
    orderId,
    actor: "system",
    data: {
      fulfilmentId,
      episode,
      ...(expected ?? {}),
      ...(state ? { state } : {}),
      ...(why ? { why } : {}),
    },
  };
};
