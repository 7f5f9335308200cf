import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameAmong, pictureMark, textParts, withoutMark } from "~/features/inbox/mail-out/enclosures";
import { kindOfFile } from "~/features/inbox/mail-out/file-kinds";
import { filesIn, withWordsAt } from "~/features/inbox/ui/mail-out/dropped-files";

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const zip = (...names: string[]) =>
  Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from(names.join("\0"))]);

describe("the kind of a file", () => {
  it.each([
    ["label.pdf", Buffer.from("%PDF-1.7"), "application/pdf", "label.pdf"],
    ["photo.JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg", "photo.JPEG"],
    ["sizes.csv", Buffer.from("size,cm\n38,24"), "text/csv", "sizes.csv"],
    ["grüße.txt", Buffer.from("Grüße 🌿"), "text/plain", "grüße.txt"],
  ])("%s is known by its bytes", (given, bytes, contentType, name) =>
    expect(kindOfFile(given, bytes)).toEqual({ contentType, name }));

  it("is what its bytes show, and so it is called", () => {
    expect(kindOfFile("evil.html", png)).toEqual({ contentType: "image/png", name: "evil.html.png" });
    expect(kindOfFile("\u200b.htaccess", png)?.name).toBe("htaccess.png");
    expect(kindOfFile("../../etc/passwd\r\nX: y.png", png)?.name).toBe("-..-etc-passwdX- y.png");
    expect(kindOfFile("", png)?.name).toBe("file.png");
  });

  it("tells office documents from other archives, and takes none with programs", () => {
    expect(kindOfFile("terms.docx", zip("[Content_Types].xml", "word/document.xml"))?.contentType).toContain(
      "wordprocessingml",
    );
    expect(kindOfFile("renamed.zip", zip("xl/workbook.xml"))?.name).toBe("renamed.zip.xlsx");
    expect(kindOfFile("macro.docx", zip("word/document.xml", "word/vbaProject.bin"))).toBeNull();
    expect(kindOfFile("archive.zip", zip("setup.exe"))).toBeNull();
    expect(kindOfFile("archive.docx", zip("setup.exe"))).toBeNull();
  });

  it.each([
    ["page.html", "<script>alert(1)</script>"],
    ["drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"],
    ["program.exe", "MZ\u0090"],
    ["script.js", "process.exit()"],
    ["notes.txt.bat", "format c:"],
    ["letter.pdf", "not a pdf"],
    ["binary.txt", "a\u0000b"],
  ])("%s is not sent", (name, text) => expect(kindOfFile(name, Buffer.from(text, "latin1"))).toBeNull());
});

describe("pictures in a text", () => {
  const picture = (name: string) => ({ name });

  it("stand where their marks do, and after it when those were taken out", () => {
    const [a, b, c] = [picture("a.png"), picture("b.png"), picture("c.png")];
    expect(textParts("Look:\n[b.png]\nand [a.png]!", [a, b, c])).toEqual([
      { text: "Look:\n", picture: null },
      { text: null, picture: b },
      { text: "\nand ", picture: null },
      { text: null, picture: a },
      { text: "!", picture: null },
      { text: null, picture: c },
    ]);
  });

  it.each([
    ["Look:\n[a.png]\nthere", "Look:\nthere"],
    ["Look [a.png] there [a.png]", "Look  there "],
    ["[a.png]", ""],
    ["[aa.png] a.png", "[aa.png] a.png"],
  ])("leave no mark when they are taken out: %j", (text, left) =>
    expect(withoutMark(text, "a.png")).toBe(left));

  it("lose nothing of the text and show every picture once", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}\.png$/), { maxLength: 5 });
    fc.assert(
      fc.property(names, fc.array(fc.string()), (given, words) => {
        const pictures = given.map(picture);
        const text = words.flatMap((word, at) => [word, given[at] ? pictureMark(given[at]) : ""]).join("");
        const parts = textParts(text, pictures);
        const shown = parts.flatMap((part) => part.picture ?? []);
        expect([...shown].sort((x, y) => x.name.localeCompare(y.name))).toEqual(
          [...pictures].sort((x, y) => x.name.localeCompare(y.name)),
        );
        const inText = parts.map((part) => part.text ?? pictureMark(part.picture.name)).join("");
        expect(inText.startsWith(text)).toBe(true);
      }),
    );
  });

  it("have names of their own, which end no bracket early", () => {
    expect(nameAmong("image.png", ["image.png", "image-2.png"])).toBe("image-3.png");
    expect(nameAmong("a[1].png", [])).toBe("a-1-.png");
    expect(nameAmong("README", ["README"])).toBe("README-2");
  });
});

describe("what is pasted or dropped", () => {
  const file = { name: "image.png", type: "image/png" } as File;
  const handed = (types: string[]) => ({ types, files: [file] as unknown as FileList });

  it("is files, unless there are words with them", () => {
    expect(filesIn(handed(["Files"]))).toEqual([file]);
    expect(filesIn(handed(["text/plain", "text/html", "Files"]))).toEqual([]);
    expect(filesIn(null)).toEqual([]);
  });

  it("goes where the cursor is", () => {
    expect(withWordsAt("ab", "X", 1)).toBe("aXb");
    expect(withWordsAt("ab", "X", 99)).toBe("abX");
    expect(withWordsAt("ab", "X", null)).toBe("abX");
  });
});
