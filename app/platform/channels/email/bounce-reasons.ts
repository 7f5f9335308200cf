/**
 * Why a mail did not arrive, in the vocabulary that bounce readers share: the address ("userunknown",
 * "hostunknown", "hasmoved", "notaccept"), the box ("mailboxfull", "suspend", "filtered"), time ("expired",
 * "networkerror"), the sender or server ("blocked", "rejected", "requireptr", "authfailure", …), the mail
 * itself ("mesgtoobig", "contenterror", "spamdetected", …). "feedback" is a complaint, "delivered" a success.
 */
export type BounceReason =
  | "userunknown"
  | "hostunknown"
  | "hasmoved"
  | "notaccept"
  | "mailboxfull"
  | "suspend"
  | "filtered"
  | "expired"
  | "networkerror"
  | "blocked"
  | "rejected"
  | "requireptr"
  | "authfailure"
  | "spamdetected"
  | "policyviolation"
  | "contenterror"
  | "securityerror"
  | "mesgtoobig"
  | "exceedlimit"
  | "mailererror"
  | "systemerror"
  | "norelaying"
  | "syntaxerror"
  | "notcompliantrfc"
  | "toomanyconn"
  | "badreputation"
  | "virusdetected"
  | "feedback"
  | "delivered"
  | "delayed"
  | "undefined";

/** The address will never work: nobody is there, its domain is not, or takes no mail at all. */
const ADDRESS_IS_DEAD = new Set<BounceReason>(["userunknown", "hostunknown", "hasmoved", "notaccept"]);

/** Should nothing be sent there any more? Not for what passes (4.x.x), and not when we or the mail are to blame. */
export const isPermanent = (reason: BounceReason, status: string | null): boolean =>
  ADDRESS_IS_DEAD.has(reason) && !status?.startsWith("4") && !status?.startsWith("2");

/**
 * What servers say, most telling first; from their documentation and from notices seen. Each is tried on at
 * most 4,000 characters.
 */
