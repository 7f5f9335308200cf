import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TEST_CERTIFICATE, TEST_KEY } from "#tests/setup/certificate";
import { type PublicWire, publicWire } from "~/platform/files/fetch-elsewhere.server";
import { fetchPicture } from "~/platform/files/fetch-picture.server";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const MEGABYTE = 1024 * 1024;

/** Two servers on this machine that stand for the public internet: a picture's own, and what must not be reached. */
let plain: http.Server;
let secret: https.Server;
let asked: { path: string; headers: http.IncomingHttpHeaders }[] = [];
let reached: string[] = [];

const answers: Record<string, (response: http.ServerResponse) => void> = {
  "/logo.png": (response) => response.writeHead(200, { "content-type": "image/png" }).end(PNG),
  "/moved": (response) => response.writeHead(302, { location: "/logo.png" }).end(),
  "/secure": (response) => response.writeHead(301, { location: "https://mail.example.com/logo.png" }).end(),
  "/for-ever": (response) => response.writeHead(302, { location: "/for-ever" }).end(),
  "/inside": (response) => response.writeHead(307, { location: "http://127.0.0.1/logo.png" }).end(),
  "/metadata": (response) =>
    response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end(),
  "/inside6": (response) => response.writeHead(302, { location: "http://[::ffff:7f00:1]/logo.png" }).end(),
  "/localhost": (response) => response.writeHead(302, { location: "http://localhost/logo.png" }).end(),
  "/port": (response) => response.writeHead(302, { location: "http://pictures.example:8080/logo.png" }).end(),
  "/file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/nowhere": (response) => response.writeHead(302).end(),
  "/page.png": (response) =>
    response.writeHead(200, { "content-type": "image/png" }).end("<!doctype html><script>alert(1)</script>"),
  "/drawing.png": (response) =>
    response.writeHead(200, { "content-type": "image/png" }).end("<svg onload='alert(1)'/>"),
  "/gzip.png": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(PNG)),
  "/large.png": (response) => {
    response.writeHead(200);
    response.write(PNG);
    const more = () => {
      while (response.write(Buffer.alloc(MEGABYTE)));
      response.once("drain", more);
    };
    more();
  },
  "/broken.png": (response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write(PNG, () => response.destroy());
  },
  "/missing.png": (response) => response.writeHead(404).end(PNG),
};

const onRequest = (request: http.IncomingMessage, response: http.ServerResponse) => {
  asked.push({ path: request.url ?? "", headers: request.headers });
  (answers[request.url ?? ""] ?? answers["/missing.png"])?.(response);
};

beforeAll(async () => {
  plain = http.createServer(onRequest);
  secret = https.createServer({ cert: TEST_CERTIFICATE, key: TEST_KEY }, onRequest);
  for (const server of [plain, secret])
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => {
  for (const server of [plain, secret]) {
    server.close();
    server.closeAllConnections();
  }
});
beforeEach(() => {
  asked = [];
  reached = [];
});

const portOf = (server: http.Server | https.Server) => (server.address() as AddressInfo).port;

/** Two names are those servers; for every other the network is as it is. */
const wire: PublicWire = {
  async reach(host, port) {
    reached.push(`${host}:${port}`);
    if (host === "pictures.example" && port === 80) return { address: "127.0.0.1", port: portOf(plain) };
    if (host === "mail.example.com" || host === "other.example")
      return { address: "127.0.0.1", port: portOf(secret), ca: TEST_CERTIFICATE };
    return publicWire.reach(host, port);
  },
};

describe("a picture from elsewhere", () => {
  it("is fetched as nobody, over both kinds of connection", async () => {
    const found = await fetchPicture("http://pictures.example/logo.png", wire);
    expect(found).toEqual({ bytes: PNG, contentType: "image/png" });
    const [{ headers } = { headers: {} as http.IncomingHttpHeaders }] = asked;
    expect(headers.host).toBe("pictures.example");
    for (const name of ["cookie", "referer", "origin", "authorization", "x-forwarded-for"])
      expect(headers[name], name).toBeUndefined();
    expect(await fetchPicture("https://mail.example.com/logo.png", wire)).not.toBeNull();
  });

  it("may have moved, to a server that is looked at anew", async () => {
    expect(await fetchPicture("http://pictures.example/moved", wire)).not.toBeNull();
    expect(await fetchPicture("http://pictures.example/secure", wire)).not.toBeNull();
    expect(reached.at(-1)).toBe("mail.example.com:443");
  });

  it.each([
    "/inside",
    "/metadata",
    "/inside6",
    "/localhost",
    "/port",
    "/file",
    "/nowhere",
  ])("that has moved inside, or nowhere, is none: %s", async (path) => {
    expect(await fetchPicture(`http://pictures.example${path}`, wire)).toBeNull();
    expect(asked.map((one) => one.path)).toEqual([path]);
  });

  it("is not followed in a circle", async () => {
    expect(await fetchPicture("http://pictures.example/for-ever", wire)).toBeNull();
    expect(asked).toHaveLength(5);
  });

  it.each([
    "/page.png",
    "/drawing.png",
    "/gzip.png",
    "/large.png",
    "/broken.png",
    "/missing.png",
  ])("is one by its bytes only, whole and not too large: %s", async (path) =>
    expect(await fetchPicture(`http://pictures.example${path}`, wire)).toBeNull());

  it("comes from a server that is who it says", async () => {
    expect(await fetchPicture("https://other.example/logo.png", wire)).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each([
    "http://127.0.0.1/logo.png",
    "http://127.1/logo.png",
    "http://2130706433/logo.png",
    "http://0x7f.0.0.1/logo.png",
    "http://0177.0.0.1/logo.png",
    "http://0/logo.png",
    "http://[::1]/logo.png",
    "http://[::]/logo.png",
    "http://[::ffff:127.0.0.1]/logo.png",
    "http://[64:ff9b::7f00:1]/logo.png",
    "http://[fd00::1]/logo.png",
    "http://[fe80::1]/logo.png",
    "http://10.0.0.1/logo.png",
    "http://100.64.0.1/logo.png",
    "http://172.16.0.1/logo.png",
    "http://192.168.1.1/logo.png",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/logo.png",
    "http://localhost./logo.png",
    "http://pictures.example:8080/logo.png",
    "http://pictures.example:22/logo.png",
    "http://user:word@pictures.example/logo.png",
    "http://pictures.example@127.0.0.1/logo.png",
    "ftp://pictures.example/logo.png",
    "file:///etc/passwd",
    "gopher://pictures.example/",
    "data:image/png;base64,iVBORw0KGgo=",
    "javascript:alert(1)",
    "//pictures.example/logo.png",
    "",
  ])("is not asked for inside, nor by other ways: %s", async (address) => {
    expect(await fetchPicture(address, wire)).toBeNull();
    expect(asked).toEqual([]);
  });

  it("is not asked for where one of a name's addresses is inside", async () => {
    expect(await publicWire.reach("localhost", 80)).toBeNull();
  });
});
