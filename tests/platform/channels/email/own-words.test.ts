import { describe, expect, it } from "vitest";
import { isForward, ownWords } from "~/platform/channels/email/own-words";

/** What mail programs write above the mail they answer, by program and language; "\\n" is a line break. */
const INTRODUCTIONS = String.raw`
On Mon, Nov 2, 2026 at 4:37 PM Fern & Fable <shop@example.com> wrote:
On Nov 2, 2026, at 4:37 PM, Fern <shop@example.com> wrote:
On Monday, November 2, 2026 at 04:37:12 PM EST, Fern <shop@example.com> wrote:
On 11/2/26 16:37, Fern & Fable wrote:
On 2 Nov 2026, at 16:37, Fern & Fable wrote:
------- Original Message -------
------- Original Message ------- On Monday, November 2nd, 2026 at 4:37 PM, Fern <shop@example.com> wrote:
Fern <shop@example.com> schrieb am Mo., 2. Nov. 2026, 16:37:
Am Mo., 2. Nov. 2026 um 16:37 Uhr schrieb Fern <shop@example.com>:
Am 02.11.26 um 16:37 schrieb Fern & Fable:
Am 02.11.2026 um 16:37 schrieb Fern <shop@example.com>:
Fern <shop@example.com> hat am 02.11.2026 16:37 CET geschrieben:
Fern & Fable hat am Montag, 2. November 2026 um 16:37:00 MEZ Folgendes geschrieben:
Gesendet: Montag, 2. November 2026 um 16:37 Uhr\nVon: "Fern" <shop@example.com>\nAn: ada@example.com\nBetreff: Re: Hi
Le lun. 2 nov. 2026 à 16:37, Fern <shop@example.com> a écrit :
Le 02/11/2026 à 16:37, Fern & Fable a écrit :
El lun, 2 nov 2026 a las 16:37, Fern (<shop@example.com>) escribió:
El 2/11/26 a las 16:37, Fern & Fable escribió:
El lunes, 2 de noviembre de 2026, 16:37:00 CET, Fern <shop@example.com> escribió:
Il giorno lun 2 nov 2026 alle ore 16:37 Fern <shop@example.com> ha scritto:
Il 02/11/2026 16:37, Fern & Fable ha scritto:
Em seg., 2 de nov. de 2026 às 16:37, Fern <shop@example.com> escreveu:
Em 02/11/2026 16:37, Fern & Fable escreveu:
A segunda, 2 de nov. de 2026, 16:37, Fern <shop@example.com> escreveu:
Op ma 2 nov. 2026 om 16:37 schreef Fern <shop@example.com>:
Op 02-11-2026 om 16:37 schreef Fern & Fable:
Fern <shop@example.com> schreef op 2 nov. 2026 16:37:
Den mån 2 nov. 2026 kl 16:37 skrev Fern <shop@example.com>:
Den 2026-11-02 kl. 16:37, skrev Fern & Fable:
man. 2. nov. 2026 kl. 16.37 skrev Fern <shop@example.com>:
Den man. 2. nov. 2026 kl. 16.37 skrev Fern <shop@example.com>:
ma 2. marrask. 2026 klo 16.37 Fern (shop@example.com) kirjoitti:
pon., 2 lis 2026 o 16:37 Fern <shop@example.com> napisał(a):
W dniu 2.11.2026 o 16:37, Fern & Fable pisze:
po 2. 11. 2026 v 16:37 odesílatel Fern <shop@example.com> napsal:
Dne 02. 11. 26 v 16:37 Fern & Fable napsal(a):
po 2. 11. 2026 o 16:37 Fern <shop@example.com> napísal(a):
Fern <shop@example.com> ezt írta (időpont: 2026. nov. 2., H, 16:37):
2026. 11. 02. 16:37 keltezéssel, Fern & Fable írta:
În lun., 2 nov. 2026 la 16:37, Fern <shop@example.com> a scris:
La 02.11.2026 16:37, Fern & Fable a scris:
Fern <shop@example.com>, 2 Kas 2026 Pzt, 16:37 tarihinde şunu yazdı:
2.11.2026 16:37 tarihinde Fern & Fable yazdı:
пн, 2 нояб. 2026 г. в 16:37, Fern <shop@example.com>:
02.11.2026 16:37, Fern & Fable пишет:
Понедельник, 2 ноября 2026, 16:37 +03:00 от Fern <shop@example.com>:
2 ноября 2026 г., в 16:37, Fern <shop@example.com> написал(а):
пн, 2 лист. 2026 р. о 16:37 Fern <shop@example.com> пише:
На пн, 2.11.2026 г. в 16:37 Fern <shop@example.com> написа:
Στις Δευ 2 Νοε 2026 στις 4:37 μ.μ., ο/η Fern <shop@example.com> έγραψε:
Στις 2/11/26 16:37, ο/η Fern & Fable έγραψε:
בתאריך יום ב׳, 2 בנוב׳ 2026 ב-16:37 מאת Fern <shop@example.com>:
‫בתאריך יום ב׳, 2 בנוב׳ 2026 ב-16:37 מאת ‪Fern‬‏ <‪shop@example.com‬‏>:‬
ב-2 בנוב׳ 2026, בשעה 16:37,‏ Fern <shop@example.com> כתב/ה:
On 02/11/2026 16:37, Fern כתב:
في الاثنين، ٢ نوفمبر ٢٠٢٦ في ٤:٣٧ م تمت كتابة ما يلي بواسطة Fern <shop@example.com>:
بتاريخ الاثنين، ٢ نوفمبر ٢٠٢٦ في ٤:٣٧ م Fern <shop@example.com> كتب:
2026年11月2日(月) 16:37 Fern <shop@example.com>:
2026/11/02 16:37、Fern <shop@example.com>のメール:
On 2026/11/02 16:37, Fern wrote:
Fern <shop@example.com> 于2026年11月2日周一 16:37写道：
在 2026年11月2日，16:37，Fern <shop@example.com> 写道：
Fern <shop@example.com> 於 2026年11月2日 週一 下午4:37寫道：
At 2026-11-02 16:37:00, "Fern" <shop@example.com> wrote:
------------------ 原始邮件 ------------------
------------------&nbsp;Original&nbsp;------------------
2026년 11월 2일 (월) 오후 4:37, Fern <shop@example.com>님이 작성:
-----Original Message-----
-----원본 메시지-----
ในวันที่ จ. 2 พ.ย. 2026 เวลา 16:37 Fern <shop@example.com> เขียนว่า:
Vào Th 2, 2 thg 11, 2026 vào lúc 16:37 Fern <shop@example.com> đã viết:
Pada Sen, 2 Nov 2026 pukul 16.37 Fern <shop@example.com> menulis:
सोम, 2 नव॰ 2026 को 4:37 pm बजे को Fern <shop@example.com> ने लिखा:
pon, 2. stu 2026. u 16:37 Fern <shop@example.com> napisao je:
V V pon., 2. nov. 2026 ob 16:37 je oseba Fern <shop@example.com> napisala:
2026-11-02, pr, 16:37 Fern <shop@example.com> rašė:
---- On Mon, 02 Nov 2026 16:37:00 +0530 Fern <shop@example.com> wrote ----
---- Le lun., 02 nov. 2026 16:37:00 +0100 Fern <shop@example.com> a écrit ----
From: Fern <shop@example.com>\nSent: Monday, November 2, 2026 4:37 PM\nTo: Ada\nSubject: Hi
De : Fern <shop@example.com>\nEnvoyé : lundi 2 novembre 2026 16:37\nÀ : Ada\nObjet : Hi
De: Fern <shop@example.com>\nEnviado: lunes, 2 de noviembre de 2026 16:37\nPara: Ada\nAsunto: Hi
De: Fern <shop@example.com>\nEnviada em: segunda-feira, 2 de novembro de 2026 16:37\nPara: Ada\nAssunto: Hi
Da: Fern <shop@example.com>\nInviato: lunedì 2 novembre 2026 16:37\nA: Ada\nOggetto: Hi
Van: Fern <shop@example.com>\nVerzonden: maandag 2 november 2026 16:37\nAan: Ada\nOnderwerp: Hi
Från: Fern <shop@example.com>\nSkickat: den 2 november 2026 16:37\nTill: Ada\nÄmne: Hi
Fra: Fern <shop@example.com>\nSendt: 2. november 2026 16:37\nTil: Ada\nEmne: Hi
Lähettäjä: Fern <shop@example.com>\nLähetetty: maanantai 2. marraskuuta 2026 16.37\nVastaanottaja: Ada\nAihe: Hi
Od: Fern <shop@example.com>\nWysłano: poniedziałek, 2 listopada 2026 16:37\nDo: Ada\nTemat: Hi
Od: Fern <shop@example.com>\nOdesláno: pondělí 2. listopadu 2026 16:37\nKomu: Ada\nPředmět: Hi
Feladó: Fern <shop@example.com>\nElküldve: 2026. november 2., hétfő 16:37\nCímzett: Ada\nTárgy: Hi
De la: Fern <shop@example.com>\nTrimis: luni, 2 noiembrie 2026 16:37\nCătre: Ada\nSubiect: Hi
Kimden: Fern <shop@example.com>\nGönderildi: 2 Kasım 2026 Pazartesi 16:37\nKime: Ada\nKonu: Hi
От: Fern <shop@example.com>\nОтправлено: 2 ноября 2026 г. 16:37\nКому: Ada\nТема: Hi
Від: Fern <shop@example.com>\nНадіслано: 2 листопада 2026 р. 16:37\nКому: Ada\nТема: Hi
Από: Fern <shop@example.com>\nΣτάλθηκε: Δευτέρα, 2 Νοεμβρίου 2026 4:37 μμ\nΠρος: Ada\nΘέμα: Hi
מאת: Fern <shop@example.com>\nנשלח: יום שני 2 נובמבר 2026 16:37\nאל: Ada\nנושא: Hi
من: Fern <shop@example.com>\nتم الإرسال: 2 نوفمبر 2026 16:37\nإلى: Ada\nالموضوع: Hi
差出人: Fern <shop@example.com>\n送信日時: 2026年11月2日 16:37\n宛先: Ada\n件名: Hi
发件人: Fern <shop@example.com>\n发送时间: 2026年11月2日 16:37\n收件人: Ada\n主题: Hi
寄件者: Fern <shop@example.com>\n寄件日期: 2026年11月2日 下午 04:37\n收件者: Ada\n主旨: Hi
보낸 사람: Fern <shop@example.com>\n보낸 날짜: 2026년 11월 2일 월요일 오후 4:37\n받는 사람: Ada\n제목: Hi
จาก: Fern <shop@example.com>\nส่งเมื่อ: 2 พฤศจิกายน 2026\nถึง: Ada\nเรื่อง: Hi
Từ: Fern <shop@example.com>\nĐã gửi: 2 tháng 11\nTới: Ada\nChủ đề: Hi
Dari: Fern <shop@example.com>\nDikirim: 2 November\nKepada: Ada\nSubjek: Hi
*From:* Fern <shop@example.com>\n*Sent:* Monday, November 2, 2026 4:37 PM\n*To:* Ada\n*Subject:* Hi
Date: Mon, 2 Nov 2026 16:37:00 +0000\nFrom: shop@example.com\nTo: ada@example.com\nSubject: Hi
-------- Ursprüngliche Nachricht --------\nVon: Fern <shop@example.com>\nDatum: 02.11.26 16:37 (GMT+01:00)\nAn: Ada\nBetreff: Hi
-------- Mensaje original --------
-------- Messaggio originale --------
-------- Исходное сообщение --------
-------- הודעה מקורית --------
-------- الرسالة الأصلية --------
`
  .trim()
  .split("\n")
  .map((line) => line.replaceAll("\\n", "\n"));

