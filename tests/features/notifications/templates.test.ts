import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aProfile } from "#tests/factories/profile";
import { occasionOf, write } from "~/features/notifications/compose.server";
import type { Kind, Occasion } from "~/features/notifications/kind";
import { kindOf, kinds } from "~/features/notifications/registry";
import { sampleOrder, sampleReturn } from "~/features/notifications/sample";
import { type EditedTexts, templateFor } from "~/features/notifications/template";
import { problemsOf } from "~/features/notifications/templates/check-text";
import { startingText } from "~/features/notifications/templates/starting-text";
import { type EditedText, editedText } from "~/features/notifications/templates/text";
import type { OrderDetail } from "~/features/orders/queries.server";
import { settingsSchema } from "~/features/settings/schema";
import { LOCALES, type Locale } from "~/platform/i18n/locales";

const face = { settings: settingsSchema.parse({}), settingsVersion: 1, profile: aProfile() };
const URL_OF_ORDER = "https://fern-and-fable.example/apps/aftercare/order?t=a.b";

function occasion(
  kind: Kind,
  locale: Locale = "en",
  over: Partial<OrderDetail> = {},
  currency = "GBP",
): Occasion {
  const order = { ...sampleOrder(currency, locale), ...over };
  const about = { order, return: sampleReturn(currency), data: kind.sample ?? {}, locale, stranger: false };
  return occasionOf(face, about, URL_OF_ORDER);
}
/** Another order than the sample: another name, customer and amounts, and what came with the fact is other. */
function another(of: Kind, locale: Locale): Occasion {
  const data = Object.fromEntries(
    Object.entries(of.sample ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" ? otherValue(value) : value,
    ]),
  );
  const money = (amount: bigint) => ({ amount, currency: "EUR" });
  const order = {
    ...sampleOrder("EUR", locale),
    ...{ name: "#2077", customerName: "Grace Berg", total: money(8_888n), refunded: money(777n) },
  };
  const about = {
    order,
    return: { ...sampleReturn("EUR"), rma: "RMA-OTHER-1", declineReason: null, declineNote: "As told" },
    ...{ data, locale, stranger: false },
  };
  return occasionOf(face, about, URL_OF_ORDER);
}

/** A later day of the same form, another amount; ids stay. */
const otherValue = (value: string): string =>
  value.replace(/^(\d{4}-\d\d-)(\d\d)/, (_, month: string) => `${month}27`).replace(/^\d{3,}$/, "2345");

const kind = (key: string): Kind => kindOf(key) as Kind;
const confirmed = kind("orderConfirmed");
const text = (over: Partial<EditedText> = {}): EditedText => ({
  subject: "Order {{ order.name }}",
  preview: "",
  title: "Thanks",
  body: "{{ greeting }}",
  ...over,
});
const edited =
  (one: EditedText): EditedTexts =>
  () => ({ id: "t1", version: 1, text: one });
const written = (one: EditedText, about = occasion(confirmed), of = confirmed) =>
  write(of, about, face, edited(one));
const words = (body: string) => body.replace(/[>\s*-]+/g, " ").trim();

describe.each(
  kinds.flatMap((one) => LOCALES.map((locale) => [one.key, locale, one] as const)),
)("our words of %s in %s, as a template", (_key, locale, one) => {
  const about = occasion(one, locale);
  const start = startingText(one, about);
  it("can be saved", () => {
    expect(editedText.parse(start)).toEqual(start);
    expect(problemsOf(start, one, about)).toEqual([]);
  });
  it("say the same as without one", () => {
    const [mine, ours] = [write(one, about, face, edited(start)), write(one, about, face)];
    expect(mine.failed).toBeUndefined();
    expect([mine.subject, mine.preview, mine.title]).toEqual([ours.subject, ours.preview, ours.title]);
    const plain = (body: string) =>
      words(body.replace(/\(https[^)]*\)|https:\S+/g, "").replace(/:(?=\s|$)/g, ""));
    expect(plain(mine.text)).toBe(plain(ours.text));
  });
  it("say of another order what we say of it", () => {
    const other = another(one, locale);
    const [mine, ours] = [write(one, other, face, edited(start)), write(one, other, face)];
    expect(mine.failed).toBeUndefined();
    expect([mine.subject, mine.preview, mine.title]).toEqual([ours.subject, ours.preview, ours.title]);
    const own = one.say(other).blocks.flatMap((block) => ("text" in block ? [block.text] : []));
    for (const sentence of own) expect(mine.text).toContain(sentence);
  });
  it("name the order's values, not the sample's", () => {
    expect(Object.values(start).join(" ")).not.toMatch(/#1001|Ada Rowntree|RMA-7QK2|50[.,]95/);
  });
});

