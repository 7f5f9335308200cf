import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { safeHtml } from "~/platform/html/safe-html";
import { safeStyle } from "~/platform/html/safe-style";
import { HOSTILE } from "./hostile-html";

const FETCHING =
  /^(?:src|srcset|href|background|poster|data|action|formaction|xlink:href|ping|cite|longdesc)$/;

/** What a browser would run or fetch of this, named; empty for safe HTML. */
function dangers(html: string): string[] {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  return [...document.body.querySelectorAll("*")].flatMap((element) => {
    const name = element.localName;
    const found = /^(?:script|style|iframe|object|embed|form|input|base|meta|link|svg|math|template)$/.test(
      name,
    )
      ? [`<${name}>`]
      : [];
    for (const { name: attribute, value } of [...element.attributes]) {
      if (/^on/i.test(attribute)) found.push(attribute);
      if (attribute === "style" && /url|expression|@import|\\|position/i.test(value)) found.push(value);
      if (!FETCHING.test(attribute)) continue;
      const isLink = name === "a" && attribute === "href" && /^(?:https?:\/\/|mailto:|tel:)/.test(value);
      const isPicture =
        name === "img" && attribute === "src" && /^(?:data:image\/(?!svg)|\/files\/)/.test(value);
      if (!isLink && !isPicture) found.push(`${name} ${attribute}=${value}`);
    }
    return found;
  });
}

describe("safeHtml", () => {
  it.each(HOSTILE.map((html) => [html]))("leaves nothing that runs or fetches in %s", (html) => {
    expect(dangers(safeHtml(html, { cid: {} }))).toEqual([]);
  });

  it("is the same when cleaned again: nothing changes its meaning in between", () => {
    for (const html of HOSTILE) {
      const once = safeHtml(html, {});
      const parsed = new JSDOM(`<body>${once}</body>`).window.document.body.innerHTML;
      expect(dangers(parsed)).toEqual([]);
    }
  });

  it("holds for any mixture of fragments", () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(
        "<",
        ">",
        '"',
        "'",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "</",
        "/>",
        "&#x3c;",
        "\u0000",
        "<p ",
        "=",
        "`",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(dangers(safeHtml(pieces.join(""), { cid: () => "/files/1" }))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("keeps what a reader needs: tables, fonts, colours, the direction of writing", () => {
    const html =
      '<table border="1" cellpadding="2"><tbody><tr><td colspan="2" bgcolor="#eee" style="color:red;text-align:right">x</td></tr></tbody></table><p dir="rtl"><font color="#333333" face="Arial">שלום</font></p>';
    expect(safeHtml(html, {})).toBe(html);
    expect(safeHtml('<html dir="rtl"><body style="color:navy"><p>x</p></body></html>', {})).toBe(
      '<div dir="rtl"><div style="color:navy"><p>x</p></div></div>',
    );
  });

  it("shows the mail's own pictures, and keeps the address of remote ones for a click", () => {
    const html =
      '<img src="cid:a@b" alt="A"><img src="CID:c%40d"><img src="cid:constructor"><img src="https://x.example/p.png" srcset="https://x.example/2.png 2x"><img src="//x.example/q.png">';
    expect(
      safeHtml(html, {
        cid: new Map([
          ["a@b", "/files/1"],
          ["c@d", "/files/2"],
        ]),
      }),
    ).toBe(
      '<img alt="A" src="/files/1" /><img src="/files/2" /><img /><img data-remote-src="https://x.example/p.png" /><img data-remote-src="https://x.example/q.png" />',
    );
    expect(safeHtml('<img data-remote-src="javascript:x">', {})).toBe("<img />");
  });

  it("opens links apart, without a referrer, and only to pages, mail and telephones", () => {
    expect(safeHtml('<a href="https://x.example/?a=1&amp;b=2" ping="/p">x</a>', {})).toBe(
      '<a href="https://x.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    );
    expect(safeHtml('<a href="/admin/delete">x</a>', {})).toBe("<a>x</a>");
  });

  it("keeps the words of forms and of pages nested too deep", () => {
    expect(safeHtml("<form><b>Dear</b> shop</form>", {})).toBe("<b>Dear</b> shop");
    expect(safeHtml(`${"<div>".repeat(5_000)}deep`, {})).toContain("deep");
  });

  it.each([
    ["open elements", "<div>".repeat(2_000_000)],
    ["closed by themselves", "<div/>".repeat(1_600_000)],
    ["crossing elements", "<b><i><p></b>".repeat(700_000)],
    ["tables in tables", "<table><tr><td>".repeat(600_000)],
    ["attributes", `<p ${'a="b" '.repeat(1_600_000)}>`],
    ["a style", `<p style="${"a:b;".repeat(2_500_000)}">`],
    ["signs", "<".repeat(10_000_000)],
    ["comments", "<!--".repeat(2_500_000)],
    ["pictures", '<img src="http://x/y" style="color:red">'.repeat(250_000)],
  ])("takes ten megabytes of %s in a second or two, on a busy machine in four", (_what, html) => {
    const startedAt = performance.now();
    safeHtml(html, {});
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });
});

describe("safeStyle", () => {
  it.each([
    ["color:red; background-color: #fff", "color:red;background-color:#fff"],
    ["background:url(http://x)", ""],
    ["background:URL ( x )", ""],
    ["width:expression(alert(1))", ""],
    ["color:r\\65 d", ""],
    ["color:red/**/", ""],
    ["position:fixed;top:0;z-index:9", ""],
    ["margin:-50px;padding:5px", "padding:5px"],
    ["behavior:url(x);-moz-binding:url(x)", ""],
    ["display:flex;display:none", "display:none"],
    ["font-family:'Segoe UI', Arial", "font-family:'Segoe UI', Arial"],
    ["color:rgba(0,0,0,.5);width:calc(100% - 2px)", "color:rgba(0,0,0,.5);width:calc(100% - 2px)"],
    ["width:image-set('x')", ""],
  ])("%s", (style, kept) => expect(safeStyle(style)).toBe(kept));
});
