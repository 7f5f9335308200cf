import { Session } from "@shopify/shopify-api";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { database } from "~/platform/database/database.server";
import { decrypt, encrypt } from "~/platform/secrets.server";

const PURPOSE = "shopify tokens";

/** Shopify's own Prisma storage, with tokens encrypted before they reach the table. */
export class EncryptedSessionStorage {
  #inner: PrismaSessionStorage<ReturnType<typeof database>["prisma"]> | null = null;

  get #storage() {
    this.#inner ??= new PrismaSessionStorage(database().prisma);
    return this.#inner;
  }

  storeSession(session: Session): Promise<boolean> {
    const sealed = new Session(session.toObject());
    if (session.accessToken) sealed.accessToken = encrypt(PURPOSE, session.accessToken);
    if (session.refreshToken) sealed.refreshToken = encrypt(PURPOSE, session.refreshToken);
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
