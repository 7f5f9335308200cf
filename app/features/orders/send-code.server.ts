import { brandOf, senderOf, shopFace } from "~/features/settings/queries.server";
import { type OutgoingMail, sendMail } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { NeverMind } from "~/platform/queue/failures";
import { emailKey } from "~/values/keys";
import * as store from "./look-up-store.server";
import { codeDigits } from "./one-time-code";
import { orderDetail } from "./queries.server";
import { codeMail } from "./ui/code-mail";

/**
 * Mails the code that a fact asked for. A second try sends the same digits under the same Message-ID. A
 * code that was used, or whose ten minutes are over, is not sent any more.
 */
export async function sendCode(shop: Shop, factId: string): Promise<void> {
  const mail = await shop.transact(async (tx) => {
    const code = await store.liveCode(tx, factId);
    return code ? compose(tx, code) : null;
  });
  if (!mail) throw new NeverMind("The code is over, or was used");
  await sendMail(mail);
}

async function compose(
  tx: ShopTx,
  code: { id: string; orderId: string; emailKey: string },
): Promise<OutgoingMail | null> {
  const order = await orderDetail(tx, code.orderId);
  if (!order) return null;
  // A gift's recipient gets theirs where they said: the code's own address.
  const address = order.email && emailKey(order.email) === code.emailKey ? order.email : code.emailKey;
  const face = await shopFace(tx);
  const sender = await senderOf(tx, face);
  const letter = codeMail({
    digits: codeDigits(tx.shopId, code.id),
    orderName: order.name,
    locale: order.locale,
    brand: brandOf(face, order.locale),
  });
  return {
    ...sender,
    to: { name: "", address },
    ...letter,
    messageId: `code.${code.id}@${sender.from.address.split("@")[1] ?? "localhost"}`,
    automatic: true,
  };
}
