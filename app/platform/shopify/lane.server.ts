import { setTimeout as sleep } from "node:timers/promises";

/** Who waits for the answer decides who goes first. */
export type Urgency = "storefront" | "staff" | "sweep";
const ORDER: Record<Urgency, number> = { storefront: 0, staff: 1, sweep: 2 };

/** What Shopify says of the shop's bucket after each call, in cost points. */
export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

type Waiting = { urgency: Urgency; go: () => void };
const AT_ONCE = 4;
/** A sweep leaves this share of the bucket to people. */
const LEFT_TO_PEOPLE = 0.5;

/**
 * The one lane through which this process calls Shopify for one shop: few at a time, the urgent first, and
 * a pause when the shop's bucket is empty. The bucket is Shopify's, shared by all processes: each learns of
 * the others from the status that every answer carries.
 */
export class Lane {
  #running = 0;
  #waiting: Waiting[] = [];
  #status: (ThrottleStatus & { at: number }) | null = null;

  async run<T>(urgency: Urgency, work: () => Promise<T>): Promise<T> {
    await this.#leaveRoom(urgency); // ahead of the lane: a sweep that waits for points holds no place in it
    if (this.#running >= AT_ONCE) await new Promise<void>((go) => this.#wait({ urgency, go }));
    else this.#running++;
    try {
      return await work();
    } finally {
      // the place is handed on, so that nobody who comes meanwhile takes it as well
      const next = this.#waiting.shift();
      if (next) next.go();
      else this.#running--;
    }
  }

  learn(status: ThrottleStatus) {
    this.#status = { ...status, at: Date.now() };
  }

  /** Milliseconds until `cost` points are there again, with some jitter so that processes do not meet. */
  pauseFor(cost: number, status: ThrottleStatus): number {
    const missing = Math.max(0, cost - status.currentlyAvailable);
    return (missing / status.restoreRate) * 1000 + Math.random() * 250 + 50;
  }

  #wait(waiting: Waiting) {
    const at = this.#waiting.findIndex((other) => ORDER[other.urgency] > ORDER[waiting.urgency]);
    this.#waiting.splice(at === -1 ? this.#waiting.length : at, 0, waiting);
  }

  async #leaveRoom(urgency: Urgency) {
    if (urgency !== "sweep" || !this.#status) return;
    const { at, restoreRate, currentlyAvailable, maximumAvailable } = this.#status;
    const available = currentlyAvailable + ((Date.now() - at) / 1000) * restoreRate;
    const missing = maximumAvailable * LEFT_TO_PEOPLE - available;
    if (missing > 0) await sleep((missing / restoreRate) * 1000);
  }
}
