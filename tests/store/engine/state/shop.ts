import { randomUUID } from "node:crypto";
import type { NewShop, WebhookEvent } from "../contract";
import type { Storage } from "../files/storage";
import { InvalidId } from "../graphql/errors";
import type { Order } from "../orders/model";
import { globalId, type IdMint, typeOfId } from "./ids";
import type { Customer, Job, Location, MetafieldRecord, Product, Variant } from "./model";
import { type Instant, toInstant } from "./time";

interface Recorded {
  __typename: string;
  id: string;
}

type Payload = Record<string, unknown>;

/** Everything one shop holds. Rules live with their nouns; this only keeps and finds. */
export class ShopState {
  readonly id: string;
  readonly orders: Order[] = [];
  readonly customers: Customer[] = [];
  readonly products: Product[] = [];
  readonly locations: Location[] = [];
  readonly metafields: MetafieldRecord[] = [];
  /** First answers of idempotent mutations, by mutation and key. */
  readonly idempotent = new Map<string, unknown>();
  orderNumber = 1000;
  draftNumber = 0;
  readonly openedAt: Instant;

  private readonly nodes = new Map<string, Recorded>();
  private readonly later: { dueAt: number; run: () => void }[] = [];
  private pending: { topic: string; about: string; payload: () => Payload }[] = [];

  constructor(
    readonly details: Required<NewShop>,
    readonly mint: IdMint,
    readonly storage: Storage,
    private readonly clock: () => Date,
    private readonly deliver: (event: WebhookEvent) => void,
  ) {
    this.id = mint.next("Shop");
    this.openedAt = toInstant(clock());
  }

  now(): Instant {
    return toInstant(this.clock());
  }

  newId(type: string): string {
    return this.mint.next(type);
  }

  newJob(done = false): Job {
    return this.record({ __typename: "Job", id: globalId("Job", randomUUID()), done });
  }

  record<T extends Recorded>(node: T): T {
    this.nodes.set(node.id, node);
    return node;
  }

  forget(id: string): void {
    this.nodes.delete(id);
  }

  node(id: string): Recorded | undefined {
    return this.nodes.get(id);
  }

  /** The address others can open: staged uploads move to the CDN. */
  publicUrl(source: string): string {
    return this.storage.publish(source, `s/files/1/${this.id.split("/").at(-1)}/labels`);
  }

  all<T extends Recorded>(type: T["__typename"]): T[] {
    return [...this.nodes.values()].filter((node): node is T => node.__typename === type);
  }

  /** The record with this id; undefined if there is none; refused if the id is of another type. */
  find<T extends Recorded>(type: T["__typename"], id: string): T | undefined {
    if (typeOfId(id) !== type) throw new InvalidId(id);
    const node = this.nodes.get(id);
    return node?.__typename === type ? (node as T) : undefined;
  }

  variant(id: string): Variant | undefined {
    return this.find<Variant>("ProductVariant", id);
  }

  get primaryLocation(): Location {
    const location = this.locations.find((each) => each.isActive) ?? this.locations[0];
    if (!location) throw new Error(`${this.details.domain} has no location`);
    return location;
  }

  /** Tells the world, once the event that is happening is over. A topic is told once per record and event. */
  tell(topic: string, about: Recorded, payload: () => Payload): void {
    this.pending = this.pending.filter((each) => each.topic !== topic || each.about !== about.id);
    this.pending.push({ topic, about: about.id, payload });
  }

  /** Ends an event: everything told since the last one goes out under one event id. */
  endEvent(): void {
    const told = this.pending;
    if (told.length === 0) return;
    this.pending = [];
    const eventId = randomUUID();
    const triggeredAt = this.clock();
    for (const { topic, payload } of told) {
      this.deliver({ shop: this.details.domain, topic, payload: payload(), eventId, triggeredAt });
    }
  }

  /** Work that Shopify does in the background: it runs before the next request, or when settled. */
  soon(run: () => void): void {
    this.later.push({ dueAt: 0, run });
  }

  runBackground(): void {
    for (let work = this.later.shift(); work; work = this.later.shift()) {
      work.run();
      this.endEvent();
    }
  }
}
