import { afterAll, beforeAll, expect, it } from "vitest";
import { type Store, startStore } from "./index";

let store: Store;

beforeAll(async () => {
  store = await startStore({ projectDirectory: "/nowhere" });
});
afterAll(() => store.stop());

const ask = async (query: string, variables = {}, headers = {}) => {
  const answer = await fetch(`${store.url}/admin/api/2026-07/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shopify-access-token": "anything", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as { data: Record<string, unknown> },
  };
};

it("opens to any token, as the first shop when the address is bare", async () => {
  const { status, headers, body } = await ask(
    "{ shop { name myshopifyDomain } locations(first: 5) { nodes { id } } }",
  );
  expect(status).toBe(200);
  expect(headers.get("x-shopify-api-version")).toBe("2026-07");
  expect(body.data.shop).toEqual({ name: "Fern & Fable", myshopifyDomain: "fern-and-fable.myshopify.com" });
  expect(body.data.locations).toMatchObject({ nodes: [{}] });
  const other = await ask(
    "{ shop { name } }",
    {},
    { "x-forwarded-shop-host": "nordlicht-haus.myshopify.com" },
  );
  expect(other.body.data.shop).toEqual({ name: "Nordlicht Haus" });
  expect(
    (await ask("{ shop { name } }", {}, { "x-forwarded-shop-host": "no-one.myshopify.com" })).status,
  ).toBe(404);
});

it("takes what is uploaded to a staged target, by form or by PUT", async () => {
  const stage = (httpMethod: string) =>
    ask(
      `mutation ($input: [StagedUploadInput!]!) {
        stagedUploadsCreate(input: $input) {
          stagedTargets { url resourceUrl parameters { name value } } userErrors { message }
        }
      }`,
      {
        input: [
          { resource: "RETURN_LABEL", filename: "label é.pdf", mimeType: "application/pdf", httpMethod },
        ],
      },
    );
  type Staged = { stagedTargets: { url: string; parameters: { name: string; value: string }[] }[] };
  const bytes = new Blob(["%PDF-1.4"], { type: "application/pdf" });
  const host = { "x-forwarded-shop-host": "shopify-staged-uploads.shopify.com" };
  const here = (address: string) => store.url + new URL(address).pathname;

  const put = ((await stage("PUT")).body.data.stagedUploadsCreate as Staged).stagedTargets[0];
  const sent = await fetch(here(put?.url ?? ""), { method: "PUT", body: bytes, headers: host });
  expect(sent.status).toBe(200);

  const post = ((await stage("POST")).body.data.stagedUploadsCreate as Staged).stagedTargets[0];
  const form = new FormData();
  for (const { name, value } of post?.parameters ?? []) form.set(name, value);
  form.set("file", bytes, "label.pdf");
  expect((await fetch(here(post?.url ?? ""), { method: "POST", body: form, headers: host })).status).toBe(
    201,
  );

  const back = await fetch(here(post?.url ?? ""), { headers: host });
  expect(back.headers.get("content-type")).toBe("application/pdf");
  expect(await back.text()).toBe("%PDF-1.4");
  expect(
    (await fetch(`${store.url}/tmp/unknown`, { method: "PUT", body: bytes, headers: host })).status,
  ).toBe(403);
});

it("shows its pages without an app", async () => {
  expect((await fetch(store.gatewayUrl)).status).toBe(502);
  const proxied = await fetch(`${store.storefrontUrl("fern-and-fable.myshopify.com")}/apps/aftercare/track`);
  expect(proxied.status).toBe(404);
  expect(await proxied.text()).toContain("an app that is not installed here");
  expect((await fetch(`${store.url}/storefront/nordlicht-haus/account/login`)).url).toContain(
    "/account/login",
  );
});