describe("what is wrong is said with its place", () => {
  const cases: [string, Partial<EditedText>, object][] = [
    [
      "an unknown name",
      { body: "Hello\n  {{ order.nmae }}" },
      { field: "body", line: 2, column: 6, message: "undefined variable: order.nmae" },
    ],
    [
      "an unknown name in a branch that is not taken",
      { body: "{% if order.cancelled %}{{ nobody }}{% endif %}" },
      { field: "body", line: 1 },
    ],
    [
      "a name of another kind",
      { body: "{{ return.number }}" },
      { field: "body", message: "undefined variable: return" },
    ],
    [
      "an unknown name of an item",
      { body: "{% for item in items %}{{ item.price_tag }}{% endfor %}" },
      { field: "body", line: 1 },
    ],
    ["a tag that does not end", { body: "a\nb\n{% if order.name %}" }, { field: "body", line: 3, column: 1 }],
    ["an output that does not end", { subject: "{{ order.name" }, { field: "subject", line: 1 }],
    [
      "an unknown filter",
      { title: "{{ order.name | shout }}" },
      { field: "title", message: "undefined filter: shout" },
    ],
    ["a file", { body: "{% include 'secrets' %}" }, { field: "body", message: 'tag "include" not found' }],
    [
      "another file",
      { body: "{% render 'secrets' %}" },
      { field: "body", message: 'tag "render" not found' },
    ],
    [
      "unescaped output",
      { body: "{{ customer.name | raw }}" },
      { field: "body", message: "undefined filter: raw" },
    ],
    ["a group", { body: "{{ order }}" }, { field: "body", message: expect.stringContaining("group") }],
    ["what every object has", { body: "{{ order.constructor }}" }, { field: "body" }],
    ["a prototype", { body: "{{ order.__proto__.polluted }}" }, { field: "body" }],
    [
      "an endless loop",
      { body: "{% for i in (1..900000000) %}x{% endfor %}" },
      { field: "body", message: expect.stringContaining("memory") },
    ],
    [
      "loops in loops",
      { body: "{% for a in (1..900) %}{% for b in (1..900) %}{{ b }}{% endfor %}{% endfor %}" },
      { field: "body" },
    ],
    [
      "a text that grows",
      { body: `{% assign a = "${"x".repeat(100)}" %}${"{% assign a = a | append: a %}".repeat(30)}{{ a }}` },
      { field: "body" },
    ],
    [
      "nothing",
      { body: "{% if order.cancelled %}x{% endif %}" },
      { field: "body", message: "the text is empty" },
    ],
    [
      "no subject",
      { subject: "{{ order.name | remove: order.name }}" },
      { field: "subject", message: "the subject is empty" },
    ],
  ];
  it.each(cases)("%s", (_what, over, problem) => {
    expect(problemsOf(text(over), confirmed, occasion(confirmed))[0]).toMatchObject(problem);
  });

  it("every field that is wrong, at once", () => {
    const problems = problemsOf(
      text({ subject: "{{ a }}", title: "{{ b }}" }),
      confirmed,
      occasion(confirmed),
    );
    expect(problems.map(({ field }) => field)).toEqual(["subject", "title"]);
  });
});

