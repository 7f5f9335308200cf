import express, { type Request } from "express";
import { anyBody, bytesOf } from "../http/body";
import { type Listening, listen } from "../http/listen";

export interface HeardRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface StubApp extends Listening {
  heard: HeardRequest[];
  webhooks: HeardRequest[];
  /** What the app answers to webhooks: a status, or a function that decides. */
  answerWebhooks(status: number | ((request: HeardRequest) => number)): void;
}

/** Thirty lines of app: remembers what it hears, and answers each door simply. */
export async function startStubApp(port = 0): Promise<StubApp> {
  const app = express();
  const heard: HeardRequest[] = [];
  const webhooks: HeardRequest[] = [];
  let status: number | ((request: HeardRequest) => number) = 200;
  app.use(anyBody, (request, _response, next) => {
    heard.push(remember(request));
    next();
  });
  app.post("/webhooks", (request, response) => {
    const one = remember(request);
    webhooks.push(one);
    response.sendStatus(typeof status === "number" ? status : status(one));
  });
  app.all("/proxy/liquid", (_request, response) => {
    response
      .type("application/liquid")
      .send("<h1>Hello {{ customer.first_name | default: 'stranger' }} at {{ shop.name }}</h1>");
  });
  app.all("/proxy/bare", (_request, response) => {
    response.type("application/liquid").send("{% layout none %}<p>{{ shop.name }}</p>");
  });
  app.all("/proxy/away", (_request, response) => response.redirect(303, "/apps/aftercare/liquid"));
  app.all(["/proxy", "/proxy/*"], (request, response) => {
    response
      .cookie("secret", "1")
      .json({ method: request.method, body: bytesOf(request).toString("latin1") });
  });
  app.get("/app*", (request, response) => {
    response.set(
      "content-security-policy",
      "frame-ancestors https://example.myshopify.com https://admin.shopify.com;",
    );
    response.set("link", "<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel=preload; as=script");
    response.type("html").send(page(request));
  });
  const listening = await listen(app, { port });
  return {
    ...listening,
    heard,
    webhooks,
    answerWebhooks: (wish) => {
      status = wish;
    },
  };
}

const remember = (request: Request): HeardRequest => ({
  method: request.method,
  path: request.path,
  query: new URL(request.originalUrl, "http://app.invalid").searchParams,
  headers: request.headers,
  body: bytesOf(request),
});

const page = (request: Request) => `<!doctype html><html><head><meta charset="utf-8">
<title>Stub</title><meta name="shopify-api-key" content="aftercare">
<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script></head>
<body style="font:14px/1.5 system-ui;padding:20px">
<ui-nav-menu><a href="/app" rel="home">Home</a><a href="/app/returns">Returns</a><a href="/app/inbox">Inbox</a></ui-nav-menu>
<ui-title-bar title="Stub of ${request.path}"><button variant="primary" onclick="shopify.toast.show('Primary pressed')">Do it</button><button>Other</button></ui-title-bar>
<h1 id="where">${request.path}</h1>
<form data-save-bar onsubmit="event.preventDefault();shopify.toast.show('Saved '+this.name.value)"><label>Name <input name="name"></label></form>
<ui-save-bar id="bar"><button variant="primary" onclick="shopify.toast.show('Bar saved');shopify.saveBar.hide('bar')">Save</button><button onclick="shopify.saveBar.hide('bar')">Discard</button></ui-save-bar>
<ui-modal id="modal"><p>Inside the modal</p><ui-title-bar title="A question"><button variant="primary" onclick="shopify.modal.hide('modal')">Yes</button></ui-title-bar></ui-modal>
<p><button onclick="shopify.saveBar.show('bar')">Open save bar</button> <button onclick="shopify.modal.show('modal')">Open modal</button>
<button onclick="shopify.toast.show('Hello from the app')">Toast</button> <a href="/app/returns">Returns by link</a></p>
<script>document.addEventListener("shopify:navigate", (event) => { location.href = event.target.getAttribute("href"); });</script>
</body></html>`;
