/** Words that mail programs write around an earlier mail, in the languages they come in; parts of patterns. */

/** "wrote", as attribution lines say it. */
export const WROTE = [
  "wrote|writes|has written",
  "schrieb(?: folgendes)?|schreibt|geschrieben",
  "a [ée]crit|[ée]crit|a ecrit",
  "escribi[óo]|escribe|ha escrito|va escriure|escribiu",
  "ha scritto|scrisse|scrive",
  "schreef(?: het volgende)?|heeft geschreven|geschreven|schreef op",
  "escreveu|escreve",
  "skrev(?: følgende| följande| detta)?|skrifaði|skrifar",
  "kirjoitti|kirjoittaa|kirjutas",
  "napisał(?:\\(a\\)|a|o)?|pisze|użytkownik .{1,80} napisał",
  "napsal(?:\\(a\\)|a|o)?|napísal(?:\\(a\\)|a)?|napisal(?:\\(a\\)|a)?|napisao(?:/la|/napisala)?|napisala|je napisao|píše",
  "írta|ezt írta|a következőt írta",
  "a scris|scrie",
  "yazdı|şunu yazdı|şunları yazdı|yazmış",
  "написал(?:\\(а\\)|а|и|о)?|написав(?:\\(ла\\))?|написа|пишет|пише|писал(?:а)?",
  "έγραψε|γράφει|έγραψε τα εξής",
  "כתב(?:/ה|ה|\\(ה\\))?|כותב|מאת",
  "كتب(?:ت)?|كتابة ما يلي(?: بواسطة)?|بواسطة|نوشت",
  "rašė|parašė|rakstīja|menulis|tulis|đã viết|viết|sumulat|ha escrit",
].join("|");

/** A mail that is answered. */
export const OLD_MESSAGE = [
  "original(?:&nbsp;| )?message|original appointment|(?:&nbsp;)?original(?:&nbsp;)?|reply message|previous message|originalmessage",
  "ursprüngliche nachricht|ursprüngliche mail|ursprüngliche e-?mail|original-?nachricht|originalnachricht|vorherige nachricht",
  "message d['’]origine|message original|courriel original|message initial|e-?mail d['’]origine",
  "mensaje original|correo original|missatge original|mensaxe orixinal",
  "messaggio originale|messaggio di origine",
  "mensagem original|mensagem de origem",
  "oorspronkelijk bericht|oorspronkelijke bericht|origineel bericht",
  "oprindelig (?:besked|meddelelse)|opprinnelig melding|original(?:t)? meddelande|ursprungligt meddelande|ursprungligt brev|originalmelding|upprunaleg skilaboð",
  "alkuperäinen viesti|alkuperäinen sähköposti|algne sõnum",
  "wiadomość oryginalna|oryginalna wiadomość|wiadomość pierwotna|původní (?:zpráva|e-?mail)|pôvodná správa|izvorna poruka|originalna poruka|izvirno sporočilo",
  "eredeti üzenet|mesaj original|mesajul original",
  "orijinal (?:mesaj|ileti)|özgün ileti|original mesaj",
  "исходное сообщение|оригинальное сообщение|исходное письмо|вихідне повідомлення|початкове повідомлення|оригинално съобщение",
  "αρχικό μήνυμα|πρωτότυπο μήνυμα",
  "הודעה מקורית|ההודעה המקורית|الرسالة الأصلية|رسالة أصلية|پیام اصلی",
  "元のメッセージ|オリジナル ?メッセージ|元のメール|原始邮件|原始郵件|原邮件|原郵件|原始信件|회신 메시지|원본 메시지|원본 메일|original message",
  "ข้อความต้นฉบับ|ข้อความเดิม|thư gốc|tin nhắn gốc|pesan asli|मूल संदेश",
].join("|");

