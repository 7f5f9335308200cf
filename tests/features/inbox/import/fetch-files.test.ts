import https from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countedImport, importOf } from "#tests/factories/past-mail";
import { TEST_CERTIFICATE, TEST_KEY } from "#tests/setup/certificate";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { waitingJobs } from "#tests/setup/queue";
import { fetchImportFiles, whyNot } from "~/features/inbox/import/fetch-files.server";
import { fileCounts } from "~/features/inbox/import/file-store.server";
import { stepImport, workOnImport } from "~/features/inbox/import/import-conversations.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import type { Shop } from "~/platform/database/shop.server";
import type { FromElsewhere, PublicWire } from "~/platform/files/fetch-elsewhere.server";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const HOST = "https://fern.zendesk.com";

/** A help desk on this machine that stands for the public internet, and what it was asked for. */
let desk: https.Server;
let asked: string[] = [];
let isBusy = true;
const answers: Record<string, (response: import("node:http").ServerResponse) => void> = {
  "/box.png": (response) => response.writeHead(302, { location: "/kept/box.png" }).end(),
  "/kept/box.png": (response) => response.writeHead(200, { "content-type": "image/png" }).end(PNG),
  "/program.png": (response) =>
    response.writeHead(200, { "content-type": "image/png" }).end("MZ\u0000program"),
  "/private.pdf": (response) => response.writeHead(302, { location: "/sign-in" }).end(),
  "/sign-in": (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in</h1>"),
  "/ended.pdf": (response) => response.writeHead(403).end(),
  "/large.pdf": (response) => response.writeHead(200).end(Buffer.alloc(10 * 1024 * 1024 + 1)),
  "/inside.pdf": (response) => response.writeHead(302, { location: "https://10.0.0.1/secret" }).end(),
  "/busy.png": (response) => (isBusy ? response.writeHead(503).end() : response.writeHead(200).end(PNG)),
};

let db: FreshDatabase;
let wire: PublicWire;
beforeAll(async () => {
  db = await freshDatabase();
  desk = https.createServer({ cert: TEST_CERTIFICATE, key: TEST_KEY }, (request, response) => {
    asked.push(request.url ?? "");
    (answers[request.url ?? ""] ?? ((one) => one.writeHead(404).end()))(response);
  });
  await new Promise<void>((listening) => desk.listen(0, "127.0.0.1", listening));
  const { port } = desk.address() as AddressInfo;
  wire = {
    reach: async (host) =>
      host === "mail.example.com" ? { address: "127.0.0.1", port, ca: TEST_CERTIFICATE } : null,
  };
});
afterAll(async () => {
  desk.close();
  desk.closeAllConnections();
  await db.close();
});
beforeEach(async () => {
  asked = [];
  isBusy = true;
  for (const table of [
    "conversation_import",
    "imported_message",
    "import_thread",
    "message",
    "inbound_mail",
    "conversation",
    "file",
  ])
    await db.owner.query(`delete from "${table}"`);
  await db.owner.query("delete from graphile_worker._private_jobs");
});

const PLACE = "https://mail.example.com";
const ticketWith = (attachments: { file_name: string; content_url?: string }[]) => ({
  "tickets.json": Buffer.from(
    JSON.stringify({
      id: 77,
      subject: "Broken",
      requester_id: 11,
      requester: { id: 11, name: "Ada", email: "ada@example.com", role: "end-user" },
      comments: [
        { id: 1, author_id: 11, plain_body: "See here", created_at: "2021-03-01T10:00:00Z", attachments },
      ],
    }),
  ),
});
const ALL = [
  { file_name: "box.png", content_url: `${PLACE}/box.png` },
  { file_name: "program.png", content_url: `${PLACE}/program.png` },
  { file_name: "private.pdf", content_url: `${PLACE}/private.pdf` },
  { file_name: "ended.pdf", content_url: `${PLACE}/ended.pdf` },
  { file_name: "gone.pdf", content_url: `${PLACE}/gone.pdf` },
  { file_name: "large.pdf", content_url: `${PLACE}/large.pdf` },
  { file_name: "inside.pdf", content_url: `${PLACE}/inside.pdf` },
  { file_name: "elsewhere.pdf", content_url: `${HOST}/x` },
  { file_name: "plain.pdf", content_url: "http://mail.example.com/box.png" },
  { file_name: "nowhere.pdf" },
  { file_name: "busy.png", content_url: `${PLACE}/busy.png` },
];

async function taken(files: Record<string, Buffer>, fetchFiles: boolean, shop: Shop = db.shop) {
  const one = await countedImport(shop, { source: "zendesk", files, own: [] });
  await stepImport(shop, one.id, "run", fetchFiles);
  await workOnImport(shop, one.id);
  return importOf(shop, one.id);
}
const counts = (id: string) => db.shop.transact((tx) => fileCounts(tx, id));
const fetching = async () => (await waitingJobs(db)).filter(({ task }) => task === "fetch-import-files");
const files = async () => (await db.owner.query(`select name, "contentType" from file order by name`)).rows;

async function message() {
  const { rows } = await db.owner.query(`select id from conversation where "shopId" = $1`, [db.shop.id]);
  const view = await db.shop.transact((tx) => conversationView(tx, rows[0].id));
  return view?.messages[0];
}

describe("files that an export only points to", () => {
  it("stay where they are unless staff ask for them", async () => {
    const one = await taken(ticketWith(ALL), false);
    expect(one.counted).toMatchObject({ filesElsewhere: 11, filesWithAddress: 10 });
    expect(await fetching()).toEqual([]);
    await fetchImportFiles(db.shop, one.id, { wire });
    expect(asked).toEqual([]);
    expect((await db.owner.query("select 1 from import_file")).rowCount).toBe(0);
    expect((await message())?.text).toContain("\u{1F4CE} box.png");
  });

  it("are fetched with their messages, and each that is not says why", async () => {
    const one = await taken(ticketWith(ALL), true);
    expect(await fetching()).toHaveLength(1);
    await fetchImportFiles(db.shop, one.id, { wire });
    expect(await counts(one.id)).toEqual({
      named: 1,
      fetched: 2,
      closed: 2,
      gone: 1,
      tooLarge: 1,
      noAddress: 4,
      unreachable: 0,
      tooMany: 0,
    });
    expect(await files()).toEqual([
      { name: "box.png", contentType: "image/png" },
      { name: "program.png", contentType: "application/octet-stream" },
    ]);
    const said = await message();
    expect(said?.enclosed).toMatchObject([{ name: "box.png" }, { name: "program.png" }]);
    expect(said?.text).not.toContain("box.png");
    expect(said?.text).toContain("\u{1F4CE} private.pdf");
    const left = await db.owner.query("select address from import_file where address is not null");
    expect(left.rows).toEqual([{ address: `${PLACE}/busy.png` }]);
  });

  it("that do not answer are tried again later, three times in all", async () => {
    const one = await taken(ticketWith([ALL[10] ?? { file_name: "" }]), true);
    await fetchImportFiles(db.shop, one.id, { wire });
    await fetchImportFiles(db.shop, one.id, { wire });
    expect(await counts(one.id)).toMatchObject({ named: 1, unreachable: 0 });
    expect(asked).toHaveLength(2);
    await fetchImportFiles(db.shop, one.id, { wire });
    expect(await counts(one.id)).toMatchObject({ named: 0, unreachable: 1 });
    expect(asked).toHaveLength(3);
  });

  it("are fetched once, however often the job runs or breaks off", async () => {
    isBusy = false;
    const one = await taken(ticketWith([ALL[0], ALL[10]].flatMap((file) => file ?? [])), true);
    for (let turn = 0; turn < 4; turn++) await fetchImportFiles(db.shop, one.id, { wire, forMs: 0 });
    await Promise.all([1, 2].map(() => fetchImportFiles(db.shop, one.id, { wire })));
    expect(await counts(one.id)).toMatchObject({ fetched: 2, named: 0 });
    expect(await files()).toHaveLength(2);
    expect(asked.filter((path) => path === "/box.png")).toHaveLength(1);
  });

  it("go when the import is removed, and nothing is fetched for it then", async () => {
    const one = await taken(ticketWith(ALL), true);
    await fetchImportFiles(db.shop, one.id, { wire });
    await stepImport(db.shop, one.id, "remove");
    asked = [];
    await fetchImportFiles(db.shop, one.id, { wire });
    expect(asked).toEqual([]);
    await workOnImport(db.shop, one.id);
    for (const table of ["file", "enclosure", "import_file", "message", "conversation", "imported_message"])
      expect((await db.owner.query(`select 1 from "${table}"`)).rowCount, table).toBe(0);
  });

  it("of another shop are not touched", async () => {
    const theirs = await taken(ticketWith(ALL), true, db.neighbour);
    await fetchImportFiles(db.shop, theirs.id, { wire });
    expect(asked).toEqual([]);
  });
});

const status = (code: number): FromElsewhere => ({ bytes: null, not: { status: code } });
it.each<[string, FromElsewhere, number, ReturnType<typeof whyNot>]>([
  ["a.pdf", { bytes: PNG, declared: "text/html; charset=utf-8", not: null }, 0, "closed"],
  ["a.html", { bytes: PNG, declared: "text/html", not: null }, 0, null],
  ["a.pdf", { bytes: PNG, declared: "", not: null }, 0, null],
  ["a.pdf", status(401), 0, "closed"],
  ["a.pdf", status(410), 0, "gone"],
  ["a.pdf", status(429), 0, "again"],
  ["a.pdf", status(500), 1, "again"],
  ["a.pdf", status(500), 2, "unreachable"],
  ["a.pdf", { bytes: null, not: "unreachable" }, 2, "unreachable"],
  ["a.pdf", { bytes: null, not: "address" }, 0, "noAddress"],
])("why not: %s %o after %i tries", (name, fetched, attempts, wanted) => {
  expect(whyNot({ name, attempts }, fetched)).toBe(wanted);
});
