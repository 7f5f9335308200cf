import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { database } from "./database.server";

/** Shopify's own storage on its own table. Holds every shop's sessions: only session-storage may use it. */
export const sessionTable = () => new PrismaSessionStorage(database().prisma);

/** The ids of all sessions of a shop, online ones included. */
export async function sessionIds(shop: string): Promise<string[]> {
  const rows = await database().prisma.session.findMany({ where: { shop }, select: { id: true } });
  return rows.map((row) => row.id);
}

/** Names and ids of the people whose online sessions of a shop are kept; no addresses, no tokens. */
export const sessionPeople = (shop: string, most: number) =>
  database().prisma.session.findMany({
    where: { shop, isOnline: true, userId: { not: null } },
    select: { userId: true, firstName: true, lastName: true, accountOwner: true },
    orderBy: { id: "asc" },
    take: most,
  });
