import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { takenImport } from "#tests/factories/past-mail";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { mailPage } from "~/features/inbox/mail-parts.server";
import { conversationView } from "~/features/inbox/staff-queries.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of [
    "conversation_import",
    "imported_message",
    "import_thread",
    "message",
    "inbound_mail",
    "conversation",
  ])
    await db.owner.query(`delete from "${table}"`);
});

const USERS = [
  { id: 11, name: "Ada Rowntree", email: "Ada@Example.com", role: "end-user" },
  { id: 22, name: "Maya", email: "maya@fern.example", role: "agent" },
];
const COMMENTS = [
  {
    id: 501,
    type: "Comment",
    author_id: 11,
    plain_body: "Where is my parcel?",
    html_body: '<div class="zd-comment" dir="auto" onclick="x()">Where is my <b>parcel</b>?</div>',
    public: true,
    created_at: "2021-03-01T10:00:00Z",
    attachments: [
      {
        id: 9,
        file_name: "box.jpg",
        size: 1234,
        content_url: "https://fern.zendesk.com/attachments/token/x",
      },
    ],
    metadata: { system: { message_id: "<first@example.com>", ip_address: "203.0.113.9" } },
  },
  {
    id: 502,
    author_id: 22,
    body: "She writes every week",
    public: false,
    created_at: "2021-03-01T10:30:00Z",
  },
  { id: 503, author_id: 22, plain_body: "It left today.", public: true, created_at: "2021-03-01T11:00:00Z" },
  {
    id: 504,
    author_id: 33,
    plain_body: "I am her neighbour",
    public: true,
    created_at: "2021-03-01T12:00:00Z",
  },
];
const TICKET = {
  url: "https://fern.zendesk.com/api/v2/tickets/77.json",
  id: 77,
  created_at: "2021-03-01T10:00:00Z",
  subject: "Parcel of #1001",
  description: "Where is my parcel?",
  status: "closed",
  requester_id: 11,
  assignee_id: 22,
  via: { channel: "email" },
  tags: ["Shipping", "vip"],
  comments: COMMENTS,
};

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

async function conversations() {
  const { rows } = await db.owner.query<{ id: string; ref: string; channel: string }>(
    `select id, "importRef" as ref, channel from conversation where "shopId" = $1 order by "createdAt"`,
    [db.shop.id],
  );
  const views = await Promise.all(rows.map(({ id }) => db.shop.transact((tx) => conversationView(tx, id))));
  return views.map((view, at) => ({ ...view, ...rows[at] }));
}

const WANTED = {
  ref: "77",
  subject: "Parcel of #1001",
  state: "closed",
  email: "ada@example.com",
  name: "Ada Rowntree",
  tags: ["shipping", "vip"],
  messages: [
    {
      authorKind: "shopper",
      direction: "in",
      authorName: "Ada Rowntree",
      text: "Where is my parcel?\n\u{1F4CE} box.jpg",
    },
    { authorKind: "staff", direction: "note", authorName: "Maya" },
    { authorKind: "staff", direction: "out", text: "It left today." },
    { authorKind: "other", direction: "in", text: "I am her neighbour" },
  ],
};

const zendesk: [string, Record<string, Buffer>][] = [
  ["lists with names", { "export.json": json({ tickets: [TICKET], users: USERS }) }],
  [
    "one ticket a line, users in a file that comes later, packed",
    {
      "tickets.json.gz": gzipSync(`${JSON.stringify(TICKET)}\n`),
      "users.json": Buffer.from(USERS.map((one) => JSON.stringify(one)).join("\n")),
    },
  ],
  [
    "people inside tickets",
    {
      "export.json": json([
        { ...TICKET, requester_id: undefined, requester: USERS[0], submitter: USERS[0], assignee: USERS[1] },
      ]),
    },
  ],
];

