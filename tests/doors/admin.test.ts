import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { BROWSER, bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";

let db: FreshDatabase;
let office: TokenOffice;
let door: typeof import("~/doors/admin.server");
const installed: string[] = [];

beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  door = await import("~/doors/admin.server");
  door.afterInstall(async (shop) => void installed.push(shop.id));
});
afterAll(async () => {
  office.restore();
  await db.close();
});
beforeEach(async () => {
  await db.owner.query("delete from session");
  Object.assign(office, { asked: [], answer: null, scopes: {} });
  installed.length = 0;
});

const URL_ = "http://localhost:3000/app";
const asked = (headers: Record<string, string>, query = "") =>
  new Request(URL_ + query, { headers: { "user-agent": BROWSER, ...headers } });
const refused = (request: Request): Promise<Response> =>
  door.admin(request).then(
    () => {
      throw new Error("let in");
    },
    (thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    },
  );
const now = () => Math.floor(Date.now() / 1000);

describe("session tokens", () => {
  test("a good one lets in, and its shop is installed", async () => {
    const { shop, staff } = await door.admin(asked(bearer(sessionToken())));
    expect(shop.id).toBe(SHOP);
    expect(staff).toMatchObject({ id: "42", name: "Maya", owner: true });
    expect(installed).toEqual([SHOP]);
  });

  test.each([
    ["over for a minute", sessionToken({ exp: now() - 60 })],
    ["valid in two minutes", sessionToken({ nbf: now() + 120 })],
    ["for another app", sessionToken({ aud: "another-app" })],
    ["without a signature", sessionToken({}, { alg: "none" })],
    ["signed by somebody else", sessionToken({}, { secret: "somebody-else-signed-this" })],
    ["of no shop", sessionToken({ dest: "https://evil.example", iss: "https://evil.example/admin" })],
    ["issued by another shop than it is for", sessionToken({ dest: `https://${NEIGHBOUR}` })],
    ["issued by nobody", sessionToken({ iss: undefined })],
    ["not a token", "abc.def.ghi"],
  ])("%s: 401, and Shopify is not asked", async (_name, token) => {
    expect((await refused(asked(bearer(token)))).status).toBe(401);
    expect(office.asked).toEqual([]);
  });

  test("an address that names another shop than the token is refused", async () => {
    const request = asked(bearer(sessionToken()), `?shop=${NEIGHBOUR}`);
    expect((await refused(request)).status).toBe(403);
  });

  test("a token that is over asks App Bridge to try again with a fresh one", async () => {
    const answer = await refused(asked(bearer(sessionToken({ exp: now() - 60 }))));
    expect(answer.headers.get("x-shopify-retry-invalid-session-request")).toBe("1");
  });
});

describe("token exchange", () => {
  test("ten loaders at once exchange once", async () => {
    const token = sessionToken();
    await Promise.all(Array.from({ length: 10 }, () => door.admin(asked(bearer(token)))));
    expect(office.asked).toEqual(["offline", "online"]);
  });

  test("a signed-in member is not exchanged again", async () => {
    await door.admin(asked(bearer(sessionToken())));
    await door.admin(asked(bearer(sessionToken())));
    expect(office.asked).toEqual(["offline", "online"]);
  });

  test("when the shop's own token was refused and forgotten, the next visit connects again", async () => {
    await door.admin(asked(bearer(sessionToken())));
    await db.owner.query(`delete from session where id = $1`, [`offline_${SHOP}`]);
    await door.admin(asked(bearer(sessionToken())));
    expect(office.asked).toEqual(["offline", "online", "offline", "online"]);
  });

  test("Shopify down: a page that says so, 503", async () => {
    office.answer = { status: 502, body: {} };
    const answer = await refused(asked({}, embedded(sessionToken())));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ problem: "shopifyDown" });
  });

  test("access revoked: one bounce for a fresh token, then a page, never a loop", async () => {
    office.answer = { status: 400, body: { error: "invalid_subject_token" } };
    const first = await refused(asked({}, embedded(sessionToken())));
    expect(first.status).toBe(302);
    const bounce = new URL(first.headers.get("location") ?? "", URL_);
    expect(bounce.pathname).toBe("/auth/session-token");
    const back = new URL(bounce.searchParams.get("shopify-reload") ?? "");
    back.searchParams.set("id_token", sessionToken());
    const second = await refused(asked({}, back.search));
    expect(second.status).toBe(401);
    const said = (await second.json()) as { problem: string; reopen: string };
    expect(said).toEqual({ problem: "reconnect", reopen: `https://${SHOP}/admin/apps/test-key` });
  });

  test("a document without a token is sent for one", async () => {
    const answer = await refused(asked({}, embedded(null)));
    expect(answer.headers.get("location")).toMatch(/^\/auth\/session-token\?/);
  });
});

describe("staff permissions", () => {
  test("hold after the session comes back from the table", async () => {
    office.scopes["43"] = "read_orders";
    for (let visit = 1; visit <= 2; visit++) {
      const { staff } = await door.admin(asked(bearer(sessionToken({ sub: "43" }))));
      expect([staff.owner, staff.may("read_orders"), staff.may("write_orders")]).toEqual([
        false,
        true,
        false,
      ]);
    }
    const answer = await door
      .adminWho(asked(bearer(sessionToken({ sub: "43" }))), "write_orders")
      .catch((thrown: Response) => thrown);
    expect((answer as Response).status).toBe(403);
  });

  test("who may write may read", async () => {
    office.scopes["44"] = "write_orders";
    const { staff } = await door.admin(asked(bearer(sessionToken({ sub: "44" }))));
    expect(staff.may("read_orders")).toBe(true);
  });

  test("tokens rest encrypted", async () => {
    await door.admin(asked(bearer(sessionToken())));
    const { rows } = await db.owner.query("select * from session");
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/shp(at|ua|rt)_/);
  });
});