describe("what a template writes", () => {
  it("sets designed parts where they are named, and keeps both bodies alike", () => {
    const mail = written(
      text({
        body: 'Hi {{ customer.first_name }},\n\n{{ items_table }}\n\n{{ totals }}\n\n{{ "Follow it" | button }}\n\n<h2>See you</h2>\nOne\nTwo',
      }),
    );
    expect(mail.failed).toBeUndefined();
    expect(mail.subject).toBe("Order #1001");
    for (const body of [mail.html, mail.text])
      for (const part of ["Hi Ada,", "Linen tea towel", "£50.95", "Follow it", "See you"])
        expect(body).toContain(part);
    expect(mail.html).toContain("One<br />Two");
    expect(mail.html).toContain(`href="${URL_OF_ORDER}"`);
    expect(mail.text).toContain(`Follow it:\n${URL_OF_ORDER}`);
    expect(mail.html).not.toMatch(/[\uE000\uE001]/);
    expect(mail.text).not.toMatch(/[\uE000\uE001]/);
  });

  it("loops and asks", () => {
    const mail = written(
      text({
        body: "{% for item in items %}{% if item.quantity > 1 %}<b>{{ item.quantity }} x {{ item.title }}</b>{% endif %}{% endfor %}",
      }),
    );
    expect(mail.text).toContain("2 x Linen tea towel");
    expect(mail.text).not.toContain("Stoneware");
  });

  it("a part with nothing to show is nothing", () => {
    const about = occasion(confirmed, "en", {
      shippingAddress: null,
      shippingTitle: null,
      promisedTo: null,
      promisedFrom: null,
    });
    expect(written(text({ body: "a{% if delivery %}b{% endif %}{{ delivery }}" }), about).text).toMatch(
      /\n\na\n/,
    );
  });

  it("money without decimals stays without", () => {
    expect(written(text({ body: "{{ order.total }}" }), occasion(confirmed, "ja", {}, "JPY")).text).toContain(
      "5,095",
    );
  });

  it("an order without a name of anybody is greeted all the same", () => {
    const about = occasion(confirmed, "en", { customerName: null });
    const mail = written(text({ body: "{{ greeting }} {{ customer.first_name }}" }), about);
    expect(mail.failed).toBeUndefined();
    expect(mail.text).toContain("Hello,");
  });
});

describe("whatever others wrote stays text", () => {
  const naughty = [
    "<script>alert(1)</script>",
    "{{ order.total }}{% for i in (1..9) %}x{% endfor %}",
    '"><img src=x onerror=alert(1)>',
    "</p><a href=https://evil.example>Click</a>",
    "\uE000items_table\uE001",
    "\u202Egnp.exe",
    "Robert'); --",
  ];
  it.each(naughty)("%j", (name) => {
    const about = occasion(confirmed, "en", { customerName: name, name, shippingTitle: name });
    const mail = written(
      text({
        subject: "{{ order.name }}",
        body: `<a href="https://shop.example/{{ customer.name }}">{{ customer.name }}</a> {{ order.name | upcase }}`,
      }),
      about,
    );
    const html = mail.html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, "");
    expect(html).not.toMatch(/<script|<img|evil\.example"|javascript:|[\uE000\uE001\u202E]/i);
    expect(html.replace(/"[^"]*"/g, "")).not.toMatch(/<[^>]*\sonerror/i);
    expect(mail.html).not.toContain("Linen tea towel</bdi>");
    expect(mail.text).not.toContain("xxxxxxxxx");
    if (name.startsWith("{{")) expect(mail.text).toContain("{{ order.total }}");
  });

  it("any name at all makes no element and no second line in the subject", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
        const about = occasion(confirmed, "en", { customerName: `<b ${name}` });
        const mail = written(
          text({ subject: "For {{ customer.name }}", body: "<i>{{ customer.name }}</i>" }),
          about,
        );
        expect(mail.html.match(/<b\b/g)).toBeNull();
        expect(mail.subject).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 100 },
    );
  });

  it("a line break in a value does not reach the subject", () => {
    const about = occasion(confirmed, "en", { name: "#1\r\nBcc: everybody@example.com" });
    expect(written(text(), about).subject).toBe("Order #1 Bcc: everybody@example.com");
  });
});

