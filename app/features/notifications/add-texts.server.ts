import { TEXT_CHANNELS } from "~/platform/channels/registry";
import type { ShopTx } from "~/platform/database/shop.server";
import { enqueueAll } from "~/platform/queue/enqueue.server";
import { newId } from "~/values/ids";
import { kindOf } from "./registry";
import * as store from "./text-store.server";
import { type Consent, mayText, phoneOf, whyNoText } from "./texts";

type Said = ReadonlyMap<string, ReadonlyMap<string, Consent>>;

/**
 * Messages go to phones, where the shop wants that of their kind: once each, by the first channel that may, and not
 * to who has refused. Besides the mail, in the transaction that notes it as sent; or in its place. Answers the new
 * message of each, by the id of the one it goes with.
 */
export async function addTexts(tx: ShopTx, ids: string[]): Promise<Map<string, string>> {
  const ways = (await store.messagesToText(tx, ids)).filter(({ kind: key, channel }) => {
    const kind = kindOf(key);
    return kind && mayText(kind, channel);
  });
  if (ways.length === 0) return new Map();
  const said = await consentsByChannel(tx, ways);
  const rows = ids.flatMap((id) => {
    const open = TEXT_CHANNELS.flatMap((channel) =>
      ways.filter((one) => one.id === id && one.channel === channel),
    );
    const all = open.map((one) => rowOf(one, newId(tx.now), said));
    return all.find(({ state }) => state === "queued") ?? all[0] ?? [];
  });
  const queued = await store.addTextRows(tx, rows);
  await enqueueAll(
    tx,
    queued.map((notificationId) => ({ task: "send-text", payload: { notificationId } })),
  );
  return new Map(rows.map((row) => [row.id, row.newId]));
}

function rowOf({ templates: _, onlyAgreed, ...one }: store.ToText, id: string, said: Said): store.NewText {
  const phone = phoneOf(one.phone);
  const row = { ...one, newId: id, phone: phone ?? one.phone };
  if (!phone) return { ...row, state: "dropped", reason: "badNumber" };
  const reason = whyNoText(said.get(one.channel)?.get(phone), onlyAgreed);
  return { ...row, state: reason ? "suppressed" : "queued", reason };
}

async function consentsByChannel(tx: ShopTx, ways: readonly store.ToText[]): Promise<Said> {
  const said = new Map<string, ReadonlyMap<string, Consent>>();
  for (const channel of TEXT_CHANNELS) {
    const phones = ways.filter((one) => one.channel === channel).flatMap(({ phone }) => phoneOf(phone) ?? []);
    said.set(channel, await store.consentsOf(tx, channel, phones));
  }
  return said;
}
