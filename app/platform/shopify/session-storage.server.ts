import { Session } from "@shopify/shopify-api";
import { sessionIds, sessionTable } from "~/platform/database/session-table.server";
import { decrypt, encrypt } from "~/platform/secrets.server";

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