it.each(zendesk)("Zendesk: %s", async (_form, files) => {
  await mirrored(db.shop, anOrder({ email: "ada@example.com", placedAt: new Date("2021-02-20T10:00:00Z") }));
  const one = await takenImport(db.shop, { source: "zendesk", files, own: [] });
  expect(one).toMatchObject({
    state: "done",
    counted: { conversations: 1, messages: 4, people: 1, matched: 1, filesElsewhere: 1, skipped: {} },
    done: { conversations: 1, messages: 4, matched: 1 },
  });
  const [found] = await conversations();
  expect(found).toMatchObject(WANTED);
  const page = await mailPage(db.shop, found?.messages?.[0]?.id ?? "");
  expect(page?.html).toContain("<b>parcel</b>");
  expect(page?.html).not.toContain("onclick");
  const kept = await db.owner.query(`select 1 from message where "mailMessageId" = 'first@example.com'`);
  expect(kept.rowCount).toBe(1);
  const again = await takenImport(db.shop, { source: "zendesk", files, own: [] });
  expect(again).toMatchObject({ counted: { messages: 0, already: 4 }, done: { messages: 0 } });
});

it("Zendesk: what is broken, or something else, is counted and spoils nothing", async () => {
  const lines = [
    JSON.stringify({ id: 5, name: "Fern Ltd", domain_names: [] }),
    '{"id": 6, "subject": }',
    JSON.stringify(TICKET),
  ];
  const files = { "tickets.json": Buffer.from(lines.join("\n")), "notes.txt": Buffer.from("Hello") };
  expect(await takenImport(db.shop, { source: "zendesk", files, own: [] })).toMatchObject({
    counted: { messages: 4, strangeFiles: 1, skipped: { other: 1, unreadable: 1 } },
  });
});

const MESSAGES = [
  {
    id: 901,
    ticket_id: 88,
    message_id: "<in@example.com>",
    public: true,
    from_agent: false,
    channel: "email",
    body_text: "Is it vegan?\n\nOn Mon, Mar 1, 2021 at 9:00 AM Fern <help@fern.example> wrote:\n> News",
    body_html: "<p>Is it vegan?</p>",
    created_datetime: "2021-03-02T10:00:00.123456",
    sender: { id: 3, email: "bo@other.example", name: "Bo" },
    receiver: { id: 4, email: "help@fern.example", name: "Fern" },
    attachments: [],
  },
  {
    id: 902,
    ticket_id: 88,
    public: false,
    from_agent: true,
    channel: "internal-note",
    body_text: "Ask the kitchen",
    created_datetime: "2021-03-02T10:05:00",
    sender: { id: 4, email: "maya@fern.example", name: "Maya" },
  },
  {
    id: 903,
    ticket_id: 88,
    public: true,
    from_agent: true,
    channel: "email",
    body_text: "It is.",
    created_datetime: "2021-03-02T11:00:00+00:00",
    sender: { id: 4, email: "maya@fern.example", name: "Maya" },
    receiver: { id: 3, email: "bo@other.example", name: "Bo" },
  },
];

it.each([
  [
    "tickets with their messages",
    json({
      data: [
        {
          id: 88,
          subject: "Ingredients",
          customer: { id: 3, email: "bo@other.example", name: "Bo" },
          tags: [{ name: "food" }],
          messages: MESSAGES,
        },
      ],
      object: "list",
      meta: { next_cursor: null },
    }),
    ["food"],
  ],
  [
    "messages, one a line",
    Buffer.from(MESSAGES.map((one) => JSON.stringify({ ...one, subject: "Ingredients" })).join("\n")),
    [],
  ],
])("Gorgias: %s", async (_form, bytes, tags) => {
  const one = await takenImport(db.shop, { source: "gorgias", files: { "export.json": bytes }, own: [] });
  expect(one).toMatchObject({ state: "done", done: { conversations: 1, messages: 3 } });
  const [found] = await conversations();
  expect(found).toMatchObject({
    ref: "88",
    subject: "Ingredients",
    email: "bo@other.example",
    name: "Bo",
    tags,
  });
  expect(found?.messages).toMatchObject([
    {
      authorKind: "shopper",
      text: "Is it vegan?",
      folded: expect.stringContaining("> News"),
      at: new Date("2021-03-02T10:00:00.123Z"),
    },
    { direction: "note", text: "Ask the kitchen" },
    { direction: "out", authorName: "Maya" },
  ]);
});
