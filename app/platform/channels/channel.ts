import type { z } from "zod";

/** A short message on its way to one person. */
export type TextMessage = {
  /** ours: the same on every try */
  id: string;
  /** E.164: "+447700900123" */
  to: string;
  text: string;
  /** when it was first tried, if it was: what is there since need not be sent again */
  triedSince: Date | null;
  /** where the provider tells what became of it */
  statusUrl: string;
};

export type SentText = { providerId: string };

/** What a provider tells us: what became of a message, or what somebody wrote back. */
export type TextNews =
  | { kind: "delivered"; providerId: string }
  | { kind: "notDelivered"; providerId: string; code: string }
  | { kind: "wrote"; from: string; text: string; answered: boolean };

export type TextCapabilities = {
  /** does it find a message that was sent, when an answer got lost? */
  readonly finds: boolean;
  readonly receives: boolean;
  readonly deliveryStates: boolean;
};

/** The request as it came in: its whole address as the provider was given it, and its raw body. */
export type PartnerRequest = { url: string; headers: Headers; body: string };

/** How an adapter reaches the world: given to it, so that a test can stand in for the network, never the code. */
export type TextWire = { fetch(url: string, init?: RequestInit): Promise<Response> };

/**
 * One way to write to a phone. What fails outward is thrown as TryAgain or NeedsMerchant; `OptedOut` when the
 * provider knows that the person wants no more. `readWebhook` is pure: null when the request is not the provider's,
 * an empty list when it is about something else.
 */
export type TextChannel<Settings = unknown> = {
  readonly key: string;
  readonly name: string;
  readonly capabilities: TextCapabilities;
  /** What an account needs. A field with `meta({ secret: true })` is never shown again. */
  readonly settings: z.ZodType<Settings>;
  send(settings: Settings, message: TextMessage, wire: TextWire): Promise<SentText>;
  readWebhook(settings: Settings, request: PartnerRequest): TextNews[] | null;
};

/** Keeps an adapter's own settings type while it is written; a list of adapters knows them only as checked. */
export const defineTextChannel = <Settings>(channel: TextChannel<Settings>): TextChannel =>
  channel as unknown as TextChannel;
