import { z } from "zod";
import { NeverMind } from "~/platform/queue/failures";
import { defineTask } from "~/platform/queue/task.server";
import { BACKFILL_TASK, backfillOrders } from "./backfill-orders.server";
import { beginBackfill } from "./begin-backfill.server";
import { completeOrders } from "./complete-orders.server";
import { tellShopifyCarrier } from "./correct-carrier.server";
import { followParcels } from "./follow-parcels.server";
import { forgetOldCodes } from "./forget-codes.server";
import { refreshOrder } from "./refresh-order.server";
import { sendCode } from "./send-code.server";
import { sweepOrders } from "./sweep-orders.server";
import { writeBackScans } from "./write-back-scans.server";

export const orderTasks = [
  defineTask({
    name: "refresh-order",
    schema: z.object({ orderId: z.string() }),
    run: async (shop, { orderId }) => {
      const mirrored = await refreshOrder(shop, orderId, "staff");
      if (!mirrored) throw new NeverMind("The shop has no such order");
    },
  }),
  defineTask({
    name: "begin-backfill",
    schema: z.object({}),
    run: (shop) => shop.transact((tx) => beginBackfill(tx)),
  }),
  defineTask({ name: BACKFILL_TASK, schema: z.object({}), run: (shop) => backfillOrders(shop) }),
  defineTask({ name: "complete-orders", schema: z.object({}), run: (shop) => completeOrders(shop) }),
  defineTask({
    name: "send-code",
    schema: z.object({ factId: z.string() }),
    run: (shop, { factId }) => sendCode(shop, factId),
  }),
  defineTask({ name: "follow-parcels", schema: z.object({}), run: (shop) => followParcels(shop) }),
  defineTask({
    name: "write-back-scans",
    schema: z.object({ fulfilmentId: z.string() }),
    run: (shop, { fulfilmentId }) => writeBackScans(shop, fulfilmentId),
  }),
  defineTask({
    name: "tell-shopify-carrier",
    schema: z.object({ fulfilmentId: z.string() }),
    run: (shop, { fulfilmentId }) => tellShopifyCarrier(shop, fulfilmentId),
  }),
  defineTask({ name: "forget-lookups", schema: z.object({}), run: (shop) => forgetOldCodes(shop) }),
  defineTask({ name: "sweep-orders", schema: z.object({}), run: (shop) => sweepOrders(shop) }),
];
