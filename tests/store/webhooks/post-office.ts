import { randomUUID } from "node:crypto";
import { type AppConfig, type Subscription, subscribersOf } from "../app-config";
import type { StoreClock } from "../clock";
import type { Delivery } from "./delivery";
import { includeFields } from "./include-fields";
import { nextTry } from "./retry-schedule";
import { send } from "./send";
import { plainSailing, type WebhookSwitches } from "./switches";

/** How long reordering gathers before it shuffles, on the machine's clock. */
const GATHER_MS = 500;
const SOON_MS = 1_000;
const LOG_LENGTH = 2_000;

export interface Announcement {
  shop: string;
  topic: string;
  payload: Record<string, unknown>;
  eventId?: string;
  triggeredAt?: Date;
}

export interface PostOffice {
  /** Tells every subscriber of the topic. */
  announce(news: Announcement): Delivery[];
  resend(id: string): Delivery | undefined;
  log(): Delivery[];
  clearLog(): void;
  switches(): WebhookSwitches;
  set(change: Partial<WebhookSwitches>): WebhookSwitches;
  /** Resolves once nothing is under way and nothing is due. Retries that lie ahead are not waited for. */
  settled(): Promise<void>;
  onChange(listener: () => void): () => void;
  stop(): void;
}

export interface PostOfficeParts {
  appUrl: string | undefined;
  apiSecret: string | undefined;
  config(): AppConfig;
  clock: StoreClock;
  retrySpeed: number;
  random(): number;
}

export function createPostOffice(parts: PostOfficeParts): PostOffice {
  const { clock } = parts;
  const deliveries: Delivery[] = [];
  const underWay = new Set<Delivery>();
  const listeners = new Set<() => void>();
  let gathered: Delivery[] = [];
  let switches = { ...plainSailing };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const changed = () => {
    for (const listener of listeners) listener();
  };
  const isDue = (delivery: Delivery) =>
    !underWay.has(delivery) && delivery.dueAt !== undefined && delivery.dueAt <= clock.now();

  /** Sends what is due, and wakes again when the next one will be. */
  function pump(): void {
    clearTimeout(timer);
    if (stopped || switches.hold) return;
    for (const delivery of deliveries.filter(isDue)) void attempt(delivery);
    const waiting = deliveries.filter((one) => one.dueAt && !underWay.has(one));
    const next = Math.min(...waiting.map((one) => one.dueAt?.getTime() ?? Infinity));
    if (next < Infinity) {
      timer = setTimeout(pump, Math.min(Math.max(next - clock.now().getTime(), 5), 60_000));
      timer.unref();
    }
  }

  async function attempt(delivery: Delivery): Promise<void> {
    if (!parts.appUrl || parts.apiSecret === undefined) return;
    underWay.add(delivery);
    const outcome = await send(delivery, parts.appUrl, parts.apiSecret, clock.now());
    underWay.delete(delivery);
    delivery.attempts.push(outcome);
    const taken = outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300;
    const first = delivery.attempts[0]?.at ?? outcome.at;
    delivery.dueAt = taken ? undefined : nextTry(first, delivery.attempts.length, parts.retrySpeed);
    delivery.state = taken ? "delivered" : delivery.dueAt ? "retrying" : "failed";
    changed();
    pump();
  }

  function hand(delivery: Delivery): void {
    deliveries.push(delivery);
    if (deliveries.length > LOG_LENGTH) deliveries.splice(0, deliveries.length - LOG_LENGTH);
    if (delivery.state === "dropped") return;
    if (switches.reorder) gather(delivery);
    else delivery.dueAt = new Date(clock.now().getTime() + switches.delayMs);
  }

  function gather(delivery: Delivery): void {
    gathered.push(delivery);
    if (gathered.length > 1) return;
    setTimeout(() => {
      const now = clock.now().getTime();
      gathered.reverse().forEach((one, index) => {
        one.dueAt = new Date(now + switches.delayMs + index * 20);
      });
      gathered = [];
      pump();
    }, GATHER_MS).unref();
  }

  function write(news: Announcement, subscription: Subscription, eventId: string): Delivery[] {
    const first: Delivery = {
      id: randomUUID(),
      eventId,
      shop: news.shop,
      topic: news.topic,
      subscription: subscription.name,
      uri: subscription.uri,
      apiVersion: parts.config().webhookApiVersion,
      triggeredAt: news.triggeredAt ?? clock.now(),
      body: JSON.stringify(includeFields(news.payload, subscription.includeFields)),
      state: parts.random() * 100 < switches.dropPercent ? "dropped" : "waiting",
      attempts: [],
      dueAt: undefined,
      copyOf: undefined,
    };
    if (first.state === "dropped") return [first];
    const copies = Array.from({ length: Math.max(0, switches.copies - 1) }, () =>
      copyOf(first, switches.freshIds),
    );
    return [first, ...copies];
  }

  const copyOf = (original: Delivery, freshId: boolean): Delivery => ({
    ...original,
    id: freshId ? randomUUID() : original.id,
    state: "waiting",
    attempts: [],
    dueAt: undefined,
    copyOf: original.id,
  });

  const unmove = clock.onMove(pump);

  /** Under way, due, or so nearly due that waiting for it is what was meant. */
  function busy(): boolean {
    if (underWay.size > 0) return true;
    if (switches.hold) return false;
    const soon = clock.now().getTime() + SOON_MS;
    return (
      gathered.length > 0 ||
      deliveries.some((one) => one.state === "waiting" && (one.dueAt?.getTime() ?? Infinity) < soon) ||
      deliveries.some(isDue)
    );
  }

  return {
    announce(news) {
      const eventId = news.eventId ?? randomUUID();
      const written = subscribersOf(parts.config(), news.topic).flatMap((one) => write(news, one, eventId));
      written.forEach(hand);
      changed();
      pump();
      return written;
    },
    resend(id) {
      const original = deliveries.findLast((one) => one.id === id);
      if (!original) return undefined;
      const again = { ...copyOf(original, false), dueAt: clock.now() };
      deliveries.push(again);
      changed();
      pump();
      return again;
    },
    log: () => [...deliveries],
    clearLog() {
      deliveries.splice(0, deliveries.length, ...deliveries.filter((one) => one.dueAt ?? underWay.has(one)));
      changed();
    },
    switches: () => ({ ...switches }),
    set(change) {
      switches = { ...switches, ...change };
      changed();
      pump();
      return { ...switches };
    },
    async settled() {
      while (!stopped && busy()) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      unmove();
    },
  };
}