describe("what the merchant wrote is made harmless", () => {
  const bodies = [
    "a<script>alert(1)</script>b",
    "a<img src=x onerror=alert(1)>",
    "a<a href='javascript:alert(1)'>b</a>",
    "a<iframe src='https://x.example'></iframe>",
    "a<style>body{display:none}</style>",
    "a<form action='https://x.example'><input name=q></form>",
    "a<svg onload=alert(1)>",
    "a<p style='position:fixed;background:url(https://x.example/a.png)'>b</p>",
    "a<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>a",
    "a<!--[if mso]><script>1</script><![endif]-->",
  ];
  it.each(bodies)("%s", (body) => {
    const { html } = written(text({ body }), occasion(kind("paymentPending")), kind("paymentPending"));
    const inside = html.slice(html.indexOf("</h1>"));
    expect(inside).not.toMatch(
      /<script|<style|<iframe|<form|<input|<svg|javascript:|onerror|onload|position:|url\(|data:/i,
    );
    expect(inside).toContain("a");
  });

  it("what is left open does not spill over what follows", () => {
    const { html } = written(text({ body: "<div><b>one {{ totals }} two</blockquote></td></table>" }));
    const count = (tag: string) => (html.match(new RegExp(`<${tag}\\b`, "g")) ?? []).length;
    const ends = (tag: string) => (html.match(new RegExp(`</${tag}>`, "g")) ?? []).length;
    for (const tag of ["table", "td", "tr", "div", "b"]) expect([tag, count(tag)]).toEqual([tag, ends(tag)]);
  });
});

describe("a template that fails", () => {
  it("costs a message its words, never the message", () => {
    const about = occasion(confirmed, "de", { lines: [] });
    const said = templateFor(confirmed, "de", edited(text({ body: "a\n{{ items[0].title }}" })))(about);
    expect(said.failed).toEqual({ id: "t1", why: expect.stringContaining("(line 2)") });
    expect(said.blocks).toEqual(confirmed.say(about).blocks);
  });

  it("so does one that takes too long to write for a large order", () => {
    const [line] = occasion(confirmed).order.lines;
    const lines = Array.from({ length: 500 }, (_, at) => ({
      ...line,
      id: String(at),
    })) as OrderDetail["lines"];
    const body = "{% for a in items %}{% for b in items %}{{ b.title }}{% endfor %}{% endfor %}";
    const mail = written(text({ body }), occasion(confirmed, "en", { lines }));
    expect(mail.failed?.why).toContain("limit");
    expect(mail.text).toContain("Linen tea towel");
  });
});

it("a mail of 500 lines stays below the size at which Gmail cuts it, and says how many more there are", () => {
  const [line] = occasion(confirmed).order.lines;
  const title = "A rather long name of a thing, with its colour and its size & more";
  const lines = Array.from({ length: 500 }, (_, at) => ({
    ...line,
    id: String(at),
    title,
  })) as OrderDetail["lines"];
  for (const one of kinds) {
    const parcels = sampleOrder("GBP", "en").parcels.map((parcel) => ({
      ...parcel,
      lines: lines.map(({ id }) => ({ id, orderLineId: id, quantity: 1 })),
    }));
    const mail = write(one, occasion(one, "en", { lines, parcels }), face);
    expect([one.key, Buffer.byteLength(mail.html) < 100_000]).toEqual([one.key, true]);
  }
  expect(write(confirmed, occasion(confirmed, "en", { lines }), face).text).toContain("+ 450");
});
