import { execFile } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const preload = fileURLToPath(new URL("./preload.mjs", import.meta.url));

interface Seen {
  host: string | undefined;
  method: string | undefined;
  url: string | undefined;
  token: string | undefined;
  body: string;
}

const read = async (request: IncomingMessage) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
};

/** Runs a script with the preload ahead of it, against a store that remembers what it hears. */
async function runWithPreload(script: string): Promise<{ seen: Seen[]; said: string }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const host = headers["x-forwarded-shop-host"]?.toString();
    seen.push({
      host,
      method,
      url,
      token: headers["x-shopify-access-token"]?.toString(),
      body: await read(request),
    });
    if (url === "/away") response.writeHead(302, { location: "/there" }).end();
    else response.end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const run = promisify(execFile)(
    process.execPath,
    ["--import", preload, "--input-type=module", "-e", script],
    {
      env: { ...process.env, AFTERCARE_STORE_ORIGIN: origin },
    },
  );
  const { stdout } = await run.finally(() => server.close());
  return { seen, said: stdout.trim() };
}

it("leads Shopify's hosts to the store with everything they were given", async () => {
  const { seen, said } = await runWithPreload(`
    const shop = "https://fern-and-fable.myshopify.com";
    await fetch(shop + "/admin/api/2026-07/graphql.json?x=1", {
      method: "POST", headers: { "x-shopify-access-token": "shpat_1" }, body: JSON.stringify({ query: "{ shop { name } }" }),
    });
    await fetch(new Request("https://shopify-staged-uploads.shopify.com/tmp/1", { method: "PUT", body: new Blob(["bytes"]).stream(), duplex: "half" }));
    const away = await fetch("https://cdn.shopify.com/away", { redirect: "manual" });
    console.log(away.status, away.headers.get("location"));
  `);
  expect(seen[0]).toEqual({
    host: "fern-and-fable.myshopify.com",
    method: "POST",
    url: "/admin/api/2026-07/graphql.json?x=1",
    token: "shpat_1",
    body: '{"query":"{ shop { name } }"}',
  });
  expect(seen[1]).toMatchObject({ host: "shopify-staged-uploads.shopify.com", method: "PUT", body: "bytes" });
  expect(seen).toHaveLength(3);
  expect(said).toBe("302 /there");
});

it("obeys a signal, and refuses every other host", async () => {
  const { seen, said } = await runWithPreload(`
    const stop = new AbortController(); stop.abort();
    for (const [url, init] of [["https://a.myshopify.com/", { signal: stop.signal }], ["https://example.com/"], ["https://myshopify.com.evil.example/"]]) {
      await fetch(url, init).catch((error) => console.log(error.name, error.message));
    }
  `);
  expect(seen).toHaveLength(0);
  expect(said.split("\n")).toEqual([
    expect.stringContaining("AbortError"),
    expect.stringContaining("https://example.com is out of reach"),
    expect.stringContaining("https://myshopify.com.evil.example is out of reach"),
  ]);
});
