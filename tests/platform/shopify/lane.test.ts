import { describe, expect, it } from "vitest";
import { Lane, type Urgency } from "~/platform/shopify/lane.server";

const AT_ONCE = 4;

/** Work that ends when told, and notes when it began. */
function bench(lane: Lane) {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  let most = 0;
  let running = 0;
  const start = (name: string, urgency: Urgency = "staff") =>
    lane.run(urgency, async () => {
      began.push(name);
      most = Math.max(most, ++running);
      await new Promise<void>((end) => ends.set(name, end));
      running--;
    });
  const settle = () => new Promise((later) => setTimeout(later, 5));
  return { began, start, settle, end: (name: string) => ends.get(name)?.(), most: () => most };
}

describe("a shop's lane", () => {
  it("lets few in at once, and the urgent ahead of those who wait", async () => {
    const { began, start, settle, end } = bench(new Lane());
    for (let at = 0; at < AT_ONCE; at++) void start(`first-${at}`);
    for (const urgency of ["sweep", "staff", "storefront"] as const) void start(urgency, urgency);
    await settle();
    expect(began).toHaveLength(AT_ONCE);
    for (let at = 0; at < 3; at++) {
      end(`first-${at}`);
      await settle();
    }
    expect(began.slice(AT_ONCE)).toEqual(["storefront", "staff", "sweep"]);
  });

  it("never lets in more, also when somebody comes in the moment another leaves", async () => {
    const { began, start, settle, end, most } = bench(new Lane());
    for (let at = 0; at < 10; at++) void start(`${at}`);
    for (let at = 0; at < 10; at++) {
      await settle();
      end(began[at] ?? "");
      void start(`late-${at}`);
    }
    await settle();
    expect(most()).toBe(AT_ONCE);
  });

  it("goes on after work that failed", async () => {
    const lane = new Lane();
    const failing = Array.from({ length: 10 }, () =>
      lane.run("staff", () => Promise.reject(new Error("no"))),
    );
    expect((await Promise.allSettled(failing)).every((one) => one.status === "rejected")).toBe(true);
    expect(await lane.run("staff", async () => "through")).toBe("through");
  });

  it("sweeps leave half the bucket to people, and hold no place while they wait", async () => {
    const lane = new Lane();
    lane.learn({ maximumAvailable: 1_000, currentlyAvailable: 0, restoreRate: 1_000 }); // half is back in half a second
    const startedAt = performance.now();
    const done: string[] = [];
    const sweeps = Array.from({ length: 8 }, () => lane.run("sweep", async () => void done.push("sweep")));
    await lane.run("storefront", async () => void done.push("person"));
    expect(done).toEqual(["person"]);
    await Promise.all(sweeps);
    expect(performance.now() - startedAt).toBeGreaterThan(450);
    expect(done).toHaveLength(9);
  });

  it("pauses as long as the missing points take to come back", () => {
    const pause = new Lane().pauseFor(500, {
      maximumAvailable: 1_000,
      currentlyAvailable: 100,
      restoreRate: 100,
    });
    expect(pause).toBeGreaterThanOrEqual(4_000);
    expect(pause).toBeLessThan(4_400);
  });
});
