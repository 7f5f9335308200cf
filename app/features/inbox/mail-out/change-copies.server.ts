import { senderOf, shopFace } from "~/features/settings/queries.server";
import { unreachableAmong } from "~/platform/channels/email/barred.server";
import { inboundMail } from "~/platform/channels/email/inbound.server";
import { OUR_SENDER } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { emailKey } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { copiesChanged } from "../facts";
import { type KnownConversation, lockConversation } from "../store.server";
import { copyProblem, isThere } from "./copies";
import { saveCopies } from "./copies-store.server";

export type CopyChange = { do: "add" | "remove"; address: string };

/**
 * Staff bring somebody into a conversation, who then gets copies of its answers and is known when they write, or take
 * them out. Who is there already, or not there, is no matter. Refuses `inbox.notFound`, `inbox.ccInvalid` for what is
 * not one plain mailbox, `inbox.ccOurs`, `inbox.ccBarred` where mail came back for good, and `inbox.tooManyCc` beyond 20.
 */
export const changeCopies = (
  shop: Shop,
  conversationId: string,
  change: CopyChange,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    const after =
      change.do === "add"
        ? await joined(tx, conversation, change.address)
        : left(conversation, change.address);
    if (!after.ok) return after;
    if (after.value.length === conversation.participants.length) return ok(null);
    await saveCopies(tx, conversationId, after.value);
    await record(tx, copiesChanged({ conversationId, orderId: conversation.orderId }, staffName));
    return ok(null);
  });

const left = ({ participants }: KnownConversation, address: string): Result<string[]> =>
  ok(participants.filter((one) => emailKey(one) !== emailKey(address)));

async function joined(
  tx: ShopTx,
  { email, participants }: KnownConversation,
  typed: string,
): Promise<Result<string[]>> {
  const address = typed.trim();
  const sender = await senderOf(tx, await shopFace(tx));
  const ours = [OUR_SENDER, sender.from.address].map(emailKey);
  const problem = copyProblem(address, { email, participants, ours, ourDomain: inboundMail.domain });
  if (problem) return refuse(problem);
  if (isThere(address, { email, participants })) return ok(participants);
  if ((await unreachableAmong(tx, [address])).length > 0) return refuse("inbox.ccBarred");
  return ok([...participants, emailKey(address)]);
}