/** What telephones and programs sign with. */
const DEVICES = [
  "Sent from my iPhone",
  "Von meinem iPhone gesendet",
  "Envoyé de mon iPhone",
  "Enviado desde mi iPhone",
  "Inviato da iPhone",
  "Verstuurd vanaf mijn iPhone",
  "Enviado do meu iPhone",
  "Skickat från min iPhone",
  "Sendt fra min iPhone",
  "Lähetetty iPhonesta",
  "Wysłane z iPhone’a",
  "Odesláno z iPhonu",
  "Отправлено с iPhone",
  "Надіслано з iPhone",
  "iPhone’umdan gönderildi",
  "Στάλθηκε από το iPhone μου",
  "נשלח מה-iPhone שלי",
  "تم الإرسال من الـ iPhone",
  "iPhoneから送信",
  "发自我的 iPhone",
  "從我的 iPhone 傳送",
  "나의 iPhone에서 보냄",
  "Trimis de pe iPhone-ul meu",
  "Küldve az iPhone-omról",
  "ส่งจาก iPhone ของฉัน",
  "Gửi từ iPhone của tôi",
  "Dikirim dari iPhone saya",
  "Get Outlook for iOS",
  "Get Outlook for Android<https://aka.ms/AAb9ysg>",
  "Sent from Outlook for Android<https://aka.ms/x>",
  "Sent from Yahoo Mail for iPhone",
  "Sent with Proton Mail secure email.",
  "Sent from Mail for Windows",
  "Gesendet mit der GMX Mail App",
  "Sent from my Galaxy",
  "Von meinem Samsung Galaxy Smartphone gesendet.",
  "Envoyé depuis mon smartphone Samsung Galaxy.",
  "Obtener Outlook para Android",
  "Télécharger Outlook pour iOS",
  "Holen Sie sich Outlook für iOS",
  "Inviato dal mio Galaxy",
  "Enviado desde mi Samsung Mobile de Movistar",
  "Sent via the Samsung Galaxy S21 5G, an AT&T 5G smartphone",
  "Enviado desde Correo para Windows",
  "Outlook for iOS を入手",
  "获取 Outlook for iOS",
];

