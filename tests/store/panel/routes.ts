import express, { type RequestHandler, Router } from "express";
import { z } from "zod";
import { listCustomers } from "../actions/customers";
import { listOrders } from "../actions/read-orders";
import { Refused, type Store } from "../store";
import { live } from "./live";
import { mailRoutes } from "./mail-routes";
import { overview } from "./overview";
import { type Verb, verbs } from "./verbs";

/** The control panel at `/`, and all it does as JSON under `/panel/api`. */
export function panelRoutes(store: Store): Router {
  const router = Router();
  const json = express.json({ limit: "30mb" });
  const asked = (request: express.Request) =>
    store.shop(request.query.shop ? String(request.query.shop) : undefined).domain;

  router.post("/panel/api/*", onlyJson, json);
  router.get(
    "/panel/api/state",
    answer((request) => overview(store, asked(request))),
  );
  router.get("/panel/api/live", live(store));
  router.get(
    "/panel/api/shops",
    answer(() => store.shopify.shops()),
  );
  router.post(
    "/panel/api/shops",
    answer((request) => store.addShop(newShop.parse(request.body))),
  );
  router.get(
    "/panel/api/catalogue",
    answer((request) => store.shopify.catalogue(asked(request))),
  );
  router.get(
    "/panel/api/customers",
    answer((request) => listCustomers(store, asked(request))),
  );
  router.get(
    "/panel/api/orders",
    answer((request) => listOrders(store, asked(request), String(request.query.query ?? ""))),
  );
  router.get(
    "/panel/api/calls",
    answer(() => [...store.calls].reverse()),
  );
  router.use("/panel/api/mails", mailRoutes(store));
  clockRoutes(store, router);
  faultRoutes(store, router);
  webhookRoutes(store, router);
  for (const [name, verb] of Object.entries(verbs)) {
    router.post(
      `/panel/api/${name}`,
      answer((request) => (verb as Verb)(store, (request.body ?? {}) as never)),
    );
  }
  router.use(
    "/panel/api",
    (error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
      if (!(error instanceof z.ZodError)) return next(error);
      response.status(400).json({ error: z.prettifyError(error) });
    },
  );
  router.use("/", express.static(new URL("./pages", import.meta.url).pathname, { index: "panel.html" }));
  return router;
}

const newShop = z.object({
  domain: z.string().regex(/^[a-z0-9-]+\.myshopify\.com$/),
  name: z.string(),
  currency: z.string().length(3),
  country: z.string().length(2),
  timezone: z.string(),
  email: z.string(),
  locale: z.string().default("en"),
  presentmentCurrencies: z.array(z.string()).default([]),
});

/** A page elsewhere cannot send JSON here without the browser asking first, and it is never told yes. */
const onlyJson: RequestHandler = (request, response, next) => {
  if (Number(request.get("content-length") ?? 0) === 0 || request.is("application/json")) return next();
  response.status(415).json({ error: "Send JSON" });
};

function answer(work: (request: express.Request) => unknown): RequestHandler {
  return (request, response, next) => {
    Promise.resolve()
      .then(() => work(request))
      .then((result) => response.json(result ?? {}), next);
  };
}

const HOUR = 3_600_000;
const clockMove = z.object({
  ms: z.number().nonnegative().default(0),
  hours: z.number().nonnegative().default(0),
  days: z.number().nonnegative().default(0),
  reset: z.boolean().default(false),
});

function clockRoutes(store: Store, router: Router): void {
  const tell = () => ({ now: store.clock.now().toISOString(), offsetMs: store.clock.offsetMs() });
  router.get("/panel/api/clock", answer(tell));
  router.post(
    "/panel/api/clock",
    answer((request) => {
      const { ms, hours, days, reset } = clockMove.parse(request.body ?? {});
      if (reset) store.clock.reset();
      store.clock.advance(ms + hours * HOUR + days * 24 * HOUR);
      return tell();
    }),
  );
}

const percent = z.number().min(0).max(100);
const faultChange = z.object({
  errorPercent: percent.optional(),
  timeoutPercent: percent.optional(),
  throttledPercent: percent.optional(),
  timeoutMs: z.number().int().min(1).optional(),
  delayMs: z.number().int().min(0).optional(),
});
const faultWish = faultChange.extend({
  clear: z.boolean().optional(),
  next: z
    .object({ kind: z.enum(["error", "timeout", "throttled"]), times: z.number().int().min(1).default(1) })
    .optional(),
});

function faultRoutes(store: Store, router: Router): void {
  router.get(
    "/panel/api/faults",
    answer(() => store.faults.settings()),
  );
  router.post(
    "/panel/api/faults",
    answer((request) => {
      const { clear, next } = faultWish.parse(request.body ?? {});
      if (clear) store.faults.clear();
      if (next) store.faults.failNext(next.kind, next.times);
      return store.faults.set(given(faultChange.parse(request.body ?? {})));
    }),
  );
}

const switchChange = z.object({
  copies: z.number().int().min(1).max(200).optional(),
  freshIds: z.boolean().optional(),
  dropPercent: percent.optional(),
  delayMs: z.number().int().min(0).optional(),
  reorder: z.boolean().optional(),
  hold: z.boolean().optional(),
});

function webhookRoutes(store: Store, router: Router): void {
  const tell = () => ({ switches: store.webhooks.switches(), deliveries: store.webhooks.log().reverse() });
  router.get("/panel/api/webhooks", answer(tell));
  router.post(
    "/panel/api/webhooks",
    answer((request) => store.webhooks.set(given(switchChange.parse(request.body ?? {})))),
  );
  router.delete(
    "/panel/api/webhooks",
    answer(() => store.webhooks.clearLog()),
  );
  router.post(
    "/panel/api/webhooks/settle",
    answer(async () => {
      await store.webhooks.settled();
      return tell();
    }),
  );
  router.get(
    "/panel/api/webhooks/:id",
    answer((request) => {
      const found = store.webhooks.log().findLast((one) => one.id === request.params.id);
      if (!found) throw new Refused("No such webhook in the log", 404);
      return found;
    }),
  );
  router.post(
    "/panel/api/webhooks/:id/resend",
    answer((request) => {
      const again = store.webhooks.resend(String(request.params.id));
      if (!again) throw new Refused("No such webhook in the log", 404);
      return again;
    }),
  );
}

type Given<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

/** Only what was said; a setting left out stays as it was. */
const given = <Shape extends object>(change: Shape): Given<Shape> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Given<Shape>;
