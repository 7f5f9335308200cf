import type { z } from "zod";
import type { OutgoingMail } from "./email/send.server";

/** One way to reach a person. What fails outward is thrown, sorted by who must act (platform/queue/failures.ts). */
export type Channel = {
  readonly key: string;
  /** who carries it */
  readonly name: string;
};

export type MailChannel = Channel & { send(mail: OutgoingMail): Promise<unknown> };

/** A text that the provider has approved, with what fills its places in their order. */
export type FilledTemplate = { name: string; language: string; parameters: string[] };

/** A short message on its way to one person. */
export type TextMessage = {
  /** ours: the same on every try */
  id: string;
  /** E.164: "+447700900123" */
  to: string;
  text: string;
  /** what is sent in the text's place, by a channel that takes `approvedOnly` */
  template: FilledTemplate | null;
  /** when it was first tried, if it was: what is there since need not be sent again */
  triedSince: Date | null;
  /** where the provider tells what became of it */
  statusUrl: string;
};

export type SentText = { providerId: string };

/** What a provider tells us: what became of a message, or what somebody wrote back. */
export type TextNews =
  | ({ kind: "sent" | "delivered" | "read" } & AboutMessage)
  | ({ kind: "notDelivered"; why: string } & AboutMessage)
  | { kind: "wrote"; from: string; text: string; answered: boolean };

type AboutMessage = {
  providerId: string;
  /** our own id of it, where the provider gives it back */
  id?: string;
};

export type TextCapabilities = {
  /** does it take none but texts that were approved beforehand? */
  readonly approvedOnly: boolean;
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
 * One way to write to a phone. What fails outward is thrown as TryAgain (`Unclear`, where it may have been sent and
 * cannot be found) or NeedsMerchant; `OptedOut` when the provider knows that the person wants no more.
 * `readWebhook` is pure: null when the request is not the provider's, an empty list when it is about something else.
 */
export type TextChannel<Settings = unknown> = Channel & {
  readonly capabilities: TextCapabilities;
  /** What an account needs. A field with `meta({ secret: true })` is never shown again. */
  readonly settings: z.ZodType<Settings>;
  send(settings: Settings, message: TextMessage, wire: TextWire): Promise<SentText>;
  readWebhook(settings: Settings, request: PartnerRequest): TextNews[] | null;
  /** Where the provider first asks whether an address is ours: the word it was given for us, and what it wants to hear. */
  readChallenge?(query: URLSearchParams): { word: string; answer: string } | null;
};

/** Keeps an adapter's own settings type while it is written; a list of adapters knows them only as checked. */
export const defineTextChannel = <Settings>(channel: TextChannel<Settings>): TextChannel =>
  channel as unknown as TextChannel;
