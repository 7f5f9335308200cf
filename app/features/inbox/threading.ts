import { emailKey } from "~/values/keys";

/** What of a mail decides where it belongs; what readMail answers fits. Ids are without angle brackets. */
export type ThreadedMail = {
  from: { address: string } | null;
  to: readonly { address: string }[];
  cc: readonly { address: string }[];
  inReplyTo: string | null;
  references: readonly string[];
  subject: string;
  /** a mail server found the From line forged; false when nothing is known */
  isSenderDoubted?: boolean;
  /** whom the envelope named (RFC 5321 RCPT TO); asked before To and Cc, which a sender may write as he likes */
  recipients?: readonly string[];
};

/** What an address or Message-ID of ours says when its signature holds. */
export type SignedName = {
  /** the shop it was made for, named as `Known.shop` names this one */
  shop: string;
  conversationId: string;
};

export type KnownThread = {
  id: string;
  /** the conversation's shopper */
  email: string;
  /** whom staff or the shopper brought in; they may see the conversation too */
  participants?: readonly string[];
  /** the ticket's number as it stands in subjects, such as "T-1042" */
  number?: string | null;
  /** its order's name, such as "#1001" */
  orderName?: string | null;
  /** where it was merged into; that one is found instead */
  mergedInto?: string | null;
};

/**
 * What is known when a mail is filed: looked up beforehand, for this shop only. Everything may be empty; keys
 * are compared without regard to case. `conversations` holds every conversation named elsewhere in it, and
 * those that may be suggested, latest first.
 */
export type Known = {
  /** this shop, by whatever names it in `SignedName` */
  shop: string;
  /** of the mail's recipients, those that are our signed reply addresses: address → what it says */
  replyAddresses?: Readonly<Record<string, SignedName>>;
  /** of In-Reply-To and References, those that are our signed Message-IDs: id → what it says */
  ownMessageIds?: Readonly<Record<string, SignedName>>;
  /** of In-Reply-To and References, those of mails that this shop holds: id → conversation */
  heldMessageIds?: Readonly<Record<string, string>>;
  conversations?: readonly KnownThread[];
  /** the shop's own plain addresses (sender, support mailbox): never a person who was brought in */
  ours?: readonly string[];
};

/** A ticket's number as people write it. */
export const ticketName = (number: number): string => `T-${number}`;

/** shopper: the conversation's own; participant: brought in before; other: anybody else, shown as who they are. */
export type Writer = "shopper" | "participant" | "other";

export type FoundThread =
  | {
      kind: "existing";
      conversationId: string;
      by: "replyAddress" | "ownMessageId" | "heldMessageId";
      writer: Writer;
      /** may this writer be shown or sent anything that came before? false for others: they see no more */
      maySeeHistory: boolean;
      /** whom the mail also went to, who are not in the conversation: to be shown, and to see nothing yet */
      newcomers: string[];
    }
  | {
      kind: "new";
      /** a conversation that staff may merge this into; nothing is merged by itself */
      suggestion: { conversationId: string; because: "ticketNumber" | "orderName" } | null;
      newcomers: string[];
    };

/**
 * Where a mail belongs. First the signed address it was sent to, then a signed Message-ID of ours that it
 * answers, then the id of a mail we hold; nothing else, since a subject, a number or a sender can be guessed:
 * those make a new conversation with a suggestion to merge. A name signed for another shop says nothing here.
 * Who writes is decided apart from where: whoever is not the shopper (or was brought in), or whose address a
 * mail server doubts, is "other" and may not see what came before. Pure.
 */
export function findConversation(mail: ThreadedMail, known: Known): FoundThread {
  const found = byAddress(mail, known) ?? byOwnId(mail, known) ?? byHeldId(mail, known);
  if (!found)
    return { kind: "new", suggestion: suggestionFor(mail, known), newcomers: newcomers(mail, known, null) };
  const { thread, by } = found;
  const writer = writerOf(mail, thread);
  return {
    kind: "existing",
    conversationId: thread.id,
    by,
    writer,
    maySeeHistory: writer !== "other",
    newcomers: newcomers(mail, known, thread),
  };
}

type Found = { thread: KnownThread; by: "replyAddress" | "ownMessageId" | "heldMessageId" };

function byAddress(mail: ThreadedMail, known: Known): Found | null {
  const names = lowerCased(known.replyAddresses);
  return firstOf(recipientsOf(mail), (address) => signed(names.get(address), known), "replyAddress");
}

