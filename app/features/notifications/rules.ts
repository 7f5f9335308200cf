import type { Settings } from "~/features/settings/schema";
import { isMailbox } from "~/values/keys";
import type { Kind } from "./kind";

/** Why a message did not go out, for staff to read. */
export type DropReason =
  | "noAddress"
  | "badAddress"
  | "switchedOff"
  | "beforeInstall"
  | "tooOld"
  | "noLongerTrue"
  | "testOrder";

/** What is known of the order when its news is decided. */
export type NewsContext = {
  email: string | null;
  cancelledAt: Date | null;
  placedAt: Date;
  /** when the shop installed us: what was ordered before is not ours to announce */
  installedAt: Date;
  /** when the fact happened, as we learnt of it */
  factAt: Date;
};

/**
 * Does this news go out? Null means yes. Back-filled orders, stale facts and what has become untrue stay
 * silent; the reason is kept.
 */
export function whyNot(kind: Kind, settings: Settings, about: NewsContext, now: Date): DropReason | null {
  if (!kind.wanted(settings)) return "switchedOff";
  if (!about.email) return "noAddress";
  if (!isMailbox(about.email)) return "badAddress";
  if (kind.fact.startsWith("order.") && about.placedAt < wholeSecond(about.installedAt))
    return "beforeInstall";
  const age = now.getTime() - (kind.fact === "order.placed" ? about.placedAt : about.factAt).getTime();
  if (age > kind.freshFor) return "tooOld";
  if (!kind.stillTrue(about)) return "noLongerTrue";
  return null;
}

/** Shopify tells an order's time in whole seconds: one placed right after the installation is not before it. */
const wholeSecond = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);
