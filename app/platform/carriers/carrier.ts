import type { z } from "zod";
import type { LabelInput } from "~/platform/labels/label-input";
import type { Address } from "~/values/address";
import type { Money } from "~/values/money";
import type { Tracking } from "./tracking";
import type { WebhookHeaders, WebhookReading } from "./webhook-signature";

/** One kind of thing in the parcel, as customs ask for it. */
export interface ShipmentItem {
  readonly description: string;
  readonly quantity: number;
  /** What one is worth. */
  readonly value: Money;
  /** Of one. */
  readonly weightGrams: number;
  /** Harmonised System code, digits only, 6 to 10. */
  readonly hsCode: string | null;
  /** Where it was made, ISO 3166-1 alpha-2. */
  readonly origin: string | null;
}

/** A parcel to be sent back. */
export interface Shipment {
  /** Deterministic: asking twice under one reference gives one label. At most 64 characters. */
  readonly reference: string;
  readonly from: Address & { readonly email?: string | null };
  readonly to: Address & { readonly email?: string | null };
  readonly parcel: {
    readonly weightGrams: number;
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  };
  readonly items: readonly ShipmentItem[];
  /** Who vouches for the customs declaration: the shop's name. */
  readonly signer: string;
  /** What a printable label says; carriers with labels of their own pass over it. */
  readonly label: LabelInput;
  /** Is a code wanted that the counter scans, so that nobody has to print? Sellers that have none pass over it. */
  readonly wantsQr?: boolean;
}

/** A file of a label. */
export interface LabelFile {
  readonly contentType: "application/pdf" | "image/png";
  readonly bytes: Uint8Array;
}

/** A label that is ours now, bought or found again. */
export interface BoughtLabel {
  /** The number by which the seller knows it, to void it. */
  readonly externalId: string;
  readonly carrier: string | null;
  readonly service: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  /** Null when it costs nothing, or the seller did not say. */
  readonly cost: Money | null;
  readonly file: LabelFile;
  /** The carrier's own code for its counters, where one was wanted and it gave one. */
  readonly qr: LabelFile | null;
}

/** What became of a label that is not wanted any more. */
export type Voided = "refunded" | "asked" | "tooLate";

export interface Capabilities {
  readonly buysLabels: boolean;
  readonly voidsLabels: boolean;
  readonly tracks: boolean;
  readonly webhooks: boolean;
  /** Can it give a code that a counter scans instead of a printed label? */
  readonly qrCodes: boolean;
  /** Does a shop need an account there? */
  readonly needsAccount: boolean;
}

/** A parcel to ask about. `externalId`: its tracker, where there is one already. */
export interface TrackedParcel {
  readonly carrier: string;
  readonly number: string;
  readonly externalId?: string | null;
}

/** How an adapter reaches the world: given to it, so that a test can stand in for the network, never the code. */
export interface Wire {
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** A file at an address that somebody else gave us. */
  download(url: string): Promise<LabelFile>;
}

/**
 * One way to a label or to a parcel's whereabouts. What fails outward is thrown as TryAgain, NeedsMerchant or
 * NeverMind; the readers are pure, take whatever comes and never throw.
 */
export interface Carrier<Settings = unknown> {
  readonly key: string;
  readonly name: string;
  readonly capabilities: Capabilities;
  /** What an account needs; the form is drawn from it. A field with `meta({ secret: true })` is never shown again. */
  readonly settings: z.ZodType<Settings>;
  buyLabel(settings: Settings, shipment: Shipment, wire: Wire): Promise<BoughtLabel>;
  voidLabel(settings: Settings, externalId: string, wire: Wire): Promise<Voided>;
  track(settings: Settings, parcel: TrackedParcel, wire: Wire): Promise<Tracking>;
  /**
   * Asks that a parcel be followed from now on, so that its news comes by itself, and answers what is known of it.
   * Asked again for the same parcel it is the same tracker. Absent where `track` does that.
   */
  follow?(settings: Settings, parcel: TrackedParcel, wire: Wire): Promise<Tracking>;
  /** How this seller names a carrier (a key of known-carriers.ts); an empty text lets it find out by the number. */
  nameOf?(carrier: string | null): string;
  /** The carrier's body, parsed or as text, as our status and events. Events of what is not a tracker: none. */
  readTracking(body: unknown, now?: Date): Tracking;
  /**
   * A message pushed to us, read only if its signature holds; null when it is genuine and about something else.
   * `secret` is the one agreed with the carrier: without it nothing is believed.
   */
  readWebhook(
    headers: WebhookHeaders,
    body: string | Uint8Array,
    secret?: string | null,
    now?: Date,
  ): WebhookReading<Tracking | null>;
}

/** Keeps an adapter's own settings type while it is written; a list of adapters knows them only as checked. */
export const defineCarrier = <Settings>(carrier: Carrier<Settings>): Carrier => carrier as unknown as Carrier;
