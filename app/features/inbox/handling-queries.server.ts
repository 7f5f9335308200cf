import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { staffWhoOpened } from "~/platform/shopify/session-storage.server";
import type { StaffMember } from "./people";
import { businessHours } from "./promise-store.server";
import { snoozeOffers } from "./snooze";
import { shopTags } from "./tag-store.server";
import { teamsOf } from "./teams/team-store.server";

/** Everybody to whom a conversation can be given. Outside of a transaction: sessions are kept apart. */
export const colleaguesOf = async (shop: Shop): Promise<StaffMember[]> =>
  (await staffWhoOpened(shop.id)).map(({ id, name }) => ({ id, name }));

/** Until when conversations may sleep now. */
export const snoozesNow = async (tx: ShopTx) => snoozeOffers(tx.now, (await businessHours(tx)).hours);

/** What can be chosen for any conversation now: the shop's own tags and teams, and until when it may sleep. */
export async function handlingChoices(tx: ShopTx) {
  return {
    tags: (await shopTags(tx)).map(({ tag }) => tag),
    snoozes: await snoozesNow(tx),
    teams: (await teamsOf(tx)).map(({ id, name }) => ({ id, name })),
  };
}
