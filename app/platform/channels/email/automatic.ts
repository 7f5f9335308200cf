/** Why a mail is not a person's: nobody answers these, and they open nothing again (RFC 3834). */
export type Automatic = "bounce" | "out-of-office" | "auto-reply" | "list" | "loop";

type Head = {
  /** every value of a header, its name in lower case */
  all(name: string): string[];
  subject: string;
  from: string;
  /** Content-Type of the whole, and its parameters */
  type: string;
  params: Map<string, string>;
};

const MOST_HOPS = 30;
/** The same server delivers to the same address again and again. */
const MOST_DELIVERIES = 5;
const NOTICE_SENDER =
  /^(?:mailer-?daemon|mail-daemon|double-bounce|mail\.delivery\.system|microsoftexchange[0-9a-f]{16,})(?:[+.=_-][^@]*)?(?:@|$)/i;
/** Names that people use as well: they count beside a notice's subject. */
const MAYBE_NOTICE_SENDER = /^(?:postmaster|bounces?|no-?reply)(?:[+.=_-][^@]*)?(?:@|$)/i;
const NOTICE_SUBJECT =
  /\b(?:undeliver(?:ed|able|y)|non[- ]?deliver(?:y|able)|delivery (?:status|failure|has failed|report|notification|problem|error|delayed|incomplete)|delayed mail|mail (?:delivery|system error|could not be)|delivery to .{1,80} failed|returned (?:mail|to sender)|failure notice|could ?n[o']t be delivered|failed (?:delivery|mail)|warning: (?:could not send|message)|mail failure|message (?:status|delay)|unzustellbar\w*|nicht zustellbar|zustellung\w*|échec|non remis\w*|non distribu\w*|remise (?:impossible|différée)|no se puede entregar|no entregad[oa]|mensaje devuelto|entrega (?:fallida|falhou)|não (?:foi )?entregue|mancat[ao] (?:consegna|recapito)|non recapitabile|onbestelbaar|niet (?:afgeleverd|bezorgd)|går inte att leverera|olevererbart|kan ikke leveres|toimittamaton|niedostarczon\w*|niedoręczalna|nie można dostarczyć|nedoručiteln\w*|kézbesíthetetlen|teslim edilemedi)|配信不能|配信エラー|送信不能|エラーメール|退信|退信|未送达|无法投递|無法傳遞|未傳遞|배달 실패|배달되지 않음|не доставлен|недоставлен|невозможно доставить|לא ניתן למסירה|לא נמסר|تعذر التسليم|تعذّر تسليم/iu;
/** Words of vacation notices. People write them too, so they count only beside another sign. */
const AWAY =
  /\b(?:out of (?:the )?office|ooo|automatic reply|auto(?:matic)?[ -]?(?:reply|response|matic answer)|autoreply|on (?:annual )?leave|away from|vacation|on holiday|abwesen\w*|urlaub\w*|automatische antwort|absen(?:ce|t)|en congé\w*|réponse automatique|fuera de (?:la )?oficina|respuesta automática|vacaciones|ausente|resposta automática|fora d[oe] escritório|férias|risposta automatica|fuori (?:ufficio|sede)|in ferie|afwezig\w*|automatisch antwoord|niet aanwezig|frånvar\w*|autosvar|automatiskt svar|semester|fravær\w*|automatisk svar|poissa|automaattinen vastaus|odpowiedź automatyczna|nieobecn\w*|automatická odpověď|nepřítomn\w*|automatikus válasz|házon kívül|răspuns automat|otomatik yanıt|ofis dışında|αυτόματη απάντηση|εκτός γραφείου)|不在|休暇|自動応答|自動返信|自动回复|自動回覆|外出|부재중|자동 회신|автоответ|автоматический ответ|вне офиса|отпуск|автоматична відповідь|תשובה אוטומטית|הודעה אוטומטית|מחוץ למשרד|חופשה|رد تلقائي|خارج المكتب|إجازة/iu;
/** What mail servers put before a vacation notice's subject, with its colon; nobody types these. */
const AWAY_FIRST =
  /^\s*(?:automatic reply|auto ?reply|auto:|out of office(?: auto ?reply)?|automatische antwort|abwesenheitsnotiz|abwesend|réponse automatique|absence du bureau|respuesta automática|resposta automática|risposta automatica|automatisch antwoord|automatiskt svar|autosvar|automatisk svar|automaattinen vastaus|odpowiedź automatyczna|automatická odpověď|automatikus válasz|răspuns automat|otomatik yanıt|αυτόματη απάντηση|автоматический ответ|автоматична відповідь|автоответ|自動応答|自動返信|自动回复|自動回覆|자동 회신|תשובה אוטומטית|رد تلقائي)\s*[:：]/iu;
const ANSWERS_BY_ITSELF = [
  "x-autoreply",
  "x-autoreply-from",
  "x-mail-autoreply",
  "x-autorespond",
  "x-autoresponder",
  "x-auto-reply-from",
  "x-facebook-notify",
  "x-github-reason",
];
/** A Message-ID of ours (reply-address.server.ts makes them): a mail that bears one as its own came back. */
const OUR_ID = /^\s*<?m\.[a-z2-7]{12}\.[a-z2-7]{26}\.[a-z2-7]{16}@/i;

/** What kind of automatic mail this is, or null for a person's. */
export function automaticKind(head: Head): Automatic | null {
  const { all, subject } = head;
  const first = (name: string) => (all(name)[0] ?? "").trim().toLowerCase();
  if (isBounce(head, first)) return "bounce";
  if (isLoop(all)) return "loop";
  const answersItself = repliesByItself(head, first);
  if (all("x-vacation").length > 0 || AWAY_FIRST.test(subject)) return "out-of-office";
  const isList = ["list-id", "list-unsubscribe", "list-post", "list-help"].some(
    (name) => all(name).length > 0,
  );
  const precedence = first("precedence");
  const isBulk = ["bulk", "list", "junk", "normal-bulk"].includes(precedence);
  const isNull = all("return-path").some((path) => /^\s*<\s*>/.test(path));
  if (AWAY.test(subject) && (answersItself || isNull || (isBulk && !isList))) return "out-of-office";
  if (answersItself) return "auto-reply";
  if (isList || isBulk) return "list";
  return isNull ? "auto-reply" : null;
}

/** Says so itself (RFC 3834 §5, and what was used before it), or forbids machines to answer. */
function repliesByItself({ all, type, params }: Head, first: (name: string) => string): boolean {
  const says = first("auto-submitted").split(/[\s;(]/)[0] ?? "";
  if (says !== "" && says !== "no") return true;
  if (first("precedence") === "auto_reply" || first("x-precedence") === "auto_reply") return true;
  if (ANSWERS_BY_ITSELF.some((name) => all(name).length > 0)) return true;
  if (/^yes|^true|^1/.test(first("x-autogenerated"))) return true;
  if (type === "multipart/report" && /disposition-notification/i.test(params.get("report-type") ?? ""))
    return true;
  // "All", or that no reply of any kind is wanted: MS-OXCMAIL 2.2.3.2.14.
  return /\b(?:all|oof|autoreply)\b/.test(first("x-auto-response-suppress"));
}

function isLoop(all: Head["all"]): boolean {
  if (all("received").length > MOST_HOPS || all("x-loop").length > 0) return true;
  if (OUR_ID.test(all("message-id")[0] ?? "")) return true;
  const deliveries = new Map<string, number>();
  for (const value of all("delivered-to")) {
    const address = value.trim().toLowerCase();
    deliveries.set(address, (deliveries.get(address) ?? 0) + 1);
  }
  return [...deliveries.values()].some((count) => count > MOST_DELIVERIES);
}

function isBounce({ all, subject, from, type, params }: Head, first: (name: string) => string): boolean {
  const report = (params.get("report-type") ?? "").toLowerCase();
  if (type === "multipart/report" && !report.includes("disposition-notification")) return true;
  if (type === "message/delivery-status" || all("x-failed-recipients").length > 0) return true;
  const isNobody = (from === "" && all("from").length > 0) || /^<\s*>/.test(first("return-path"));
  if (NOTICE_SENDER.test(from) || NOTICE_SENDER.test(first("from").replace(/^[^<]*</, "")))
    return !AWAY_FIRST.test(subject) && all("x-vacation").length === 0;
  return (
    (isNobody || MAYBE_NOTICE_SENDER.test(from)) && NOTICE_SUBJECT.test(subject) && !AWAY_FIRST.test(subject)
  );
}
