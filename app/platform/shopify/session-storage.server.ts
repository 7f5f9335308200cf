import { Session } from "@shopify/shopify-api";
import { sessionIds, sessionPeople, sessionTable } from "~/platform/database/session-table.server";
import { decrypt, encrypt } from "~/platform/secrets.server";
import type { ShopId } from "~/values/ids";

const PURPOSE = "shopify tokens";

/** Shopify's own Prisma storage, with tokens encrypted before they reach the table. */
export class EncryptedSessionStorage {
  #opened: ReturnType<typeof sessionTable> | null = null;

  /** Opened at first use: Shopify's storage asks the database as soon as it is made. */
  get #storage() {
    this.#opened ??= sessionTable();
    return this.#opened;
  }

  storeSession(session: Session): Promise<boolean> {
    const sealed = new Session(session.toObject());
    if (session.accessToken) sealed.accessToken = encrypt(PURPOSE, session.accessToken);
    if (session.refreshToken) sealed.refreshToken = encrypt(PURPOSE, session.refreshToken);
    // The table has no column for what the staff member may do, and `scope` would be the app's own: theirs
    // is kept in its place, or a restricted member would come back from the table with everything.
    const theirs = session.onlineAccessInfo?.associated_user_scope;
    if (session.isOnline && theirs !== undefined) sealed.scope = theirs;
    return this.#storage.storeSession(sealed);
  }

  async loadSession(id: string): Promise<Session | undefined> {
    return open(await this.#storage.loadSession(id));
  }

  deleteSession(id: string): Promise<boolean> {
    return this.#storage.deleteSession(id);
  }

  deleteSessions(ids: string[]): Promise<boolean> {
    return this.#storage.deleteSessions(ids);
  }

  /** Forgets every session of a shop: after uninstalling its tokens are worthless, and must not be kept. */
  async forgetShop(shop: string): Promise<void> {
    await this.#storage.deleteSessions(await sessionIds(shop));
  }

  async findSessionsByShop(shop: string): Promise<Session[]> {
    const sessions = await this.#storage.findSessionsByShop(shop);
    return sessions.map(open).filter((session): session is Session => session !== undefined);
  }
}

/** Somebody who works in the shop, as they opened the app. */
export type ShopStaff = { id: string; name: string; owner: boolean };
/** More people than a shop may have on any of Shopify's plans but the largest. */
const MOST_STAFF = 500;

/** The staff who opened the app in this shop and whose session is still kept, by name. Names and ids only. */
export async function staffWhoOpened(shopId: ShopId): Promise<ShopStaff[]> {
  const rows = await sessionPeople(shopId, MOST_STAFF);
  const people = rows.map(({ userId, firstName, lastName, accountOwner }) => ({
    id: String(userId),
    // Shopify's storage gives back "null" for a name it does not have.
    name: [firstName, lastName].filter((name) => name && name !== "null").join(" ") || "Staff",
    owner: accountOwner,
  }));
  return people.sort((a, b) => a.name.localeCompare(b.name, "en") || a.id.localeCompare(b.id));
}

/** A session whose tokens cannot be opened (another key) is as good as none: Shopify is asked anew. */
function open(session: Session | undefined): Session | undefined {
  if (!session?.accessToken) return session;
  const accessToken = decrypt(PURPOSE, session.accessToken);
  if (!accessToken) return undefined;
  session.accessToken = accessToken;
  if (session.refreshToken) {
    const refreshToken = decrypt(PURPOSE, session.refreshToken);
    if (!refreshToken) return undefined;
    session.refreshToken = refreshToken;
  }
  return session;
}

export const sessionStorage = new EncryptedSessionStorage();