/** A mail that is passed on. */
export const FORWARDED = [
  "forwarded message|begin forwarded message|forwarded by .{1,80}|forwarded mail|start of forwarded message",
  "weitergeleitete nachricht|anfang der weitergeleiteten nachricht|weitergeleitete mail",
  "message transféré|début du message transféré|message réexpédié|courriel transféré|e-mail transféré",
  "mensaje reenviado|inicio del mensaje reenviado|missatge reenviat",
  "messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato",
  "mensagem encaminhada|início da mensagem (?:encaminhada|reenviada)|mensagem reencaminhada",
  "doorgestuurd bericht|begin doorgestuurd bericht",
  "videresendt (?:meddelelse|besked|melding)|start på videresendt melding|begynd videresendt besked|vidarebefordrat (?:meddelande|mail|brev)|vidarebefordrat mejl",
  "välitetty viesti|edelleenlähetetty viesti|välitetty viesti alkaa",
  "wiadomość przekazana|przekazana wiadomość|treść przekazanej wiadomości|přeposlaná zpráva|preposlaná správa|proslijeđena poruka|posredovano sporočilo",
  "továbbított üzenet|mesaj redirecționat|mesaj redirectionat|mesaj înaintat",
  "iletilen mesaj|yönlendirilmiş ileti|iletilmiş mesaj",
  "пересланное сообщение|пересылаемое сообщение|начало переадресованного сообщения|перенаправленное сообщение|пересылане повідомлення|переслане повідомлення|препратено съобщение",
  "προωθημένο μήνυμα|προωθούμενο μήνυμα",
  "הודעה שהועברה|הודעה מועברת|رسالة معاد توجيهها|رسالة مُعاد توجيهها|بدء الرسالة المعاد توجيهها",
  "転送されたメッセージ|転送メッセージ|転送|转发的邮件|转发邮件|已转发的信息|轉寄郵件|轉寄的郵件|轉寄信件|전달된 메시지|전달된 메일",
  "ข้อความที่ส่งต่อ|thư đã chuyển tiếp|tin nhắn đã chuyển tiếp|pesan terusan|pesan diteruskan",
].join("|");

/** The labels of a mail's head as Outlook and others repeat it: from, sent, to, subject, copy. */
export const HEAD_LABELS: readonly string[] = [
  "from|von|de|da|van|fra|från|frá|lähettäjä|od|odesílatel|odosielateľ|pošiljatelj|от|от кого|від|відправник|отправитель|подател|feladó|de la|expeditor|kimden|gönderen|από|αποστολέας|saatja|keneltä|no|nuo|dari|từ|người gửi|จาก|ส่งจาก|מאת|من|از|प्रेषक|差出人|送信者|送信元|发件人|發件人|寄件者|寄件人|发信人|보낸 ?사람|보낸이|发送人",
  "sent|date|message du|sent on|date sent|sent at|gesendet(?: am)?|datum|versendet|envoyé(?: le)?|date d['’]envoi|enviado(?: el| em| a)?|enviada(?: em)?|enviat(?: el)?|fecha|data|data invio|inviato(?: il)?|verzonden|verstuurd|sendt|dato|skickat|sänt|lähetetty|päivämäärä|päiväys|wysłano|wysłane|data wysłania|odesláno|odoslané|dátum|poslano|дата|отправлено|дата отправки|надіслано|изпратено|elküldve|küldve|küldés dátuma|trimis|dată|gönderildi|gönderilme tarihi|gönderme tarihi|tarih|ημερομηνία|στάλθηκε|εστάλη|απεστάλη|saadetud|kuupäev|nosūtīts|datums|išsiųsta|data ir laikas|dikirim|tanggal|đã gửi|ngày|gửi|ส่งแล้ว|ส่งเมื่อ|วันที่|נשלח(?: ב)?|תאריך|تم الإرسال|أرسلت|أُرسلت|مرسل|التاريخ|تاريخ|ارسال|दिनांक|送信日時|日時|日付|发送时间|发送日期|發送時間|傳送時間|寄件日期|日期|时间|時間|发件时间|보낸 ?날짜|보낸 ?시간|날짜|일시",
  "to|an|à|para|a|per a|aan|til|till|vastaanottaja|do|komu|pro|za|prejemnik|кому|до|получатель|címzett|către|catre|kime|alıcı|προς|παραλήπτης|saaja|kam|kepada|đến|tới|người nhận|ถึง|אל|ל|إلى|الى|به|宛先|送信先|收件人|收件者|받는 ?사람|받는이",
  "subject|betreff|objet|sujet|asunto|assunto|assumpte|oggetto|onderwerp|emne|ämne|efni|aihe|otsikko|temat|předmět|predmet|zadeva|тема|относно|tárgy|subiect|konu|θέμα|teema|tēma|tema|perihal|subjek|chủ đề|tiêu đề|เรื่อง|หัวเรื่อง|נושא|הנדון|الموضوع|موضوع|विषय|件名|题名|主题|主旨|主題|标题|標題|제목",
  "cc|bcc|kopie|copie|copie à|copia|cópia|kopi|kopia|kopio|másolat|копия|копія|κοιν\\.?|κοινοποίηση|bilgi|עותק|نسخة|reply-to|importance|priority|attachments|抄送|副本|참조",
];

