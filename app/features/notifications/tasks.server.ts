import { z } from "zod";
import { defineTask } from "~/platform/queue/task.server";
import { notify } from "./notify.server";
import { releaseHeld } from "./release-held.server";
import { resumeNews } from "./resume-news.server";
import { giveUp, sendNotifications } from "./send-notification.server";
import { giveUpText, sendText } from "./send-text.server";
import { bounceSchema, takeBounce } from "./take-bounce.server";
import { tellFlow } from "./tell-flow.server";

const ids = z.array(z.string());
const facts = z
  .object({ factId: z.string().optional(), factIds: ids.optional() })
  .transform(({ factId, factIds = [] }) => (factId ? [factId, ...factIds] : factIds));
const messages = z
  .object({ notificationId: z.string().optional(), notificationIds: ids.optional() })
  .transform(({ notificationId, notificationIds = [] }) =>
    notificationId ? [notificationId, ...notificationIds] : notificationIds,
  );

export const notificationTasks = [
  defineTask({ name: "notify", schema: facts, run: notify }),
  defineTask({
    name: "send-notification",
    schema: messages,
    run: sendNotifications,
    needsMerchant: giveUp,
  }),
  defineTask({ name: "resume-news", schema: z.object({}), run: (shop) => resumeNews(shop) }),
  defineTask({ name: "take-bounce", schema: bounceSchema, run: takeBounce }),
  defineTask({
    name: "send-text",
    schema: z.object({ notificationId: z.string() }),
    run: (shop, { notificationId }) => sendText(shop, notificationId),
    needsMerchant: (shop, { notificationId }, message) => giveUpText(shop, notificationId, message),
  }),
  defineTask({
    name: "tell-flow",
    schema: z.object({ factId: z.string() }),
    run: (shop, { factId }) => tellFlow(shop, factId),
  }),
  defineTask({ name: "release-held", schema: z.object({}), run: (shop) => releaseHeld(shop) }),
];
