import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { ShopProfile } from "~/platform/shopify/nouns";
import { addressSchema, type Settings, settingsSchema } from "./schema";

export type StoredSettings = { value: Settings; version: number };

// Read for every page and every mail, so in plain SQL: the database client takes longer to plan than to ask.

/** Both of the below, in one statement. */
export async function loadFace(tx: ShopTx): Promise<StoredSettings & { profile: ShopProfile | null }> {
  const [row] = await tx.db.$queryRaw<{ settings: SettingsRow | null; profile: ShopProfile | null }[]>`
    select (select to_json(s) from settings s where s."shopId" = ${tx.shopId} and s.id = 'settings') as settings,
           (select to_json(p) from shop_profile p where p."shopId" = ${tx.shopId} and p.id = 'profile') as profile`;
  return { ...readSettings(row?.settings), profile: readProfile(row?.profile) };
}

type SettingsRow = { value: unknown; version: number };

const readSettings = (row: SettingsRow | null | undefined): StoredSettings =>
  row
    ? { value: settingsSchema.parse(row.value), version: row.version }
    : { value: settingsSchema.parse({}), version: 0 };

type ProfileRow = Omit<ShopProfile, "address"> & { address: unknown };

function readProfile(row: ProfileRow | null | undefined): ShopProfile | null {
  if (!row) return null;
  const { shopifyId, name, email, currency, timeZone, locale, storefrontUrl, scopes } = row;
  const address = addressSchema.parse(row.address);
  return { shopifyId, name, email, currency, timeZone, locale, storefrontUrl, address, scopes };
}

/** The shop's settings; the defaults, as version 0, when nothing was saved yet. */
export async function loadSettings(tx: ShopTx): Promise<StoredSettings> {
  const [row] = await tx.db.$queryRaw<SettingsRow[]>`
    select value, version from settings where "shopId" = ${tx.shopId} and id = 'settings'`;
  return readSettings(row);
}

/** The shop's settings, held until the transaction ends: who changes a part of them loses nobody else's. */
export async function lockSettings(tx: ShopTx): Promise<StoredSettings> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('settings:' || ${tx.shopId}, 0))`;
  return loadSettings(tx);
}

export async function saveSettings(tx: ShopTx, value: Settings): Promise<void> {
  const key = { shopId: tx.shopId, id: "settings" };
  await tx.db.settings.upsert({
    where: { shopId_id: key },
    create: { ...key, value },
    update: { value, version: { increment: 1 } },
  });
}

/** What Shopify last said of the shop, or null before we first asked. */
export async function loadProfile(tx: ShopTx): Promise<ShopProfile | null> {
  const [row] = await tx.db.$queryRaw<ProfileRow[]>`
    select "shopifyId", name, email, currency, "timeZone", locale, "storefrontUrl", address, scopes
    from shop_profile where "shopId" = ${tx.shopId} and id = 'profile'`;
  return readProfile(row);
}

export async function saveProfile(tx: ShopTx, profile: ShopProfile): Promise<void> {
  const key = { shopId: tx.shopId, id: "profile" };
  const row = { ...profile, address: profile.address as Prisma.InputJsonObject, refreshedAt: tx.now };
  await tx.db.shopProfile.upsert({ where: { shopId_id: key }, create: { ...key, ...row }, update: row });
}