/** How devices and programs sign. */
export const BY_DEVICE = [
  "(?:sent|posted|composed|written) (?:from|via|with|using|by|on) (?:my |the |a |an )?\\S|sent from|get outlook|get the .{1,30} app|sent securely",
  "gesendet (?:von|mit|über|aus)|von meine[mr] .{2,40} gesendet|holen sie sich outlook|outlook für .{2,20} beziehen|diese nachricht wurde von meinem .{2,60} gesendet|mit der (?:gmx|web\\.de) .{0,20}app",
  "envoyé (?:de|depuis|à partir|avec|du|via)|envoye (?:de|depuis)|(?:obtenir|téléchargez|télécharger) outlook|provenance\\s*:",
  "enviado (?:desde|do|de|a partir|por|via|con|com|pelo)|obtener outlook|obtén outlook|obter o? ?outlook|enviat des de",
  "inviat[oa] (?:da|dal|dall['’]|con|tramite)|ottieni outlook|scarica outlook",
  "(?:verzonden|verstuurd) (?:vanaf|met|via|vanuit)|outlook voor .{2,20} (?:downloaden|ophalen)|download outlook",
  "sendt (?:fra|via|med|ved)|skickat från|skickat med|sänt från|lähetetty (?:iphone|ipad|samsung|outlook|android|gmail|laitteesta|minun)|lähetetty .{2,40}(?:sta|stä|lla|llä|ni)$|hämta outlook|hent outlook|hanki outlook|saadetud",
  "wysłan[eo] (?:z|ze|za pomocą|przez)|pobierz (?:aplikację )?outlook|odesláno (?:z|ze|přes|pomocí)|odoslané (?:z|zo|pomocou)|získat outlook|poslano (?:s|z|iz|sa)|získajte outlook",
  "elküldve|küldve|(?:az? )?.{2,30}(?:ról|ről|mról|mről) küldve|trimis (?:de pe|din|cu)|obține outlook|iphone['’]umdan gönderildi|.{2,40}(?:'dan|'den|dan|den) gönderildi$|outlook'u edinin",
  "отправлено (?:из|с|со)|отправлено через|надіслано (?:з|із|зі)|изпратено от|получить outlook|отримати outlook|с уважением, .{0,40}mail\\.ru$",
  "στάλθηκε από|εστάλη από|αποστολή από|λήψη του outlook",
  "נשלח (?:מה|מ)|השג את outlook|(?:تم الإرسال|أُرسلت|أرسلت|مرسل|أُرسل|مُرسل) من|الحصول على outlook|ارسال شده از",
  "(?:iphone|ipad|android|outlook|スマートフォン|携帯|galaxy|xperia|yahoo!?メール).{0,20}から送信|outlook for .{2,10} を(?:入手|取得)|(?:发自|从|來自|來自我的|从我的|由)(?:我的|我)?.{1,30}(?:发送|傳送|寄出|iphone|ipad|手机|手機|outlook|邮箱|android|华为|小米)|发自我的|從我的|发送自|獲取 outlook|获取 outlook|나의 .{1,20}에서 보냄|.{1,30}에서 보냄|.{1,20}에서 보내드립니다",
  "ส่งจาก|được gửi từ|gửi từ|đã gửi từ|dikirim dari|terkirim dari|मेरे .{1,20} से भेजा",
].join("|");