/** What people write that only looks like it. */
const OWN = [
  "My order 12345 — I wrote you 3 times:\n- once by mail\n- once by chat\nPlease answer",
  "On 3 March I wrote:\nplease cancel\nand nobody did.",
  "From: Leeds\nTo: York\nDate: 3 May\nplease ship again",
  "Please send the label to ada@example.com before 12:30:\n\nFlat 3, Leeds",
  "Am 3. März schrieb ich:\nbitte stornieren\nund nichts geschah.",
  "Hi,\nSent from my heart, thank you!",
  "She wrote in 2024 that:\n1. it is red\n2. it is blue",
  "Le colis est arrivé le 3/11/2026. Voici le problème :\n- cassé\n- sale",
  "Tracking: 123\nDate: 3 May\nTo: my house\nIt never came",
  "El pedido 1234 del 3 de mayo dice:\nentregado\npero no",
  "The label says:\nFrom: Fern Ltd\nTo: Ada Low, York\nPlease fix",
  "注文日: 2026年11月2日\n商品が届きません。\nよろしくお願いします。",
  "On Tuesday 3rd at 10:30 your driver wrote:\n'nobody at home'\nbut I was there",
];

describe("ownWords in every language", () => {
  it.each(INTRODUCTIONS)("ends at: %s", (introduction) => {
    for (const mark of ["", "> "]) {
      const { visible, folded } = ownWords(
        `Thank you, Ada!\n\n${introduction}\n\n${mark}Old words\n${mark}more`,
      );
      expect(visible).toBe("Thank you, Ada!");
      expect(folded).toContain("Old words");
    }
  });

  it.each(DEVICES)("folds what a device signs: %s", (line) => {
    expect(ownWords(`Where is it?\n\n${line}`)).toEqual({ visible: "Where is it?", folded: line });
    expect(ownWords(line).visible).toBe(line);
  });

  it.each(OWN)("keeps what people write themselves: %s", (text) => expect(ownWords(text).visible).toBe(text));

  it("shows what is passed on, with or without words above it", () => {
    const passedOn =
      "---------- Forwarded message ---------\nFrom: a <a@x.example>\nDate: Monday\nSubject: Hi\nTo: b\n\nThe words";
    expect(ownWords(passedOn).visible).toBe(passedOn);
    expect(ownWords(`See below.\n\n${passedOn}`).visible).toContain("The words");
    const outlook = "From: a <a@x.example>\nSent: Monday\nTo: b\nSubject: Hi\n\nThe words";
    expect(ownWords(`Please help\n\n${outlook}`, { isForward: true }).visible).toContain("The words");
    expect(ownWords(`Please help\n\n${outlook}`).visible).toBe("Please help");
    for (const subject of ["Fwd: x", "FW: x", "WG: x", "TR: x", "RV: x", "转发：x", "הועבר: x"])
      expect(isForward(subject)).toBe(true);
    for (const subject of ["Re: Fwd: x", "Forward", "Where is it?", "I: think", ""])
      expect(isForward(subject)).toBe(subject.startsWith("I:"));
  });

  it("finds answers below and between quotes", () => {
    const below = "On 1 Nov 2026, Fern wrote:\n> Blue or red?\n> Large?\n\nBlue, and large.";
    expect(ownWords(below)).toEqual({ visible: "Blue, and large.", folded: below });
  });

  it("folds a company's notice, not the words above it", () => {
    const notice =
      "CONFIDENTIALITY NOTICE: This e-mail and its attachments are intended for the addressee.\nDelete it.";
    expect(ownWords(`Please refund me.\n\n${notice}`)).toEqual({
      visible: "Please refund me.",
      folded: notice,
    });
    expect(ownWords(notice).visible).toBe(notice);
  });

  it("believes the HTML's marks where the text beside it has none", () => {
    const text = "Thank you\nUnknown introduction of an unknown program\nOld words";
    const html =
      '<div>Thank you</div><div class="protonmail_quote">Unknown introduction of an unknown program<blockquote type="cite">Old words</blockquote></div>';
    expect(ownWords(text, { html }).visible).toBe("Thank you");
    expect(ownWords(text, { html: "<p>Thank you</p>" }).visible).toBe(text);
    const other = '<div>Other words</div><blockquote type="cite">Old words</blockquote>';
    expect(ownWords(text, { html: other }).visible).toBe(text);
  });

  it("is quick, and loses nothing, with a million lines", () => {
    const text = "a\n".repeat(1_000_000);
    const startedAt = performance.now();
    const { visible, folded } = ownWords(`${text}end`);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(`${visible}${folded ?? ""}`).toContain("end");
  });
});
