import express, { Router } from "express";
import { gid, legacyId } from "../actions/customers";
import { cancelOrder, payOrder } from "../actions/order-changes";
import { ship } from "../actions/parcels";
import { readOrder } from "../actions/read-order";
import { listOrders } from "../actions/read-orders";
import { refundOrder } from "../actions/refund";
import { changeReturn, requestReturn } from "../actions/returns";
import { scanParcel } from "../actions/scans";
import { html } from "../http/html";
import { Refused, type Store } from "../store";
import { adminLayout } from "./layout";
import { orderList } from "./order-list";
import { orderPage } from "./order-page";

type Fields = Record<string, string>;

/** What staff can do by hand, each as a form on the order's page; the answer says what happened. */
const deeds: Record<string, (store: Store, shop: string, order: string, fields: Fields) => Promise<string>> =
  {
    pay: async (store, shop, order) => {
      await payOrder(store, { shop, order });
      return "Marked as paid";
    },
    cancel: async (store, shop, order) => {
      await cancelOrder(store, { shop, order });
      return "Order cancelled";
    },
    refund: async (store, shop, order, { amount }) => {
      const refund = await refundOrder(store, { shop, order, ...(amount ? { amount } : {}) });
      return `Refunded ${refund.amount}`;
    },
    fulfil: async (store, shop, order, { carrier, number, parcels }) => {
      const tracking = { ...(carrier ? { carrier } : {}), ...(number ? { trackingNumber: number } : {}) };
      const sent = await ship(store, { shop, order, parcels: Number(parcels) || 1, ...tracking });
      return sent.fulfillments.length === 1 ? "Parcel sent" : `${sent.fulfillments.length} parcels sent`;
    },
    scan: async (store, shop, _order, { fulfillment = "", scan }) => {
      await scanParcel(store, { shop, fulfillment, scan: scan as "delivered" });
      return "The carrier's news is in";
    },
    "request-return": async (store, shop, order) => {
      const made = await requestReturn(store, { shop, order });
      return `Return ${made.name} requested`;
    },
    return: async (store, shop, _order, { return: id = "", to }) => {
      await changeReturn(store, { shop, return: id, to: to as "approve" });
      return "Return changed";
    },
  };

export function orderRoutes(store: Store): Router {
  const router = Router();
  router.get("/store/:shop/orders", (request, response, next) => {
    const shop = store.shop(request.params.shop).domain;
    const query = String(request.query.query ?? "");
    listOrders(store, shop, query, 100)
      .then((orders) => {
        const body = orderList(store, shop, orders, query);
        response.type("html").send(adminLayout(store, { shop, title: "Orders", active: "orders", body }));
      })
      .catch(next);
  });
  router.get("/store/:shop/orders/:id", (request, response, next) => {
    const shop = store.shop(request.params.shop).domain;
    readOrder(store, shop, gid("Order", request.params.id))
      .then((order) => {
        const body = order
          ? orderPage(store, shop, order)
          : html`<div class="page"><h1>No such order</h1></div>`;
        const page = { shop, title: order?.name ?? "No such order", active: "orders" as const, body };
        response
          .status(order ? 200 : 404)
          .type("html")
          .send(adminLayout(store, page));
      })
      .catch(next);
  });
  router.post(
    "/store/:shop/orders/:id/:deed",
    express.urlencoded({ extended: false }),
    (request, response, next) => {
      const { id = "", deed = "" } = request.params as Fields;
      const shop = store.shop(request.params.shop).domain;
      const back = (outcome: string, words: string) =>
        response.redirect(
          303,
          `/store/${request.params.shop}/orders/${legacyId(id)}?${new URLSearchParams({ [outcome]: words })}`,
        );
      const act = deeds[deed];
      if (!act) return next();
      act(store, shop, gid("Order", id), request.body as Fields)
        .then((words) => back("done", words))
        .catch((error: unknown) => (error instanceof Refused ? back("refused", error.message) : next(error)));
    },
  );
  return router;
}
