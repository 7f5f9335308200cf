import { afterAll, beforeAll, expect, it } from "vitest";
import { type AdminRoom, openAdminRoom } from "#tests/factories/admin-room";

let room: AdminRoom;
beforeAll(async () => {
  room = await openAdminRoom();
});
afterAll(() => room.close());

const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a[^>]* href="(\/app[^"#?]*)/g)].map(([, address = ""]) => address);

it("leads from the inbox to every screen of its settings in two clicks, and each has a way back", async () => {
  expect(linksOf((await room.page("/app/inbox")).html)).toContain("/app/inbox/settings");
  const { html } = await room.page("/app/inbox/settings");
  const menu = new Set(linksOf((await room.page("/app/lookups")).html));
  const listed = [...new Set(linksOf(html))].filter((address) => !menu.has(address));
  expect(listed.length).toBeGreaterThan(10);
  for (const address of listed) {
    const screen = await room.page(address);
    expect(screen.status, address).toBe(200);
    expect(screen.html, address).toMatch(/<a[^>]*aria-label="(Inbox settings|Inbox|Settings|Privacy)"/);
  }
});
