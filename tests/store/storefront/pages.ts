import express, { type Request, type RequestHandler, Router } from "express";
import { accountExtensions, MENU_ITEM, ORDER_PAGE, OWN_PAGE, ownOrder } from "../account/extension-host";
import { gid, legacyId } from "../actions/customers";
import { showMoney, toMinor } from "../actions/money";
import { placeOrder } from "../actions/place-order";
import { readOrder } from "../actions/read-order";
import { listOrders, type OrderRow } from "../actions/read-orders";
import type { Store } from "../store";
import { sayStatus } from "../words";
import { accountTargets, orderDrop, thankYouTargets } from "./account-order-page";
import { productArt } from "./art";
import { buyerFor } from "./buyer";
import { contextOf } from "./context";
import { paletteOf } from "./palette";
import { remember, visitorOf } from "./signed-in";
import type { Theme } from "./theme";

/** The shop's own pages. */
export function storefrontPages(store: Store, shop: string, theme: Theme): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false });
  const page =
    (
      name: string,
      more: (request: Request) => Promise<Record<string, unknown>> | Record<string, unknown> = () => ({}),
    ): RequestHandler =>
    (request, response, next) => {
      Promise.all([contextOf(store, shop, request), more(request)])
        .then(async ([context, extra]) => {
          const found = !("missing" in extra);
          const html = await theme.renderTemplate(found ? name : "problem", context, extra);
          response
            .status(found ? 200 : 404)
            .type("html")
            .send(html);
        })
        .catch(next);
    };
  const language = (request: Request) => visitorOf(request, shop).language ?? store.shop(shop).locale;

  router.get(
    "/",
    page("index", () => ({ products: productDrops(store, shop) })),
  );
  router.get(
    "/pages/track",
    page("track", () => ({ page_title: "Track my order" })),
  );
  router.post("/__store/visitor", form, (request, response) => {
    const fields = request.body as { customer?: string; language?: string; back?: string };
    if (fields.customer !== undefined) remember(response, shop, "customer", fields.customer);
    if (fields.language !== undefined) remember(response, shop, "language", fields.language);
    response.redirect(303, ownPath(fields.back));
  });
  router.post("/buy", form, (request, response, next) => {
    const { variant = "" } = request.body as { variant?: string };
    buyerFor(store, shop, visitorOf(request, shop).customerId)
      .then((buyer) => placeOrder(store, { shop, lines: [{ variantId: variant }], ...buyer }))
      .then((order) => response.redirect(303, `${new URL(order.statusPageUrl).pathname}?thanks=1`))
      .catch(next);
  });
  router.get(
    "/account/login",
    page("login", () => ({ page_title: "Sign in" })),
  );
  router.use("/account", (request, response, next) => {
    if (visitorOf(request, shop).customerId) next();
    else response.redirect(303, "/account/login");
  });
  router.get(
    "/account",
    page("account", async (request) => ({
      page_title: "Your account",
      orders: (await ordersOf(store, shop, visitorOf(request, shop).customerId)).map((order) =>
        rowDrop(order, language(request)),
      ),
    })),
  );
  router.get(
    "/account/orders/:id",
    page("order", async (request) => {
      const order = await ownOrder(store, shop, request, gid("Order", String(request.params.id)));
      if (!order) return { missing: true, message: "You have no such order." };
      return {
        menu: accountExtensions(store, shop, MENU_ITEM, { order: order.id })?.text,
        order: orderDrop(order, language(request)),
        account: true,
        extension_targets: accountTargets,
        page_title: order.name,
      };
    }),
  );
  router.get(
    "/account/orders/:id/pages/:handle",
    page("account-extension", async (request) => {
      const order = await ownOrder(store, shop, request, gid("Order", String(request.params.id)));
      const extension =
        order &&
        accountExtensions(store, shop, ORDER_PAGE, { order: order.id }, String(request.params.handle));
      if (!order || !extension) return { missing: true, message: "You have no such page." };
      return {
        order: orderDrop(order, language(request)),
        extension: extension.text,
        page_title: order.name,
      };
    }),
  );
  router.get(
    ["/account/pages/:handle", "/account/pages/:handle/*"],
    page("account-extension", (request) => {
      const path = request.params[0] ?? "";
      const own = accountExtensions(store, shop, OWN_PAGE, { path }, String(request.params.handle));
      if (!own) return { missing: true, message: "You have no such page." };
      return { extension: own.text, page_title: "Your account" };
    }),
  );
  router.get(
    ["/:shopId/orders/:token", "/:shopId/orders/:token/authenticate", "/orders/:token"],
    page("order", async (request) => {
      const order = await orderByStatusPage(store, shop, String(request.params.token));
      if (!order) return { missing: true, message: "There is no such order." };
      const thanks = request.query.thanks !== undefined;
      const extension_targets = thanks ? thankYouTargets : ["customer-account.order-status.block.render"];
      return {
        order: orderDrop(order, language(request)),
        thanks,
        extension_targets,
        page_title: order.name,
      };
    }),
  );
  router.use(page("problem", () => ({ missing: true, message: "There is no page at this address." })));
  return router;
}

const ownPath = (path: string | undefined): string => (path && /^\/(?!\/)/.test(path) ? path : "/");

function productDrops(store: Store, shop: string) {
  const { currency } = store.shop(shop);
  return store.shopify.catalogue(shop).products.map((product) => {
    const prices = product.variants.map((variant) => toMinor(variant.price, currency));
    return {
      title: product.title,
      handle: product.handle,
      variants: product.variants.map(({ id, title }) => ({ id, title })),
      price: Math.min(...prices),
      varies: new Set(prices).size > 1,
      art: productArt(product, paletteOf(shop)),
    };
  });
}

const ordersOf = (store: Store, shop: string, customerId: string | undefined) =>
  listOrders(store, shop, `customer_id:${customerId ?? "0"}`);

function rowDrop(order: OrderRow, language: string) {
  const { amount, currencyCode } = order.currentTotalPriceSet.presentmentMoney;
  return {
    short_id: legacyId(order.id),
    name: order.name,
    date: new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(order.createdAt)),
    total: showMoney(amount, currencyCode, language),
    status: order.cancelledAt ? "Cancelled" : sayStatus(order.displayFulfillmentStatus),
  };
}

async function orderByStatusPage(store: Store, shop: string, token: string) {
  const row = (await listOrders(store, shop, "", 250)).find((one) =>
    new URL(one.statusPageUrl).pathname.includes(`/orders/${token}`),
  );
  return row ? readOrder(store, shop, row.id) : undefined;
}
