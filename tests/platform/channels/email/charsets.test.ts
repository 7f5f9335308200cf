import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "~/platform/channels/email/charset";
import { readMail } from "~/platform/channels/email/read-mail";
import { fromBase64, fromQuotedPrintable } from "~/platform/channels/email/transfer";
import { decodeWords } from "~/platform/channels/email/words-in-heads";

const HEBREW = "שלום, איפה ההזמנה שלי? היא עדיין לא הגיעה אליי הביתה.";
const RUSSIAN = "Здравствуйте, где мой заказ? Он до сих пор не пришёл ко мне домой.";
const JAPANESE = "こんにちは。注文した商品がまだ届いていません。よろしくお願いします。";
const CHINESE = "你好，我的订单还没有到，请帮我查一下包裹在哪里，谢谢。";
const TAIWANESE = "您好，我的訂單還沒有到，請幫我查一下包裹在哪裡，謝謝。";
const KOREAN = "안녕하세요. 주문한 상품이 아직 도착하지 않았습니다. 감사합니다.";
const GREEK = "Γεια σας, πού είναι η παραγγελία μου; Δεν έχει φτάσει ακόμα.";
const ARABIC = "مرحبا، أين طلبي؟ لم يصل حتى الآن إلى منزلي.";
const POLISH = "Dzień dobry, gdzie jest moja paczka? Życzę miłego dnia, Łukasz.";
const FRENCH = "Où est mon colis ? J’attends depuis l’été, ça suffit – 30 €.";

describe("decodeText", () => {
  it.each([
    ["windows-1255", "windows-1255", HEBREW],
    ["iso-8859-8-i", "iso-8859-8", HEBREW],
    ["koi8-r", "koi8-r", RUSSIAN],
    ["windows-1251", "windows-1251", RUSSIAN],
    ["iso-8859-5", "iso-8859-5", RUSSIAN],
    ["KOI8-U", "koi8-u", "Привіт, де моє замовлення?"],
    ["shift_jis", "shift_jis", JAPANESE],
    ["cp932", "shift_jis", JAPANESE],
    ["EUC-JP", "euc-jp", JAPANESE],
    ["gb2312", "gbk", CHINESE],
    ["gb18030", "gb18030", `${CHINESE}𠮷`],
    ["big5", "big5", TAIWANESE],
    ["ks_c_5601-1987", "euc-kr", KOREAN],
    ["windows-1253", "windows-1253", GREEK],
    ["windows-1256", "windows-1256", ARABIC],
    ["windows-1250", "windows-1250", POLISH],
    ["iso-8859-2", "iso-8859-2", POLISH],
    ["iso-8859-1", "windows-1252", FRENCH],
    ["windows-1254", "windows-1254", "Siparişim nerede? Günlerdir bekliyorum, teşekkürler."],
    ["tis-620", "windows-874", "สวัสดีค่ะ พัสดุยังไม่ถึง"],
    ["windows-1258", "windows-1258", "Đơn hàng"],
    ["utf-16le", "utf-16le", HEBREW],
    ["cp850", "cp850", "Wo ist mein Päckchen für Köln?"],
    ["utf-7", "utf-7", "Größe & Maß"],
    ["macintosh", "macintosh", "Où êtes-vous"],
  ])("reads %s", (label, encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding), label)).toBe(text);
  });

  it("reads charsets of seven bits", () => {
    const jis = Buffer.from("\u001b$B$3$s$K$A$O\u001b(B abc", "latin1");
    for (const label of ["iso-2022-jp", "us-ascii", null, "utf-8", "iso-2022-jp-2"])
      expect(decodeText(jis, label)).toBe("こんにちは abc");
    expect(decodeText(Buffer.from("\u001b$)C\u000e>H3g\u000f abc", "latin1"), "iso-2022-kr")).toBe(
      "안녕 abc",
    );
    expect(decodeText(Buffer.from("~{<:Ky2;~} a~~b", "latin1"), "hz-gb-2312")).toBe("己所不 a~b");
  });

  it.each([
    ["no label", null, "utf-8", HEBREW],
    ["an unknown label", "x-nonsense", "utf-8", HEBREW],
    ["ascii that is none", "us-ascii", "utf-8", JAPANESE],
    ["latin-1 that is UTF-8", "iso-8859-1", "utf-8", `Größe ${FRENCH}`],
    ["gb2312 that is UTF-8", "gb2312", "utf-8", CHINESE],
    [
      "UTF-8 that is latin-1",
      "utf-8",
      "windows-1252",
      "Où est mon colis ? J'étais là à Noël, ça suffit déjà.",
    ],
    ["UTF-8 that is cp1251", "utf-8", "windows-1251", RUSSIAN],
    ["none that is Shift_JIS", null, "shift_jis", JAPANESE],
    ["none that is GB", null, "gb18030", CHINESE],
    ["none that is Hebrew", null, "windows-1255", HEBREW],
    ["none that is KOI8", null, "koi8-r", RUSSIAN],
    ["none that is Korean", null, "euc-kr", KOREAN],
    ["none that is Greek", null, "windows-1253", GREEK],
  ])("reads what is labelled wrongly: %s", (_what, label, encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding), label)).toBe(text);
  });

  it("believes a byte order mark, and reads UTF-8 that was cut", () => {
    expect(decodeText(Buffer.from(`\ufeff${HEBREW}`), "windows-1255")).toBe(HEBREW);
    const cut = Buffer.from(RUSSIAN).subarray(0, -2);
    expect(decodeText(cut, "utf-8")).toContain("где мой заказ");
  });
});

