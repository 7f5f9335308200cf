import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Door, openDoor, signed } from "#tests/factories/webhook";
import { cloneDatabase } from "#tests/setup/database";
import { openProxy, type TcpProxy } from "#tests/setup/tcp-proxy";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { readiness } from "~/platform/database/readiness.server";

let proxy: TcpProxy;
let open: Database;
let door: Door;
let drop: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  const url = new URL(clone.url);
  proxy = await openProxy(Number(url.port));
  url.port = String(proxy.port);
  open = await openDatabase(url.toString());
  door = await openDoor();
});
afterAll(async () => {
  await door.close();
  await open.close();
  await proxy.close();
  await drop();
});
beforeEach(async () => expect(await door.post()).toBe(200));
afterEach(() => proxy.mend());

/** Posts `count` webhooks at once; answers their statuses and the longest wait in milliseconds. */
async function burst(count: number) {
  let longest = 0;
  const statuses = await Promise.all(
    Array.from({ length: count }, async () => {
      const startedAt = performance.now();
      const status = await door.send(signed());
      longest = Math.max(longest, performance.now() - startedAt);
      return status;
    }),
  );
  return { statuses: [...new Set(statuses)], longest };
}

describe("Postgres does not answer", () => {
  it("its machine is gone: never 200, 503 within five seconds, and kept again when it is back", async () => {
    proxy.cut();
    const { statuses, longest } = await burst(50);
    expect(statuses).toEqual([503]);
    expect(longest).toBeLessThan(5_000);
    expect(await readiness()).toEqual({ database: false, queue: false, migrations: false });
    proxy.mend();
    await expect.poll(() => door.post(), { timeout: 5_000 }).toBe(200);
    expect(await readiness()).toEqual({ database: true, queue: true, migrations: true });
  });

  it("it hangs without a word: 503 within five seconds also for those that wait behind, then kept again", async () => {
    await burst(20); // connections are open
    proxy.hold();
    const first = burst(30);
    await new Promise((moment) => setTimeout(moment, 2_000));
    const second = burst(30);
    for (const { statuses, longest } of await Promise.all([first, second])) {
      expect(statuses).toEqual([503]);
      expect(longest).toBeLessThan(5_000);
    }
    proxy.mend();
    await expect.poll(() => door.post(), { timeout: 10_000 }).toBe(200);
  });
});
