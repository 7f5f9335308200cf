import { z } from "zod";
import type { Shop } from "~/platform/database/shop.server";
import { defineTask } from "~/platform/queue/task.server";
import { doAction, giveUpAction } from "./actions/do-action.server";
import { attachLabel } from "./attach-label.server";
import { closeReturn } from "./close-return.server";
import { countOrderRefunds } from "./count-refunds.server";
import { disposeReturn } from "./dispose-return.server";
import { followPayment, sweepPayments } from "./follow-payment.server";
import { followReturn } from "./follow-return.server";
import { holdExchange, releaseExchange } from "./hold-exchange.server";
import { invoiceReturn } from "./invoice-return.server";
import { invoiceLateExchange, noteLatePayment } from "./late-exchange.server";
import { makeLabel } from "./make-label.server";
import { payRefund } from "./pay-refund.server";
import { forgetOldPhotos } from "./photos.server";
import type { ReturnTask } from "./problem";
import { receiveDelivered } from "./receive-delivered.server";
import { redrawLabel } from "./redraw-label.server";
import { runOutcomeAfter } from "./run-outcome.server";
import { sendExchange } from "./send-exchange.server";
import { noteProblem } from "./store.server";
import { sweepReturns } from "./sweep-returns.server";
import { tellShopify } from "./tell-shopify.server";
import { trackParcels } from "./track-parcels.server";
import { voidLabels } from "./void-label.server";
import { warnOfDue } from "./warn-of-due.server";

const aboutReturn = z.object({ returnId: z.string(), factId: z.string().nullish() });

/** A step with one return. What only the merchant can mend is shown on the return, with a way to try again. */
const step = (name: ReturnTask, run: (shop: Shop, returnId: string) => Promise<void>) =>
  defineTask({
    name,
    schema: aboutReturn,
    run: (shop, { returnId }) => run(shop, returnId),
    needsMerchant: (shop, { returnId }, message) =>
      shop.transact((tx) => noteProblem(tx, returnId, name, message)),
  });

export const returnTasks = [
  defineTask({ name: "forget-photos", schema: z.object({}), run: (shop) => forgetOldPhotos(shop) }),
  step("tell-shopify-return", tellShopify),
  step("make-return-label", (shop, returnId) => makeLabel(shop, returnId)),
  step("attach-return-label", attachLabel),
  defineTask({
    name: "redraw-return-label",
    schema: aboutReturn,
    run: (shop, { returnId }) => redrawLabel(shop, returnId),
  }),
  step("send-exchange", sendExchange),
  step("hold-exchange", holdExchange),
  step("release-exchange", releaseExchange),
  step("invoice-late-exchange", invoiceLateExchange),
  defineTask({
    name: "note-late-payment",
    schema: aboutReturn,
    run: (shop, { returnId }) => noteLatePayment(shop, returnId),
  }),
  defineTask({
    name: "follow-payment",
    schema: z.object({ orderId: z.string() }),
    run: (shop, { orderId }) => followPayment(shop, orderId),
  }),
  step("refund-return", payRefund),
  step("invoice-return", invoiceReturn),
  step("dispose-return", disposeReturn),
  step("close-return", closeReturn),
  defineTask({
    name: "void-return-label",
    schema: aboutReturn,
    run: (shop, { returnId }) => voidLabels(shop, returnId),
  }),
  defineTask({
    name: "receive-delivered",
    schema: aboutReturn,
    run: (shop, { returnId }) => receiveDelivered(shop, returnId),
  }),
  defineTask({ name: "track-parcels", schema: z.object({}), run: (shop) => trackParcels(shop) }),
  defineTask({
    name: "follow-return",
    schema: z.object({ shopifyReturnId: z.string() }),
    run: (shop, { shopifyReturnId }) => followReturn(shop, shopifyReturnId),
  }),
  defineTask({
    name: "count-refunds",
    schema: z.object({ orderId: z.string() }),
    run: async (shop, { orderId }) => void (await countOrderRefunds(shop, orderId)),
  }),
  defineTask({
    name: "run-outcome",
    schema: aboutReturn,
    run: (shop, { returnId, factId }) => runOutcomeAfter(shop, returnId, factId ?? null),
  }),
  defineTask({
    name: "do-order-action",
    schema: z.object({ actionId: z.string() }),
    run: (shop, { actionId }) => doAction(shop, actionId),
    needsMerchant: (shop, { actionId }) => giveUpAction(shop, actionId),
  }),
  defineTask({ name: "sweep-returns", schema: z.object({}), run: (shop) => sweepReturns(shop) }),
  defineTask({
    name: "warn-of-due-refunds",
    schema: z.object({}),
    run: async (shop) => {
      await warnOfDue(shop);
      await sweepPayments(shop);
    },
  }),
];
