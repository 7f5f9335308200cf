import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { type PolicyValue, policySchema } from "./policy-schema";

/** The versions of the return policy. Version 0 is the draft; a published one is never changed. */

const DRAFT = 0;

export type KeptPolicy = {
  version: number;
  value: PolicyValue;
  actorName: string | null;
  savedAt: Date;
  publishedAt: Date | null;
};

type Row = Omit<KeptPolicy, "value"> & { value: unknown };
const kept = ({ version, value, actorName, savedAt, publishedAt }: Row): KeptPolicy => ({
  version,
  value: policySchema.parse(value),
  actorName,
  savedAt,
  publishedAt,
});

/** The policy in force: the latest published one, or null while none was published. */
export async function publishedPolicy(tx: ShopTx): Promise<KeptPolicy | null> {
  // Read for every order's page and mail, so in plain SQL: the database client takes longer to plan than to ask.
  const [row] = await tx.db.$queryRaw<Row[]>`
    select version, value, "actorName", "savedAt", "publishedAt" from policy_version
    where "shopId" = ${tx.shopId} and version > ${DRAFT} order by version desc limit 1`;
  return row ? kept(row) : null;
}

export async function policyVersion(tx: ShopTx, version: number): Promise<KeptPolicy | null> {
  const where = { shopId_version: { shopId: tx.shopId, version } };
  const row = await tx.db.policyVersion.findUnique({ where });
  return row && kept(row);
}

/** What is being worked on, or null. */
export const policyDraft = (tx: ShopTx): Promise<KeptPolicy | null> => policyVersion(tx, DRAFT);

/** Holds drafts and publishing of the shop until the transaction ends, so that they happen one at a time. */
export async function holdPolicy(tx: ShopTx): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('policy:' || ${tx.shopId}, 0))`;
}

export async function saveDraft(tx: ShopTx, value: PolicyValue, actorName: string): Promise<void> {
  const row = { value: value as Prisma.InputJsonObject, actorName, savedAt: tx.now };
  await tx.db.policyVersion.upsert({
    where: { shopId_version: { shopId: tx.shopId, version: DRAFT } },
    create: { ...row, shopId: tx.shopId, id: newId(tx.now), version: DRAFT },
    update: row,
  });
}

export async function dropDraft(tx: ShopTx): Promise<void> {
  await tx.db.policyVersion.deleteMany({ where: { shopId: tx.shopId, version: DRAFT } });
}

/** Keeps a value as a published version, for good. */
export async function insertVersion(
  tx: ShopTx,
  version: number,
  value: PolicyValue,
  actorName: string,
): Promise<void> {
  await tx.db.policyVersion.create({
    data: {
      shopId: tx.shopId,
      id: newId(tx.now),
      version,
      value: value as Prisma.InputJsonObject,
      actorName,
      savedAt: tx.now,
      publishedAt: tx.now,
    },
  });
}

/** When a version was published and by whom; null when no policy ever had this number. */
export const publishedAs = (tx: ShopTx, version: number): Promise<VersionSummary | null> =>
  tx.db.policyVersion.findFirst({
    where: { shopId: tx.shopId, version: { equals: version, gt: DRAFT } },
    select: { version: true, actorName: true, publishedAt: true },
  });

export type VersionSummary = Pick<KeptPolicy, "version" | "actorName" | "publishedAt">;

/** Published versions, the latest first, those before `before` (all when null). */
export function publishedVersions(
  tx: ShopTx,
  before: number | null,
  most: number,
): Promise<VersionSummary[]> {
  return tx.db.policyVersion.findMany({
    where: { shopId: tx.shopId, version: { gt: DRAFT, ...(before === null ? {} : { lt: before }) } },
    orderBy: { version: "desc" },
    take: most,
    select: { version: true, actorName: true, publishedAt: true },
  });
}
