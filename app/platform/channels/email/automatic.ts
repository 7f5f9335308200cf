/** Why a mail is not a person's: nobody answers these, and they open nothing again (RFC 3834). */
export type Automatic = "bounce" | "out-of-office" | "auto-reply" | "list" | "loop";

type Head = {
  /** every value of a header, its name in lower case */
  all(name: string): string[];
  subject: string;
  from: string;
};

const MOST_HOPS = 30;
const NOTICE_SENDER =
  /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|double-bounce|bounces?)(?:[+.=-][^@]*)?@/i;
const NOTICE_SUBJECT =
  /\b(?:undeliver(?:ed|able)|delivery (?:status(?: notification)?|failure|has failed|report)|mail delivery (?:failed|system)|returned mail|failure notice|could not be delivered|unzustellbar|échec de (?:la )?remise|non remis)\b|配信不能|配信エラー/i;
const AWAY =
  /\b(?:out of (?:the )?office|automatic reply|auto(?:matic)?[ -]?(?:reply|response)|on (?:annual )?leave|away from|vacation|abwesend|abwesenheits?\w*|automatische antwort|absence|absent|réponse automatique|fuera de la oficina|respuesta automática|risposta automatica|afwezig|automatisch antwoord|frånvaro)|不在|自動応答|自動返信|הודעה אוטומטית|תשובה אוטומטית|מחוץ למשרד|رد تلقائي|خارج المكتب/i;
/** What vacation programs put first; people do not. */
const AWAY_FIRST =
  /^\s*(?:(?:out of (?:the )?office|automatic reply|auto(?:matic)?[ -]?reply|autoreply|abwesenheitsnotiz|automatische antwort|réponse automatique|respuesta automática|risposta automatica)\b|自動応答|自動返信|תשובה אוטומטית|رد تلقائي)/i;

/** What kind of automatic mail this is, or null for a person's. */
export function automaticKind({ all, subject, from }: Head): Automatic | null {
  const first = (name: string) => (all(name)[0] ?? "").trim().toLowerCase();
  if (isBounce(first, all, subject, from)) return "bounce";
  if (all("received").length > MOST_HOPS || all("x-loop").length > 0) return "loop";
  const says = first("auto-submitted").split(/[\s;(]/)[0];
  const precedence = first("precedence");
  const replies =
    says?.startsWith("auto-replied") ||
    precedence === "auto_reply" ||
    ["x-autoreply", "x-autorespond", "x-autoresponder", "x-autoreply-from", "x-mail-autoreply"].some(
      (name) => all(name).length > 0,
    );
  if (all("x-vacation").length > 0 || AWAY_FIRST.test(subject)) return "out-of-office";
  if (replies) return AWAY.test(subject) ? "out-of-office" : "auto-reply";
  if (says !== undefined && says !== "" && says !== "no")
    return AWAY.test(subject) ? "out-of-office" : "auto-reply";
  if (all("list-id").length > 0 || all("list-unsubscribe").length > 0) return "list";
  if (["bulk", "list", "junk"].includes(precedence)) return "list";
  return null;
}

function isBounce(
  first: (name: string) => string,
  all: (name: string) => string[],
  subject: string,
  from: string,
): boolean {
  const type = first("content-type");
  if (type.startsWith("multipart/report") && !type.includes("disposition-notification")) return true;
  if (all("x-failed-recipients").length > 0) return true;
  const isNobody = from === "" || /^<\s*>$/.test(first("return-path"));
  return (isNobody || NOTICE_SENDER.test(from)) && (NOTICE_SENDER.test(from) || NOTICE_SUBJECT.test(subject));
}
