import { shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { contradictions, mayPublish } from "./contradictions";
import { meansOf } from "./label-store.server";
import { policyOfSettings } from "./policy";
import type { PolicyValue } from "./policy-schema";
import * as store from "./policy-store.server";

/** Which draft somebody has before them: its time of saving in milliseconds, 0 for none. */
export type SeenDraft = number;
const seenOf = (draft: store.KeptPolicy | null): SeenDraft => draft?.savedAt.getTime() ?? 0;

/**
 * Saves what is being worked on, for staff only. Contradictions may stand in a draft. Refuses
 * `policy.changedMeanwhile` when somebody else saved one since `seen`.
 */
export const savePolicyDraft = (
  shop: Shop,
  value: PolicyValue,
  seen: SeenDraft,
  staffName: string,
): Promise<Result<PolicyValue>> =>
  shop.transact(async (tx) => {
    await store.holdPolicy(tx);
    if (seenOf(await store.policyDraft(tx)) !== seen) return refuse("policy.changedMeanwhile");
    await store.saveDraft(tx, value, staffName);
    return ok(value);
  });

/**
 * Puts the draft into force as a new version, noted by whom. Refuses `policy.noDraft`, `policy.changedMeanwhile`
 * when it is not the draft that was `seen`, and `policy.contradicts` when it cannot be kept to
 * (`contradictions` says why).
 */
export const publishPolicy = (
  shop: Shop,
  seen: SeenDraft,
  staffName: string,
): Promise<Result<{ version: number }>> =>
  shop.transact(async (tx) => {
    await store.holdPolicy(tx);
    const draft = await store.policyDraft(tx);
    if (!draft) return refuse("policy.noDraft");
    if (seenOf(draft) !== seen) return refuse("policy.changedMeanwhile");
    const means = await meansOf(tx, await shopFace(tx));
    if (!mayPublish(contradictions(draft.value, means))) return refuse("policy.contradicts");
    const version = await nextVersion(tx);
    await store.insertVersion(tx, version, draft.value, staffName);
    await store.dropDraft(tx);
    await record(tx, {
      kind: "policy.published",
      key: `policy.published:${version}`,
      actor: "staff",
      actorName: staffName,
      data: { version },
    });
    return ok({ version });
  });

/** Makes a published version the draft, to be looked at and published again. Refuses `policy.notFound`. */
export const revertPolicy = (
  shop: Shop,
  version: number,
  staffName: string,
): Promise<Result<{ version: number }>> =>
  shop.transact(async (tx) => {
    await store.holdPolicy(tx);
    const earlier = version > 0 ? await store.policyVersion(tx, version) : null;
    if (!earlier) return refuse("policy.notFound");
    await store.saveDraft(tx, earlier.value, staffName);
    return ok({ version });
  });

/** Throws the draft away. What is in force stays. */
export const dropPolicyDraft = (shop: Shop, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    await store.holdPolicy(tx);
    if (!(await store.policyDraft(tx))) return ok(null);
    await store.dropDraft(tx);
    await record(tx, {
      kind: "policy.draftDropped",
      key: `policy.draftDropped:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(null);
  });

/** Versions go on from those of the settings, which decided before: no number ever means two policies. */
async function nextVersion(tx: ShopTx): Promise<number> {
  const [published, face] = [await store.publishedPolicy(tx), await shopFace(tx)];
  return Math.max(published?.version ?? 0, face.settingsVersion) + 1;
}

const VERSIONS_SHOWN = 20;

/** What the policy's screen shows. `before`: versions older than this one, for the next page of them. */
export const policyScreen = (shop: Shop, before: number | null = null) =>
  shop.transact(async (tx) => {
    const face = await shopFace(tx);
    const [draft, published] = [await store.policyDraft(tx), await store.publishedPolicy(tx)];
    const versions = await store.publishedVersions(tx, before, VERSIONS_SHOWN + 1);
    return {
      value: draft?.value ?? published?.value ?? policyOfSettings(face),
      seen: seenOf(draft),
      draft: draft && { savedAt: draft.savedAt, actorName: draft.actorName },
      inForce: published && {
        version: published.version,
        publishedAt: published.publishedAt,
        actorName: published.actorName,
      },
      versions: versions.slice(0, VERSIONS_SHOWN),
      moreBefore: versions.length > VERSIONS_SHOWN ? (versions[VERSIONS_SHOWN - 1]?.version ?? null) : null,
      currency: face.profile.currency,
      timeZone: face.profile.timeZone,
      granted: face.profile.scopes,
      means: await meansOf(tx, face),
    };
  });