const SAYS: [BounceReason, RegExp][] = [
  ["virusdetected", /\bvirus(?:es)?\b(?!.{0,20}(?:scanned|scanner|checked|free))|\bmalware\b|\btrojan\b/i],
  ["networkerror", /name service error.{0,80}try again|temporary (?:failure|error) in name/i],
  ["syntaxerror", /malformed address|may not follow/i],
  [
    "hostunknown",
    /\bhost unknown|unknown host|no such (?:host|domain)\b(?! .{0,40}sender)|domain (?:name )?not found/i,
  ],
  [
    "expired",
    /could not be delivered (?:for|within|in) (?:more than )?\d|too long in (?:the )?queue|queue too long|(?:message|mail|delivery|envelope) (?:has )?(?:expired|timed out)|was aborted after/i,
  ],
  ["mailboxfull", /mailbox(?:_| )?(?:is )?full|over ?quota|quota exceeded|errormailboxfull|storeexceed/i],
  [
    "userunknown",
    /\b(?:user|recipient|mailbox|account|addressee|local part)s?\b(?: \S{1,120})? ?(?:is |name )?(?:unknown|not found|does ?n[o']t exist|not exist)|\bunknown (?:user|recipient|mailbox|account|address|addressee|local part)|no such (?:user|mailbox|recipient|account|person|address|customer|local)|(?:recipient|mailbox) not (?:found|exist)|not a valid (?:mailbox|user|recipient)|invalid (?:recipient|mailbox|user|address)|address rejected(?:: (?:undeliverable|unverified|user|no such|invalid|access denied)|\.? \(in reply|\.?$)|check if address is correct|address not found|recipnotfound|user_unknown|unrouteable address|(?:couldn't|could not|can't|wasn't|unable to) (?:be )?fou?nd.{0,40}(?:mailbox|user|address)|address couldn't be found/i,
  ],
  [
    "authfailure",
    /\bdmarc\b|\bdkim\b.{0,60}(?:fail|did not pass|not pass|missing|invalid|policy)|\bspf\b.{0,60}(?:fail|did not pass|not pass|soft ?fail|check|record|policy|reject|validation|authenticat)|fails? (?:spf|dkim)|unauthenticated (?:e?mail|sender)|(?:e?mail|message|sender).{0,40}(?:is |are )?not authenticated|does ?n[o']t pass (?:authentication|spf)|sender (?:policy framework|id).{0,40}(?:fail|violat)|5\.7\.509|5\.7\.515|arc (?:validation|fail)/i,
  ],
  [
    "requireptr",
    /\bptr\b|reverse[- ](?:dns|lookup|hostname|mapping|entry)|\brdns\b|reverse dns|cannot find your (?:reverse )?hostname|unresolvable (?:address|hostname)|(?:no|missing|invalid|does not have|without|bad|unable to (?:find|resolve)|failed).{0,30}\breverse\b|dns (?:name )?lookup.{0,20}(?:of|for) (?:your|client)|client host rejected: (?:cannot|can't) (?:find|resolve)|hostname.{0,20}not (?:resolve|found)|domain does not resolve.{0,20}ip|your (?:ip|server|host).{0,40}(?:no|without).{0,10}(?:host ?name|dns)|fix reverse/i,
  ],
  ["badreputation", /reputation|low score|poor sender|senderscore.{0,30}(?:low|poor)/i],
  [
    "toomanyconn",
    /too many (?:concurrent |simultaneous |smtp )?(?:connections|sessions)|connection (?:rate|limit)|maximum (?:number of )?connections|sending rate|rate[- ]limit|throttl|too many messages|(?:exceeded|exceeds).{0,40}(?:rate|limit).{0,20}(?:connection|per)|too much mail from|messages? (?:sent )?too (?:fast|quickly)/i,
  ],
  ["virusdetected", /\bvirus(?:es)?\b|\bmalware\b|\binfected\b|\btrojan\b|ウイルス/i],
  [
    "hasmoved",
    /has (?:been )?moved|has changed|no longer (?:valid|uses?).{0,40}(?:new|please|use|try)|please (?:try|use).{0,5}<?[^\s@]{1,64}@|new (?:e-?mail )?address (?:is|:)|user has moved|recipient has moved|address has been replaced/i,
  ],
  [
    "mailboxfull",
    /(?:mail ?box|in-?box|mail folder|maildir|mail ?drop|user'?s? mailbox|storage|disk|account).{0,40}(?:\bis full\b|is (?:currently |temporarily )?(?:too )?full|\bfull\b|over ?(?:its |the )?quota|exceed|out of (?:space|storage))|quota.{0,30}(?:exceed|full|violation|exhaust|reached)|(?:over|exceed\w*|out of|insufficient|not enough).{0,40}(?:quota|storage|disk space|mailbox|allowed size|space)|over ?quota|mailbox(?:_| )?full|full (?:mailbox|mail ?box)|too much mail data|no space left|user .{0,40}too many messages|maximum (?:mailbox|storage)|容量|いっぱい|voll(?:es)? (?:postfach|mailbox)|postfach.{0,30}(?:voll|überschritten)|bo[iî]te.{0,30}pleine|buz[oó]n.{0,20}lleno|ящик.{0,20}переполнен|邮箱.{0,6}满|errormailboxfull|storeexceed|superato.{0,20}(?:spazio|limite)|disc quota|space shortage|collapse/i,
  ],
  [
    "mesgtoobig",
    /(?:message|mail|msg|data|content).{0,30}(?:too (?:big|large|long)|exceeds?.{0,30}(?:size|limit|maximum)|size.{0,20}(?:exceed|limit|violat|too))|size (?:limit )?(?:exceed|violat|too)|(?:exceeds?|larger than|over|greater than).{0,30}(?:size|maximum.{0,10}(?:size|length))|too large|max(?:imum)? (?:message )?size|message file too big|line limit|taille.{0,20}(?:dépasse|maxim)/i,
  ],
  [
    "norelaying",
    /relay(?:ing)? (?:not (?:permitted|allowed)|access denied|denied|prohibited|is not)|(?:not|unable|cannot|refus\w+|no|denied|permission).{0,20}\brelay|that domain isn't in my list|mail relaying|not (?:a )?(?:gateway|relay)|open relay|insecure mail relay|relay not|we do(?: not|n't) relay|authentication required (?:to|for) relay|must use smtp auth/i,
  ],
  [
    "spamdetected",
    /\bspam\b(?!haus|cop)|\bjunk ?mail|\bspammy|\bunsolicited\b|bulk mail|looks like spam|considered (?:as )?(?:spam|unsolicited)|spam (?:score|message|mail|content|detected|filter)|\bscored? too high|content (?:scan|filter).{0,30}(?:spam|reject)|rule imposed mailbox|scan found|spamassassin|classified as|high probability of spam|blocked by spam|message (?:looks|appears).{0,20}(?:like|to be).{0,20}(?:uce|spam|bulk)|迷惑メール/i,
  ],
  [
    "blocked",
    /invalid ip|use (?:the )?smtp server of your isp|black ?list|block ?list|\brbls?\b|\bdnsbl\b|spamhaus|spamcop|barracudacentral|abuseat|sorbs|\bsbl\b|\bpbl\b|\bxbl\b|\bcbl\b|(?:client (?:host|address)?|your (?:ip|host|server|network|domain)|ip (?:address)?|connection|host|server|sender|mail from (?:your )?(?:ip|host)|access|network).{0,60}(?:block|refused to talk|denied|banned|listed|not accept|rejected by|dynamic)|(?:blocked|listed|banned|denied|refused).{0,40}(?:\bip\b|client|host|network|using)|access denied|(?:dynamic|dial-?up|residential).{0,30}(?:ip|address|host|user)|no access from|bad (?:helo|ehlo)|helo.{0,30}(?:reject|invalid|denied|bogus)|connection (?:refused|dropped|reset).{0,40}(?:policy|abuse)|client host|service (?:not available|unavailable).{0,30}(?:client|host|ip)|too many (?:bad|invalid|unknown|spam)|greylist|graylist|temporarily (?:deferred|rejected|blocked).{0,60}(?:complaint|unusual|policy|ip)|no smtp service here|we don't accept mail from/i,
  ],
  [
    "policyviolation",
    /polic(?:y|ies)|prohibited|(?:not (?:allowed|permitted)).{0,40}(?:attach|content|header|language|extension|type)|attachment.{0,40}(?:not|blocked|denied|forbidden|disallowed|reject)|(?:blocked|denied|forbidden|disallowed).{0,40}attachment|dangerous|executable|administrative (?:prohibition|restriction)|terms of (?:service|use)|protocol violation/i,
  ],
  [
    "notaccept",
    /\b(?:no|null) mx\b|mx record.{0,20}(?:invalid|missing|empty)|not accepting (?:network )?(?:mail|messages)|does ?n[o']t accept (?:any )?(?:e-?)?mail|nullmx/i,
  ],
  [
    "filtered",
    /(?:user|recipient|account) (?:has |is )?(?:reject|refus|filter|not accept|restrict|only accept)\w* .{0,40}(?:mail|message|from|sender)|(?:this|that) (?:user|account|address|recipient) (?:is )?(?:restricted|not allowed|only accepts)|resolver\.rst|(?:user|address) (?:reject|block)|refused by recipient|because the recipient.{0,40}(?:not accepting|block|reject|rejected)|not accepting (?:mail|messages|email) from|delivery (?:restriction|not authorized)|receiver.{0,20}reject|message filtered|user not (?:accepting|allowed)|access to this (?:user|account) denied|受信拒否|rejected by (?:user|recipient)|wurde vom empfänger/i,
  ],
  [
    "suspend",
    /(?:account|mailbox|user|address|recipient|domain).{0,60}(?:suspend|disabled|inactive|deactivat|not active|locked|blocked|closed|expired|discontinued|frozen|has been (?:disabled|terminated)|temporarily (?:locked|disabled|unavailable|not available))|(?:suspended|disabled|inactive|deactivated|locked|expired|discontinued|closed|invalid\/inactive) (?:account|mailbox|user|address|recipient|domain)|account (?:is )?(?:over|unpaid)|mailbox (?:is )?(?:currently )?(?:unavailable|not available).{0,20}(?:disable|inactive|suspend)|not (?:been )?(?:logged|used).{0,30}(?:long|months|days)|現在使われていません|休止/i,
  ],
  [
    "rejected",
    /(?:sender|from|mail from|return.?path|envelope|originator).{0,60}(?:reject|denied|refus|not (?:accept|allow|permit|exist|valid|verif|found|member)|invalid|bad|illegal|unknown|does ?n[o']t exist|block|unable to verify|can(?:no|')t verify|verification)|(?:rejected|denied|refused|invalid|bad|unverified|unknown|reject).{0,30}sender|(?:domain of sender|sender'?s? (?:domain|address)).{0,60}(?:not|does|resolv|exist|fail|verif)|not (?:a )?member|you (?:are|do) not (?:a member|allowed|permitted|have permission|authorized)|(?:don't|do not|does ?n[o']t) have permission|only (?:members|subscribers)|not authorized to send|you can't send|backscatter|null sender|no such sender|your mail is reject|group.{0,60}(?:not|permission|restrict|may not)|posting|moderat/i,
  ],
  [
    "hostunknown",
    /(?:host|domain|server|mx)(?: or domain)?(?: name)?.{0,60}(?:not found|unknown|does ?n[o']t exist|not exist|unrouteable|could ?n[o']t be (?:found|resolved)|can(?:no|')t (?:find|resolve)|no such|non-?exist|invalid|lookup fail|unresolvable|not valid|illegal|is wrong|spelling)|(?:unknown|invalid|no such|illegal|bad|non-?existent|unrouteable|unroutable) (?:host|domain|mail domain|mx)|no such (?:host|domain)|name (?:service )?error|host unknown|nxdomain|host.{0,60}unknown|could ?n[o']t find any host|can(?:no|')t find any host|could not find (?:a|any) (?:host|domain|gateway|mail exchanger)|recipient'?s? domain.{0,40}(?:not|unknown|does)|all relevant mx records point to non-?existent|unrouteable (?:address|mail domain)|dns (?:error|type .{0,20}lookup|lookup|query).{0,60}(?:not found|nonexist|nxdomain|no such|not find|domain name not found|couldn'?t)|address couldn't be found.{0,60}domain|hosts? or domain name not found|recipient address rejected: domain|домен.{0,30}не/i,
  ],
  [
    "notaccept",
    /does ?n[o']t (?:accept|receive|handle|support) (?:any )?(?:e-?)?mail|(?:host|domain|server|mail ?box|mx|system|site).{0,50}(?:not accept(?:ing)?|never accept|does ?n[o']t accept|no longer accept|has no).{0,30}(?:mail|mx|smtp|messages)|null ?mx|no ?mail (?:server|exchanger)|no (?:valid |usable )?(?:mx|mail exchanger|mail server|smtp server)|mx (?:record)?.{0,20}(?:invalid|missing|0 \.)|refuse(?:s|d)? (?:to )?(?:accept )?(?:any |all )?(?:mail|e-?mail)|smtp protocol returned a permanent error|not accepting (?:network )?(?:mail|messages)/i,
  ],
  [
    "exceedlimit",
    /message (?:size|length).{0,20}(?:exceed|too long).{0,30}(?:recipient|mailbox|administrative|user)|exceeds.{0,40}(?:per-?user|account|mailbox).{0,20}(?:limit|size)|message too large|5\.2\.3/i,
  ],
  [
    "userunknown",
    /(?:user|account|mail ?box|recipient|addressee|destination|local part|person|name|alias|inbox|e-?mail address|email|customer|username|login|mailbox name|rcpt(?: to)?|subscriber|login name|empfänger|destinataire|destinatario|utente|usuario|benutzer\w*|adresse|address|mailaddress).{0,100}(?:unknown|not (?:found|exist|known|valid|here|listed|recogni[sz]ed|a known|our customer|local|registered|on this|in (?:our|the|this|local)|available here|active here)|does ?n[o']?t (?:exist|have|appear)|invalid|no such|un?recogni[sz]ed|could ?n[o']t be (?:found|resolved|verified)|non-?existent|no longer (?:exist|valid|with|on|in|available|active|here|uses)|undeliverable|unavailable|no mailbox|is wrong|incorrect|illegal|unrouteable|not a valid|nicht (?:gefunden|bekannt|vorhanden|existier)|unbekannt|existiert nicht|inconnue?|introuvable|n'existe|desconocid|no existe|no encontrad|sconosciut|inesistente|non (?:esiste|trovat|valid)|onbekend|bestaat niet|finns inte|okänd|não existe|desconhecid|nie istnieje)|(?:unknown|invalid|no such|bad|unrecogni[sz]ed|nonexistent|non-existent|no matching|not a valid|unable to find|could not find|cannot find|does ?n[o']t have (?:a|an)|doesn't have a?|unbekannte[rs]?|not our) .{0,30}(?:user|account|mail ?box|recipient|address|addressee|alias|destination|person|name|customer|here|empfänger|adresse|subscriber|local|a?\S{0,60}account)|user_unknown|no (?:such )?(?:user|mailbox|account|person|recipient|address)\b|(?:user|mailbox|recipient|account) (?:unknown|unavailable|not)|not a (?:valid|known) (?:user|mailbox|recipient|address)|recipnotfound|resolver\.adr|ex(?:not|recip)|address (?:rejected|not found|unknown|error|does)|nobody (?:here )?by that name|delivery error: dd|there is no one|is not a (?:known|valid)|no existe|пользовател.{0,40}не|не (?:найден|существует)|нет такого|получател.{0,40}не|ユーザー?.{0,20}(?:見つか|存在)|宛先.{0,30}(?:不明|見つか|存在)|(?:アドレス|メールアドレス).{0,30}(?:ありません|見つかり|存在)|リストにありません|見つかりません|用户不存在|收件人.{0,20}(?:不存在|不正确|未找到)|收件者.{0,20}不存在|존재하지|없는 (?:주소|사용자)|לא (?:נמצא|קיים)|غير موجود|1\.1\.1/i,
  ],
  [
    "expired",
    /all hosts have been failing for a long time|failed \d+ attempts|be retried|\bretried for|(?:retry|retries|delivery|queue|message|mail).{0,40}(?:time ?out|timed? ?out|expired|exceeded|too long|given up|gave up|aborted after)|too long in (?:the )?queue|in (?:the )?queue too long|queue too long|delivery (?:time|period|attempts?).{0,40}(?:expired|exceed|fail|out)|could not be delivered (?:for|within|in) (?:more than )?\d|for (?:more than |over )?\d+(?:\.\d+)? ?(?:hours?|days?|minutes?)|retry time(?:out)?|(?:will|has|have) (?:not|been) (?:deliver\w* )?(?:retried|trying|try)|not (?:going to )?try again|will retry|still (?:trying|being)|undelivered after|connection timed out|conn(?:ect)?ion.{0,20}timeout|delayed|delay(?:ed)? mail|deferred|temporar(?:y|ily).{0,30}(?:fail|problem|error|delay)|giving up|hop count timeout|deadline|4\.4\.7|expired/i,
  ],
  [
    "networkerror",
    /(?:connection|network|host|socket|route|dns).{0,40}(?:refused|reset|lost|unreachable|closed|dropped|broken|failure|error|not respond|did not|failed|unavailable|interrupted|could ?n[o']t)|(?:can(?:no|')t|could ?n[o']t|unable to|was ?n[o']t able to|failed to) (?:connect|establish|open|contact|reach|deliver to)|no route to host|unreachable|lost connection|mail (?:loop|forwarding loop)|loops? back to (?:me|my)|too many hops|(?:hop|loop).{0,20}(?:count|exceed|detected)|\bloop\b|tls|ssl|certificate|handshake|starttls|timed? ?out|dns|all hosts.{0,40}(?:fail|unreach)|try again/i,
  ],
  [
    "contenterror",
    /(?:header|content|mime|body|message|subject|charset|encoding|non-?ascii|8-?bit|line|characters?).{0,40}(?:not (?:allowed|accepted|permitted|valid|supported)|invalid|bad|malformed|illegal|missing|error|improper|reject|unaccept|contains)|malformed|improper|unacceptable content|body type not supported|(?:improper|illegal|bad|bare) (?:linefeed|lf|cr|newline|header|character)|5\.6\.\d|duplicate header/i,
  ],
  ["notcompliantrfc", /rfc ?\d{3,4}|not (?:rfc )?compliant|rfc.?complian/i],
  [
    "securityerror",
    /security|authenticat|credential|password|encrypt|access (?:control|rights)|permission denied|insufficient.{0,20}permission|not authorized|5\.7\.0/i,
  ],
  [
    "syntaxerror",
    /syntax|(?:command|parameter).{0,30}(?:unrecogni|not (?:implement|recogni)|error|unknown|invalid)|unrecogni[sz]ed (?:command|parameter)|protocol error/i,
  ],
  [
    "mailererror",
    /(?:mailer|procmail|maildrop|pipe|local delivery|transport|command|program|script|\|\s*\/).{0,60}(?:error|fail|exit|status|died|code|returned|unavailable)|exit (?:status|code)|broken pipe|cannot execute|x-unix/i,
  ],
  [
    "systemerror",
    /system (?:error|config|problem|resource|failure)|(?:internal|server|local|configuration|resource|unexpected|disk|i\/o|database|ldap|cluster|queue file).{0,30}(?:error|fail|problem|unavailable|write|mis-?config)|out of (?:memory|resources)|insufficient (?:system|resource)|service (?:currently |temporarily )?unavailable|system (?:is )?(?:not|busy|overload|unavail)|lowered|requested action (?:aborted|not taken)|can(?:no|')t (?:create|open|write|lock)|temporary (?:lookup|local|system|server)/i,
  ],
];

/** By status (RFC 3463 and the registry of RFC 5248), when no words tell. */
const BY_STATUS: Record<string, BounceReason> = {
  "1.0": "userunknown",
  "1.1": "userunknown",
  "1.2": "hostunknown",
  "1.3": "userunknown",
  "1.4": "userunknown",
  "1.6": "hasmoved",
  "1.7": "rejected",
  "1.8": "rejected",
  "1.9": "hasmoved",
  "1.10": "notaccept",
  "2.0": "filtered",
  "2.1": "suspend",
  "2.2": "mailboxfull",
  "2.3": "exceedlimit",
  "2.4": "filtered",
  "3.0": "systemerror",
  "3.1": "systemerror",
  "3.2": "notaccept",
  "3.3": "systemerror",
  "3.4": "mesgtoobig",
  "3.5": "systemerror",
  "4.0": "networkerror",
  "4.1": "expired",
  "4.2": "networkerror",
  "4.3": "systemerror",
  "4.4": "hostunknown",
  "4.5": "toomanyconn",
  "4.6": "networkerror",
  "4.7": "expired",
  "5.0": "mailererror",
  "5.1": "syntaxerror",
  "5.2": "syntaxerror",
  "5.3": "toomanyconn",
  "5.4": "syntaxerror",
  "6.0": "contenterror",
  "6.1": "contenterror",
  "6.2": "contenterror",
  "6.3": "contenterror",
  "6.5": "contenterror",
  "6.6": "contenterror",
  "6.7": "contenterror",
  "6.8": "contenterror",
  "6.9": "contenterror",
  "7.0": "securityerror",
  "7.1": "rejected",
  "7.2": "rejected",
  "7.5": "securityerror",
  "7.7": "securityerror",
  "7.8": "securityerror",
  "7.9": "securityerror",
  "7.13": "suspend",
  "7.17": "hasmoved",
  "7.18": "hasmoved",
  "7.20": "authfailure",
  "7.21": "authfailure",
  "7.22": "authfailure",
  "7.23": "authfailure",
  "7.24": "authfailure",
  "7.25": "requireptr",
  "7.26": "authfailure",
  "7.27": "notaccept",
  "7.28": "blocked",
};

/** The codes to give when a notice names none: the class tells failure from delay (RFC 3463). */
const STATUS_OF: Partial<Record<BounceReason, string>> = {
  userunknown: "1.1",
  hostunknown: "1.2",
  hasmoved: "1.6",
  notaccept: "3.2",
  mailboxfull: "2.2",
  suspend: "2.1",
  mesgtoobig: "3.4",
  expired: "4.7",
  networkerror: "4.1",
  norelaying: "7.1",
  authfailure: "7.26",
  requireptr: "7.25",
};

const LONGEST = 4_000;
const AFTER_TEXT = /end of data|after data|after i sent the message|>>> data/i;
const AT_ADDRESS = /rcpt to|does not like recipient|>>> rcpt/i;
const PASSES =
  /\bdelay|temporar|warning|will (?:be |keep |continue )?(?:retr|try)|still |not yet|queue(?:d)? for/i;

/** Why it failed, by the server's own words and the status it gave. */
export function reasonOf(words: string, status: string | null): BounceReason {
  const detail = status?.replace(/^[245]\./, "") ?? "";
  const sure = SURE[detail];
  if (sure) return sure;
  const text = plain(words);
  const said = SAYS.find(([, pattern]) => pattern.test(text))?.[0];
  // 5.2.x speaks of a box that exists (RFC 3463 §3.3), and who refuses only after the text did look at it.
  if (said === "userunknown" && (/^2\./.test(detail) || AFTER_TEXT.test(text)) && !AT_ADDRESS.test(text))
    return "filtered";
  // "No such mailbox" is what the code says: only a full box uses it for something else.
  if (detail === "1.1" && said !== "mailboxfull") return "userunknown";
  return said ?? BY_STATUS[detail] ?? "undefined";
}

/** Names of people, pages and the like could be taken for what is said of them. */
const plain = (words: string): string =>
  words
    .slice(0, LONGEST)
    .replace(/\bhttps?:\/\/\S+/gi, " ")
    .replace(/<?[^\s<>@]{1,100}@[^\s<>]{1,200}>?/g, "someone ")
    .replace(/\s+/g, " ");

/** Codes whose meaning no words change. */
const SURE: Record<string, BounceReason> = {
  "1.2": "hostunknown",
  "1.3": "userunknown",
  "1.6": "hasmoved",
  "1.10": "notaccept",
  "2.2": "mailboxfull",
  "2.3": "exceedlimit",
  "3.4": "mesgtoobig",
  "1.7": "rejected",
  "1.8": "rejected",
  "7.25": "requireptr",
  "7.26": "authfailure",
  "7.509": "authfailure",
};

/** A status for a notice that gives none: by its reply code (RFC 5321 §4.2.1), else by its words and reason. */
export function statusFor(reason: BounceReason, replyCode: string | null, words: string): string | null {
  if (reason === "undefined" && !replyCode) return null;
  const kind = replyCode ? replyCode[0] : PASSES.test(words.slice(0, LONGEST)) ? "4" : "5";
  return `${kind}.${STATUS_OF[reason] ?? "0.0"}`;
}