function byOwnId(mail: ThreadedMail, known: Known): Found | null {
  const names = lowerCased(known.ownMessageIds);
  return firstOf(answered(mail), (id) => signed(names.get(id), known), "ownMessageId");
}

function byHeldId(mail: ThreadedMail, known: Known): Found | null {
  const held = lowerCased(known.heldMessageIds);
  return firstOf(answered(mail), (id) => threadNamed(held.get(id), known), "heldMessageId");
}

function firstOf(names: string[], find: (name: string) => KnownThread | null, by: Found["by"]): Found | null {
  for (const name of names) {
    const thread = find(name);
    if (thread) return { thread, by };
  }
  return null;
}

const signed = (name: SignedName | undefined, known: Known): KnownThread | null =>
  name && name.shop === known.shop ? threadNamed(name.conversationId, known) : null;

/** The conversation of this id, or the one it was merged into, however often. */
function threadNamed(id: string | undefined, known: Known): KnownThread | null {
  const threads = new Map((known.conversations ?? []).map((thread) => [thread.id, thread]));
  const seen = new Set<string>();
  let thread = id === undefined ? undefined : threads.get(id);
  while (thread?.mergedInto && !seen.has(thread.id)) {
    seen.add(thread.id);
    thread = threads.get(thread.mergedInto) ?? { ...thread, mergedInto: null };
  }
  return thread ?? null;
}

/** Every recipient once: the envelope's first. */
const recipientsOf = ({ recipients = [], to, cc }: ThreadedMail): string[] => [
  ...new Set(
    [...recipients, ...[...to, ...cc].map(({ address }) => address)].map((one) => one.toLowerCase()),
  ),
];

/** The ids a mail answers, the nearest first. */
const answered = ({ inReplyTo, references }: ThreadedMail): string[] => [
  ...new Set([...(inReplyTo ? [inReplyTo] : []), ...[...references].reverse()].map((id) => id.toLowerCase())),
];

const lowerCased = <T>(names: Readonly<Record<string, T>> | undefined): Map<string, T> =>
  new Map(
    Object.entries(names ?? {}).map(([name, value]) => [name.toLowerCase().replace(/^<|>$/g, ""), value]),
  );

function writerOf(mail: ThreadedMail, thread: KnownThread): Writer {
  if (!mail.from || mail.isSenderDoubted) return "other";
  const writer = emailKey(mail.from.address);
  if (writer === emailKey(thread.email)) return "shopper";
  return (thread.participants ?? []).some((one) => emailKey(one) === writer) ? "participant" : "other";
}

/** Whom the mail also names, besides its writer, ourselves and who is in the conversation already. */
function newcomers(mail: ThreadedMail, known: Known, thread: KnownThread | null): string[] {
  const ours = lowerCased(known.replyAddresses);
  const inside = new Set(
    [
      mail.from?.address,
      ...(known.ours ?? []),
      ...(mail.recipients ?? []),
      thread?.email,
      ...(thread?.participants ?? []),
    ].flatMap((one) => (one ? [emailKey(one)] : [])),
  );
  const named = [...mail.to, ...mail.cc].map(({ address }) => address.toLowerCase());
  return [...new Set(named)]
    .filter((address) => !ours.has(address) && !inside.has(emailKey(address)))
    .slice(0, 50);
}

/** A ticket's number before an order's name; of several conversations the writer's own, then the latest. */
function suggestionFor(
  mail: ThreadedMail,
  known: Known,
): Extract<FoundThread, { kind: "new" }>["suggestion"] {
  const writer = mail.from ? emailKey(mail.from.address) : null;
  const threads = [...(known.conversations ?? [])].sort(
    (one, other) => Number(emailKey(other.email) === writer) - Number(emailKey(one.email) === writer),
  );
  for (const [because, nameOf] of [
    ["ticketNumber", (thread: KnownThread) => thread.number],
    ["orderName", (thread: KnownThread) => thread.orderName],
  ] as const) {
    const thread = threads.find((one) => !one.mergedInto && isNamedIn(mail.subject, nameOf(one)));
    if (thread) return { conversationId: thread.id, because };
  }
  return null;
}

/** Does the subject hold this number, whole, with or without its sign? "#1001" is in "order 1001", not in "10012". */
function isNamedIn(subject: string, name: string | null | undefined): boolean {
  const bare = (name ?? "").trim().replace(/^#/, "");
  if (!/\p{N}/u.test(bare) || bare.length < 3) return false;
  const escaped = bare.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu").test(subject.slice(0, 2_000));
}
