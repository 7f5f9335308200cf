import { z } from "zod";
import { shopFace } from "~/features/settings/queries.server";
import { returnPlacesSchema } from "~/features/settings/schema";
import type { Carrier } from "~/platform/carriers/carrier";
import { openCredentials, sealCredentials } from "~/platform/carriers/credentials.server";
import { carrierOf, carriers } from "~/platform/carriers/registry";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { carrierUrl } from "~/platform/partner-pass.server";
import { record } from "~/platform/queue/record.server";
import { addressLines } from "~/values/address";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import type { AccountAction, AccountField, AccountView } from "./label-schema";
import * as labels from "./label-store.server";
import { addressFor } from "./return-places";

/** What an account of this carrier asks for, read off its settings schema. */
export function fieldsOf(carrier: Carrier): AccountField[] {
  const { settings } = carrier;
  if (!(settings instanceof z.ZodObject)) return [];
  return Object.entries(settings.shape as Record<string, z.ZodType>).map(([name, field]) => ({
    name,
    secret: field.meta()?.secret === true || innermost(field).meta()?.secret === true,
    required: !field.safeParse(undefined).success,
  }));
}

/** Under a default the field itself says whether it is a secret. */
const innermost = (field: z.ZodType): z.ZodType =>
  field instanceof z.ZodDefault ? innermost(field.unwrap() as z.ZodType) : field;

/** Carriers that a shop can have an account with: for labels, for news of parcels, or both. */
const withAccounts = (): Carrier[] =>
  Object.values(carriers).filter(({ capabilities }) => capabilities.needsAccount);

/** Everything on the page of labels; no secret leaves the server. */
export const labelScreen = (shop: Shop) =>
  shop.transact(async (tx) => {
    const face = await shopFace(tx);
    const to = addressFor({ sendTo: null }, face);
    return {
      accounts: (await labels.accountsOf(tx)).map((account) => viewOf(tx, account)),
      carriers: withAccounts().map((one) => ({ key: one.key, name: one.name, fields: fieldsOf(one) })),
      value: face.settings.labels,
      address: to ? addressLines(to) : [],
      places: returnPlacesSchema.parse(face.settings.returns),
    };
  });

function viewOf(
  { shopId }: ShopTx,
  { id, carrier, name, enabled, credentials }: labels.Account,
): AccountView {
  const kept = openCredentials(credentials);
  const of = carrierOf(carrier);
  const open = (of ? fieldsOf(of) : []).filter(({ secret }) => !secret);
  const values = Object.fromEntries(open.map((field) => [field.name, kept[field.name] ?? ""]));
  const webhookUrl = of?.capabilities.webhooks ? carrierUrl(shopId, id) : null;
  return { id, carrier, name, enabled, values, webhookUrl };
}

/**
 * Does what staff ask of the shop's accounts, and notes by whom. Refuses `returns.accountUnknown`
 * and `returns.accountIncomplete`.
 */
export const changeAccounts = (shop: Shop, asked: AccountAction, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const done = await change(tx, asked);
    if (!done.ok) return done;
    await record(tx, {
      kind: "settings.changed",
      key: `settings.changed:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return done;
  });

async function change(tx: ShopTx, asked: AccountAction): Promise<Result<null>> {
  if (asked.intent === "account") return saveAccount(tx, asked);
  const accounts = await labels.accountsOf(tx);
  const at = accounts.findIndex(({ id }) => id === asked.id);
  if (at < 0) return refuse("returns.accountUnknown");
  if (asked.intent === "remove") await labels.dropAccount(tx, asked.id);
  if (asked.intent === "switch") await labels.saveAccount(tx, asked.id, { enabled: asked.enabled });
  if (asked.intent === "earlier") {
    const order = accounts.map(({ id }) => id);
    order.splice(Math.max(0, at - 1), 0, ...order.splice(at, 1));
    for (const [position, id] of order.entries()) await labels.saveAccount(tx, id, { position });
  }
  return ok(null);
}

async function saveAccount(
  tx: ShopTx,
  { id, carrier: key, name, fields }: Extract<AccountAction, { intent: "account" }>,
): Promise<Result<null>> {
  const carrier = withAccounts().find((one) => one.key === key);
  const before = id === null ? null : await labels.accountById(tx, id);
  if (!carrier || (id !== null && before?.carrier !== key)) return refuse("returns.accountUnknown");
  const kept = before ? openCredentials(before.credentials) : {};
  const known = fieldsOf(carrier);
  // A secret that was left empty stays as it was: it is never shown, so it cannot be typed again.
  const typed = known.map((field) => {
    const said = (fields[field.name] ?? "").trim();
    return [field.name, field.secret && said === "" ? (kept[field.name] ?? "") : said] as const;
  });
  const merged = Object.fromEntries(typed.filter(([, said]) => said !== ""));
  if (!carrier.settings.safeParse(merged).success) return refuse("returns.accountIncomplete");
  const credentials = sealCredentials(merged);
  if (id !== null) await labels.saveAccount(tx, id, { name, credentials });
  else {
    const accounts = await labels.accountsOf(tx);
    if (accounts.length >= labels.MOST_ACCOUNTS) return refuse("limits.tooMany");
    const position = (accounts.at(-1)?.position ?? -1) + 1;
    await labels.insertAccount(tx, { carrier: key, name, credentials, position });
  }
  return ok(null);
}
