import type { z } from "zod";
import type { OrderDetail } from "~/features/orders/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import type { ActionAccess } from "~/platform/shopify/scopes";
import type { Result } from "~/values/result";
import type { ActionPromise } from "../action-ledger-store.server";
import type { KeptAction } from "../action-store.server";
import type { TakenLine } from "../rules";

/** The order as actions look at it before they are begun. */
export type Standing = {
  order: OrderDetail;
  /** what its returns hold */
  returned: TakenLine[];
  /** what may still be paid out for it, in minor units of its currency; null: nothing was paid yet */
  left: bigint | null;
  /** … and for each of its lines */
  leftOfLine: ReadonlyMap<string, bigint>;
  shopCurrency: string;
};

/** What an action would cost, and what it promises in the ledger. */
export type Weighed = {
  /** counted against the limit of whoever asks, in minor units of the order's currency */
  cost: bigint;
  promise?: ActionPromise;
};

/** An action at work, with the order as it is mirrored now. */
export type Running<A> = Omit<KeptAction, "asked"> & { asked: A; order: OrderDetail };

/** What came of it: words and numbers for staff to see, or a sentence on why not. */
export type Performed = { ok: true; made?: Made; externalId?: string } | { ok: false; why: string };
export type Made = Readonly<Record<string, string>>;

/** One thing that staff can do about an order. A new one is a file in `kinds/` and a line in the registry. */
export type ActionKind<A> = {
  key: string;
  /** what is asked for, as it comes from a form and as it is kept */
  schema: z.ZodType<A>;
  /** what the merchant has to allow for it */
  access(asked: A): ActionAccess[];
  /** Is it possible, and what does it cost? Pure; refuses in codes. */
  weigh(standing: Standing, asked: A): Result<Weighed>;
  /**
   * Has Shopify do it, once in effect: called again after a crash, it looks first at what is there already.
   * Throws TryAgain when nobody can say.
   */
  perform(shop: Shop, action: Running<A>): Promise<Performed>;
  /** Takes it back. Absent: it cannot be. */
  undo?(shop: Shop, action: Running<A>): Promise<Performed>;
  /** what is kept of what was asked once it is over: no address, no words about a person */
  keeps(asked: A): Record<string, unknown>;
};

/** Declares a kind; what it asks for follows from its schema. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where kinds that ask for different things become one list
export const defineKind = <A>(kind: ActionKind<A>): ActionKind<any> => kind;
