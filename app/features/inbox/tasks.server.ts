import { z } from "zod";
import { defineTask } from "~/platform/queue/task.server";
import { acknowledge, watchPromise } from "./acknowledge.server";
import { askRating, planRating } from "./ask-rating.server";
import { closeDeliveryCase, openDeliveryCase } from "./delivery-case.server";
import { indexConversations } from "./index-conversations.server";
import { giveUpMessage, sendMessage } from "./send-message.server";
import { wakeConversation } from "./snooze-conversation.server";
import { takeInMail } from "./take-in-mail.server";

const fact = z.object({ factId: z.string() });

export const inboxTasks = [
  defineTask({
    name: "open-delivery-case",
    schema: fact,
    run: (shop, { factId }) => openDeliveryCase(shop, factId),
  }),
  defineTask({
    name: "close-delivery-case",
    schema: fact,
    run: (shop, { factId }) => closeDeliveryCase(shop, factId),
  }),
  defineTask({
    name: "acknowledge",
    schema: fact,
    run: (shop, { factId }) => acknowledge(shop, factId),
  }),
  defineTask({
    name: "watch-promise",
    schema: z.object({ conversationId: z.string() }),
    run: (shop, { conversationId }) => watchPromise(shop, conversationId),
  }),
  defineTask({
    name: "wake-conversation",
    schema: z.object({ conversationId: z.string() }),
    run: (shop, { conversationId }) => wakeConversation(shop, conversationId),
  }),
  defineTask({
    name: "plan-rating",
    schema: z.object({ conversationId: z.string() }),
    run: (shop, { conversationId }) => planRating(shop, conversationId),
  }),
  defineTask({
    name: "ask-rating",
    schema: z.object({ conversationId: z.string() }),
    run: (shop, { conversationId }) => askRating(shop, conversationId),
  }),
  defineTask({
    name: "index-conversations",
    schema: z.object({ orderId: z.string() }),
    run: (shop, { orderId }) => indexConversations(shop, orderId),
  }),
  defineTask({
    name: "send-message",
    schema: z.object({ factId: z.string() }),
    run: (shop, { factId }) => sendMessage(shop, factId),
    needsMerchant: (shop, { factId }, reason) => giveUpMessage(shop, factId, reason),
  }),
  defineTask({
    name: "read-mail",
    schema: z.object({ inboundMailId: z.string() }),
    run: (shop, { inboundMailId }) => takeInMail(shop, inboundMailId),
  }),
];
