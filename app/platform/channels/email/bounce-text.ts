import { addressIn, replyCodeIn, statusIn } from "./bounce-fields";

/** What a notice in plain words says of one recipient. */
export type Said = { recipient: string; words: string; status: string | null; replyCode: string | null };

type Given = {
  /** addresses a header of the notice names */
  failed: string;
  /** who gets the notice and who sends it: never whom it is about */
  senders: Set<string>;
  /** the mail that did not arrive, as far as it came back as a part */
  original: string;
  /** the notice's head says what it is; otherwise its words must */
  isSure: boolean;
};

const MOST_TEXT = 100_000;
const MOST_LINES = 800;
const MOST_RECIPIENTS = 100;

/** Where the server's own words end and the mail comes back. */
const ORIGINAL_FROM =
  /^[ \t>*#=_-]{0,90}(?:this is a copy of (?:the|your) message|below (?:this line )?is a copy|original message (?:follows|headers|header|text|is attached)|(?:the )?header of the original|unsent message (?:follows|below)|returned message|message (?:header|headers|text|contents?) (?:follows?|below)|original[- ]headers?|undelivered message|(?:included|attached|enclosed) is a copy|your original message|the (?:first|following) .{0,40}(?:lines|header)|beginning of the original|start of returned message|copy of (?:the )?(?:original|your) message)|^[ \t>*#]{0,20}[-=_]{3,40}\s{0,5}(?:original|message header)/im;
const HEADS =
  /^(?:received|return-path|dkim-signature|x-originating-ip|mime-version): .{0,500}\n(?:[ \t].{0,500}\n){0,30}[a-z-]{2,40}:/im;

/** Words that only a notice of non-delivery uses. */
const FAILURE =
  /could ?n[o']t be (?:sent|delivered)|(?:not|unable to|failed to|cannot|fail(?:ed)? in) (?:be )?deliver|delivery (?:to|has|failed|failure|error)|(?:was|were|is) not delivered|undeliver|returned mail|rejected recipient|invalid user address|user unknown|rcpt to:|permanent (?:fatal )?error|delivery error|送信できません|配信できません|届けできません|配送|不能送达|退信|unzustellbar|nicht zugestellt|remis|no se pudo entregar|не может быть доставлено|не доставлено/i;

const ADDRESS = /<?([^\s<>;:,"'()[\]|]{1,100}@[a-z0-9_.-]{2,200}[a-z0-9])>?/i;
/** A line that names a recipient and begins what is said of it. */
const LEADS = [
  /^\s*(?:>>>\s*)?\*?\s*<([^\s<>@]{1,100}@[^\s<>]{1,200})>\s*(?::|;|,|\(|$|\.\.\.)/,
  /^\s*(?:\*|-|•)?\s*([^\s<>;:,"()[\]|]{1,100}@[a-z0-9_.-]{2,200}[a-z0-9])\s*(?::|;|,|\(|\[|$|\.\.\.| on | invalid | error| -)/i,
  /\b(?:rcpt to|recipient(?:\(s\))?|addressed to|original-recipient|final-recipient|failed recipient|to|could not be delivered to|deliver(?:y|ed)? (?:your )?(?:message )?to|rejected recipient|account|address|mailbox)(?:\s*[:=]\s*|\s+)(?:rfc822\s*;\s*)?<?([^\s<>;:,"()[\]|]{1,100}@[a-z0-9_.-]{2,200}[a-z0-9])>?/i,
  /^\s*(?:[45]\d\d[- ])(?:[245]\.\d{1,3}\.\d{1,3}\s+)?<([^\s<>@]{1,100}@[^\s<>]{1,200})>/,
];

/** Reads a notice that is only words. Finds the recipients, and for each what follows its name. */
export function readNotice(text: string, given: Given): Said[] {
  const notice = serversWords(text);
  if (!given.isSure && !FAILURE.test(notice.slice(0, 5_000))) return [];
  const lines = notice.split("\n").slice(0, MOST_LINES);
  const found = new Map<string, { recipient: string; lines: string[] }>();
  let current: { recipient: string; lines: string[] } | null = null;
  const before: string[] = [];
  for (const [at, line] of lines.entries()) {
    const isSender = /\b(?:sent by|message from|sender)\s*:?\s*$/i.test(lines[at - 1] ?? "");
    const named = isSender ? null : nameIn(line, given.senders);
    if (named && found.size < MOST_RECIPIENTS) {
      const key = named.toLowerCase();
      current = found.get(key) ?? { recipient: named, lines: [] };
      found.set(key, current);
    }
    (current?.lines ?? before).push(line);
  }
  for (const address of given.failed.split(",").map(addressIn).filter(Boolean).slice(0, MOST_RECIPIENTS))
    if (!found.has(address.toLowerCase()))
      found.set(address.toLowerCase(), { recipient: address, lines: found.size === 0 ? before : [] });
  if (found.size === 0) {
    const one = onlyRecipient(text, given);
    if (one === null) return [];
    found.set(one, { recipient: one, lines: [] });
  }
  return [...found.values()].map(({ recipient, lines: own }) =>
    said(recipient, own.join("\n"), lines.join("\n"), found.size),
  );
}

function said(recipient: string, own: string, whole: string, count: number): Said {
  // What is said of one among several stands by its name; of a single one it may stand anywhere.
  const words = count > 1 && own.replace(ADDRESS, "").trim().length > 20 ? own : whole;
  return {
    recipient,
    words: count > 1 ? words : tellingFirst(own, whole),
    status: statusIn(own) ?? statusIn(words),
    replyCode: replyCodeIn(own) ?? replyCodeIn(words),
  };
}

/** Lines with a server's reply come before the politeness around them. */
const tellingFirst = (own: string, whole: string): string => {
  const replies = whole.split("\n").filter((line) => statusIn(line) !== null || replyCodeIn(line) !== null);
  return [...replies, own, whole].join("\n");
};

function serversWords(text: string): string {
  const start = text.slice(0, MOST_TEXT);
  const ends = [ORIGINAL_FROM.exec(start)?.index, HEADS.exec(start)?.index].filter(
    (at) => at !== undefined && at > 0,
  );
  return ends.length > 0 ? start.slice(0, Math.min(...(ends as number[]))) : start;
}

function nameIn(line: string, senders: Set<string>): string | null {
  if (line.length > 1_000 || !line.includes("@")) return null;
  if (
    /^\s*(?:from|sender|reply-to|return-path|envelope-from|mail from|errors-to|message-id|references|in-reply-to|cc|date|subject)\s*:/i.test(
      line,
    )
  )
    return null;
  for (const lead of LEADS) {
    const address = lead.exec(line)?.[1]?.replace(/[.:]+$/, "");
    if (address && !isServers(address) && !senders.has(address.toLowerCase())) return address;
  }
  return null;
}

const isServers = (address: string) => /^(?:mailer-daemon|postmaster|abuse|support|help)@/i.test(address);

/** Nobody is named: the mail that came back was to one person, or one address stands in the words. */
function onlyRecipient(text: string, { original, senders, isSure }: Given): string | null {
  const to = /^to:[ \t]*(.*)$/im.exec(original || text.slice(0, MOST_TEXT))?.[1] ?? "";
  const address = addressIn(to);
  if (address && !senders.has(address.toLowerCase())) return address;
  const any = ADDRESS.exec(serversWords(text))?.[1];
  if (any && !isServers(any) && !senders.has(any.toLowerCase())) return any;
  return isSure ? address : null;
}
