import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countedImport, importOf, mboxOf } from "#tests/factories/past-mail";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { workOnImport } from "~/features/inbox/import/import-conversations.server";
import { PIECE_BYTES } from "~/features/inbox/import/progress";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const page = async (path: string, shop?: string) => {
  const token = sessionToken(shop ? { shop } : {});
  const answer = await site.get(`${path}${embedded(token, shop)}`, bearer(token));
  return { status: answer.status, text: await answer.text() };
};
const send = (path: string, body: unknown, token = sessionToken()) =>
  fetch(site.url + path, {
    method: "POST",
    headers: { ...bearer(token), "content-type": "application/json" },
    body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
  });

const FILE = mboxOf([
  { id: "one@ada", from: "Ada <ada@example.com>", subject: "The blue scarf" },
  { id: "two@bo", from: "bo@other.example", subject: "Sizes" },
]);
const begin = (size = FILE.length) =>
  send("/app/inbox/imports/begin", {
    source: "mbox",
    ownAddresses: "help@fern.example, @fern.example nonsense",
    files: [{ name: "Inbox.mbox", size }],
  });

describe("past conversations", () => {
  it("are uploaded in pieces, counted, looked at and taken in, by whoever may", async () => {
    expect((await page("/app/inbox/imports")).text).toContain("Nothing was brought along yet");
    const begun = (await (await begin()).json()) as { id: string };
    const { id } = begun;
    expect((await importOf(db.shop, id)).ownAddresses).toEqual(["help@fern.example", "@fern.example"]);
    expect(await (await begin()).json()).toEqual({ id: null, refused: "imports.underWay" });

    const piece = `/app/inbox/imports/${id}/piece?file=0&place=0`;
    expect((await send(`/app/inbox/imports/${id}/step`, { step: "count" })).status).toBe(409);
    expect((await send(piece, FILE.subarray(1))).status).toBe(400);
    expect((await send(piece, Buffer.alloc(PIECE_BYTES + 1))).status).toBe(413);
    expect((await send(piece.replace("place=0", "place=7"), FILE)).status).toBe(400);
    expect((await send(piece, FILE)).status).toBe(204);
    expect((await send(piece, FILE)).status).toBe(204);
    expect((await send(`/app/inbox/imports/${id}/step`, { step: "count" })).status).toBe(204);
    await workOnImport(db.shop, id);

    const shown = await page(`/app/inbox/imports/${id}`);
    expect(shown.text).toContain("Take in 2 conversations");
    expect((await send(`/app/inbox/imports/${id}/step`, { step: "run" })).status).toBe(204);
    await workOnImport(db.shop, id);
    expect((await page(`/app/inbox/imports/${id}`)).text).toContain("As many as were counted.");
    expect((await page("/app/inbox/imports")).text).toContain("Inbox.mbox");
    const { rows } = await db.owner.query<{ id: string }>(
      `select id from conversation where subject = 'Sizes'`,
    );
    expect((await page(`/app/inbox/${rows[0]?.id}`)).text).toContain(
      "Brought along from elsewhere: Mail (mbox)",
    );
  });

  it("of a help desk have files that are fetched when staff tick it", async () => {
    const comment = (id: number, attachments: object[]) => ({ id, body: `Number ${id}`, attachments });
    const ticket = {
      id: 7,
      subject: "Photos",
      comments: [
        comment(1, [{ file_name: "a.png", content_url: "https://files.example/a" }]),
        comment(2, []),
      ],
    };
    const files = { "tickets.json": Buffer.from(JSON.stringify(ticket)) };
    const { id } = await countedImport(db.shop, { source: "zendesk", files, own: [] });
    expect((await page(`/app/inbox/imports/${id}`)).text).toContain("Fetch attached files too");
    expect((await send(`/app/inbox/imports/${id}/step`, { step: "run", fetchFiles: "yes" })).status).toBe(
      204,
    );
    await workOnImport(db.shop, id);
    expect(await importOf(db.shop, id)).toMatchObject({ state: "done", fetchFiles: true });
    expect((await page(`/app/inbox/imports/${id}`)).text).toContain("Still to fetch");
    const { rows } = await db.owner.query(`select id from conversation where subject = 'Photos'`);
    expect((await page(`/app/inbox/${rows[0]?.id}`)).text).toContain("Zendesk (JSON), number 7");
  });

  it("of a table show what each column is read as, before anything is taken in", async () => {
    const files = { "t.csv": Buffer.from("Ticket id,Subject,Survey score\n88,Where?,5\n") };
    const { id } = await countedImport(db.shop, { source: "csv", files, own: [] });
    const { text } = await page(`/app/inbox/imports/${id}`);
    expect(text).toContain("Survey score");
    expect(text).toContain("not read");
    expect(text).toContain("these come in empty");
    await send(`/app/inbox/imports/${id}/step`, { step: "giveUp" });
    await workOnImport(db.shop, id);
  });

  it("of another shop are not there", async () => {
    const { id } = await countedImport(db.neighbour, { files: { a: FILE } });
    const absent = "01890000-0000-7000-8000-000000000000";
    const [theirs, none] = [
      await page(`/app/inbox/imports/${id}`),
      await page(`/app/inbox/imports/${absent}`),
    ];
    expect([theirs.status, none.status]).toEqual([404, 404]);
    for (const path of [`${id}/step`, `${id}/piece?file=0&place=0`]) {
      const answers = [path, path.replace(id, absent), path.replace(id, "drop-table")].map(async (one) => {
        const answer = await send(
          `/app/inbox/imports/${one}`,
          path.includes("step") ? { step: "run" } : FILE,
        );
        return [answer.status, await answer.text()];
      });
      const [one, other, nonsense] = await Promise.all(answers);
      expect(one).toEqual([404, ""]);
      expect(other).toEqual(one);
      expect(nonsense).toEqual(one);
    }
    expect(await importOf(db.neighbour, id)).toMatchObject({ state: "counted" });
    expect((await page(`/app/inbox/imports/${id}`, NEIGHBOUR)).text).toContain("Take in 2 conversations");
  });

  it("are nothing for who may only look, or has no token", async () => {
    office.scopes["77"] = "read_orders";
    const reader = sessionToken({ sub: "77" });
    const answer = await send(
      "/app/inbox/imports/begin",
      { source: "mbox", ownAddresses: "", files: [] },
      reader,
    );
    expect(answer.status).toBe(403);
    expect((await send("/app/inbox/imports/begin", {}, "a.b.c")).status).toBe(401);
    const half = { name: "half", size: 1.5 * 1024 ** 3 };
    const tooLarge = { source: "mbox", ownAddresses: "", files: [half, half] };
    expect((await send("/app/inbox/imports/begin", tooLarge)).status).toBe(413);
    expect(await (await send("/app/inbox/imports/begin", { source: "drop" })).json()).toEqual({
      id: null,
      refused: "input.invalid",
    });
  });
});
