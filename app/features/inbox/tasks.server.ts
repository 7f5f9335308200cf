import { z } from "zod";
import { defineTask } from "~/platform/queue/task.server";
import { acknowledge, watchPromise } from "./acknowledge.server";
import { askRating, planRating } from "./ask-rating.server";
import { applyRules, applyUnanswered } from "./automation/apply-rules.server";
import { closeSilent } from "./close-silent.server";
import { closeDeliveryCase, openDeliveryCase } from "./delivery-case.server";
import { fetchImportFiles } from "./import/fetch-files.server";
import { workOnImport } from "./import/import-conversations.server";
import { indexConversations } from "./index-conversations.server";
import { giveUpMessage, sendMessage } from "./send-message.server";
import { mailMissedTarget } from "./sla/mail-missed-target.server";
import { refitTargets } from "./sla/refit-targets.server";
import { watchTargets } from "./sla/watch-targets.server";
import { wakeConversation } from "./snooze-conversation.server";
import { learnShopTags } from "./suggest/learn-tags.server";
import { askRecommendation, planRecommendation } from "./surveys/ask-recommendation.server";
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
    name: "apply-rules",
    schema: fact,
    run: (shop, { factId }) => applyRules(shop, factId),
  }),
  defineTask({
    name: "apply-unanswered",
    schema: z.object({ conversationId: z.string(), hours: z.number() }),
    run: applyUnanswered,
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
  defineTask({ name: "learn-tags", schema: z.object({}), run: (shop) => learnShopTags(shop) }),
  defineTask({ name: "close-silent", schema: z.object({}), run: (shop) => closeSilent(shop) }),
  defineTask({
    name: "watch-targets",
    schema: z.object({ conversationId: z.string() }),
    run: (shop, { conversationId }) => watchTargets(shop, conversationId),
  }),
  defineTask({
    name: "mail-missed-target",
    schema: z.object({ clockId: z.string() }),
    run: (shop, { clockId }) => mailMissedTarget(shop, clockId),
  }),
  defineTask({
    name: "refit-targets",
    schema: fact,
    run: (shop, { factId }) => refitTargets(shop, factId),
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
    name: "plan-recommendation",
    schema: z.object({ orderId: z.string() }),
    run: (shop, { orderId }) => planRecommendation(shop, orderId),
  }),
  defineTask({
    name: "ask-recommendation",
    schema: z.object({ orderId: z.string() }),
    run: (shop, { orderId }) => askRecommendation(shop, orderId),
  }),
  defineTask({
    name: "index-conversations",
    schema: z.object({ orderId: z.string() }),
    run: (shop, { orderId }) => indexConversations(shop, orderId),
  }),
  defineTask({
    name: "fetch-import-files",
    schema: z.object({ importId: z.string() }),
    run: (shop, { importId }) => fetchImportFiles(shop, importId),
  }),
  defineTask({
    name: "import-conversations",
    schema: z.object({ importId: z.string() }),
    run: (shop, { importId }) => workOnImport(shop, importId),
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