describe("decodeWords", () => {
  const bytes = Buffer.from("Größe überall für Österreich");
  const inB = (part: Buffer, charset = "utf-8") => `=?${charset}?B?${part.toString("base64")}?=`;
  it.each([
    ["cut in a character", `${inB(bytes.subarray(0, 3))} ${inB(bytes.subarray(3))}`, bytes.toString()],
    ["cut and folded", `${inB(bytes.subarray(0, 3))}\r\n\t${inB(bytes.subarray(3))}`, bytes.toString()],
    ["quoted", "=?iso-8859-1?Q?Gr=F6=DFe_ok?= end", "Größe ok end"],
    ["text between", "Re: =?utf-8?q?=C3=A9?= and =?utf-8?q?=C3=A8?=", "Re: é and è"],
    ["with a language", "=?utf-8*de?q?=C3=A9?=", "é"],
    ["spaces inside", "=?utf-8?Q?Hello world =C3=A9?=", "Hello world é"],
    ["labelled wrongly", `=?utf-8?B?${Buffer.from("Größe", "latin1").toString("base64")}?=`, "Größe"],
    ["each with its own escapes", "=?iso-2022-jp?B?GyRCJDMbKEI=?= =?iso-2022-jp?B?GyRCJHMbKEI=?=", "こん"],
    ["unpadded", "=?utf-8?B?w6k?=", "é"],
    ["empty", "=?utf-8?Q??= x", " x"],
    ["not closed", "=?utf-8?Q?abc", "=?utf-8?Q?abc"],
    ["no charset", "=??Q?abc?=", "=??Q?abc?="],
    ["gb2312", `=?gb2312?B?${iconv.encode(CHINESE, "gbk").toString("base64")}?=`, CHINESE],
  ])("%s", (_what, word, text) => expect(decodeWords(word)).toBe(text));
});

describe("transfer encodings", () => {
  it("reads base64 with noise, without padding, with padding inside", () => {
    expect(fromBase64("aGVs\r\nbG8=\r\n").toString()).toBe("hello");
    expect(fromBase64("aGVsbG8").toString()).toBe("hello");
    expect(fromBase64("aGVs*bG8=").toString()).toBe("hello");
    expect(fromBase64("aGU=bGxv").toString()).toBe("hello");
    expect(fromBase64("").toString()).toBe("");
  });

  it("reads quoted-printable as far as it is some", () => {
    expect(fromQuotedPrintable(Buffer.from("a=3Db=c3=a9 =\r\nc =\r\n= =ZZ=")).toString()).toBe(
      "a=bé c = =ZZ",
    );
    expect(fromQuotedPrintable(Buffer.from("50 = 60 and a=b")).toString()).toBe("50 = 60 and a=b");
  });

  const one = async (head: string[], body: string | Buffer) =>
    readMail(Buffer.concat([Buffer.from([...head, "", ""].join("\r\n")), Buffer.from(body as string)]));

  it("shows text that only claims to be base64, and a footer below it", async () => {
    const head = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"];
    expect((await one(head, "Hello there, my parcel is late.")).text).toBe("Hello there, my parcel is late.");
    const footed = `${Buffer.from("My words").toString("base64")}\r\n\r\n-- \r\nA list's footer, added later`;
    expect((await one(head, footed)).text).toContain("My words");
    expect((await one(head, footed)).text).toContain("A list's footer");
  });

  it("reads raw bytes of the body's charset in the head", async () => {
    const raw = Buffer.concat([
      Buffer.from("Subject: "),
      iconv.encode("Где заказ", "koi8-r"),
      Buffer.from("\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n"),
      iconv.encode(RUSSIAN, "koi8-r"),
    ]);
    expect(await readMail(raw)).toMatchObject({ subject: "Где заказ", text: RUSSIAN });
  });

  it("takes a page's charset from the page when the head names none", async () => {
    const html = iconv.encode(`<meta charset="windows-1255"><p>שלום</p>`, "windows-1255");
    expect((await one(["Content-Type: text/html"], html)).text).toBe("שלום");
  });
});
