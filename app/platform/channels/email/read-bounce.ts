import { Buffer } from "node:buffer";
import { oneLine, readAddresses } from "./addresses";
import { automaticKind } from "./automatic";
import { addressIn, replyCodeIn, statusIn } from "./bounce-fields";
import { type BounceReason, isPermanent, reasonOf, statusFor } from "./bounce-reasons";
import { readNotice } from "./bounce-text";
import { readBody, textOf } from "./mime-body";
import { headOf } from "./mime-head";
import { contentOf, type Part, readTree } from "./mime-tree";
import { decodeWords } from "./words-in-heads";

/** One recipient whom a notice is about. */
export type BouncedRecipient = {
  /** the address that was written to, as far as the notice tells; empty when it does not */
  recipient: string;
  /** "5.1.1" (RFC 3463); null when nothing tells, as in a complaint */
  status: string | null;
  reason: BounceReason;
  /** nothing sent there will ever arrive: send no more. A full box, a block or a delay is not permanent */
  permanent: boolean;
};

const MOST_RECIPIENTS = 100;
const MOST_REPORT = 500_000;

/**
 * Reads a notice of non-delivery: a delivery status (RFC 3464, RFC 6533), or the words of servers that send
 * none. Null when the mail is no such notice. Notices of delay and of success are listed, with `permanent`
 * false and the reason "delayed"/"expired" or "delivered"; complaints (ARF, RFC 5965) with "feedback": do not
 * send there again without asking, though the address works. Pure; never throws, whatever the bytes.
 */
export function readBounce(raw: Uint8Array): BouncedRecipient[] | null {
  try {
    const root = readTree(Buffer.from(raw.buffer, raw.byteOffset, raw.length));
    const head = headOf(root.fields);
    const from = readAddresses(head("from").slice(0, 1))[0]?.address ?? "";
    const subject = oneLine(decodeWords(head("subject")[0] ?? ""));
    const kind = automaticKind({ all: head, subject, from, type: root.type, params: root.params });
    if (kind === "out-of-office") return null;
    return bounceOf(root, readBody(root).text, kind === "bounce" || hasReport(root));
  } catch {
    return null;
  }
}

/** The same for a mail that has been taken apart. `isSure`: its head says already that it is a notice. */
export function bounceOf(root: Part, text: string, isSure = true): BouncedRecipient[] | null {
  const parts = [...leaves(root)];
  const complaint = parts.find((part) => part.type === "message/feedback-report");
  if (complaint) return complaints(reportOf(complaint), originalOf(parts));
  const original = originalOf(parts);
  // Outlook.com's reports are the mail alone, with the complaining reader's address put on top.
  const reader = /^x-hmxmroriginalrecipient:(.*)$/im.exec(original)?.[1];
  if (reader) return complaints(`Original-Rcpt-To: ${reader}`, original);
  const reports = parts.filter((part) => /^message\/(?:global-)?delivery-status$/.test(part.type));
  const reported = distinct(reports.flatMap((part) => fromReport(reportOf(part), text)));
  if (reported.length > 0) return reported;
  const failed = headOf(root.fields)("x-failed-recipients").join(",");
  const senders = new Set(
    [...readAddresses(headOf(root.fields)("to")), ...readAddresses(headOf(root.fields)("from"))].map(
      ({ address }) => address.toLowerCase(),
    ),
  );
  const read = readNotice(text, { failed, senders, original, isSure });
  const said = read.map(({ recipient, words, status, replyCode }) =>
    judged(recipient, words, status, replyCode),
  );
  return said.length > 0 ? distinct(said) : null;
}

function* leaves(part: Part, level = 0): Generator<Part> {
  if (part.children.length === 0) yield part;
  if (level < 70) for (const child of part.children) yield* leaves(child, level + 1);
}

const hasReport = (root: Part): boolean =>
  [...leaves(root)].some((part) =>
    /^message\/(?:(?:global-)?delivery-status|feedback-report)$/.test(part.type),
  );

/** Fields of a report are ASCII, or UTF-8 in newer ones; some servers write their own charset. */
const reportOf = (part: Part): string =>
  textOf({ ...part, body: contentOf(part).subarray(0, MOST_REPORT), encoding: "" });

/** What is left of the mail that did not arrive. */
function originalOf(parts: Part[]): string {
  const part = parts.find(({ type }) =>
    /^message\/(?:rfc822|global)(?:-headers)?$|^text\/rfc822-headers?$/.test(type),
  );
  return part ? contentOf(part).toString("latin1", 0, 50_000) : "";
}

/** One block of fields for each recipient, after one for the message (RFC 3464 §2.1). */
function fromReport(report: string, text: string): BouncedRecipient[] {
  const blocks = blocksOf(report);
  return blocks.flatMap((block) => {
    const given = block.get("final-recipient")?.[0] ?? "";
    const original = block.get("original-recipient")?.[0] ?? "";
    const actual = block.get("x-actual-recipient")?.[0] ?? "";
    const recipient = addressIn(given) || addressIn(original) || addressIn(actual);
    if (!recipient && !block.has("action")) return [];
    const words = (block.get("diagnostic-code") ?? []).join(" ");
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(block.get("status")?.[0] ?? "")?.[0] ?? null;
    const action = (block.get("action")?.[0] ?? "").toLowerCase();
    return [fromBlock(recipient, status, action, words, text, blocks.length)];
  });
}

function fromBlock(
  recipient: string,
  given: string | null,
  action: string,
  words: string,
  text: string,
  blocks: number,
): BouncedRecipient {
  const said = statusIn(words);
  // The status is the reporting server's; its words repeat what the receiving one said, which tells more.
  const status =
    said !== null && (given === null || given[0] === said[0]) && !/\.0\.0$/.test(said) ? said : given;
  if (/^(?:delivered|relayed|expanded)/.test(action) || status?.startsWith("2."))
    return { recipient, status, reason: "delivered", permanent: false };
  const told = words.trim() || (blocks <= 2 ? text.slice(0, 4_000) : "");
  const judgedSo = judged(recipient, told, status, replyCodeIn(words));
  if (!/^delayed/.test(action)) return judgedSo;
  return {
    ...judgedSo,
    reason: judgedSo.reason === "undefined" ? "delayed" : judgedSo.reason,
    permanent: false,
  };
}

function judged(
  recipient: string,
  words: string,
  status: string | null,
  replyCode: string | null,
): BouncedRecipient {
  const found = reasonOf(words, status);
  // Google tells of its groups in the writer's language: they refuse who may not post.
  const reason = found === "undefined" && /@googlegroups\.com$/i.test(recipient) ? "rejected" : found;
  const settled = status ?? statusFor(reason, replyCode, words);
  return { recipient, status: settled, reason, permanent: isPermanent(reason, settled) };
}

function complaints(report: string, original: string): BouncedRecipient[] {
  const fields = blocksOf(report).flatMap((block) => [
    ...(block.get("original-rcpt-to") ?? []),
    ...(block.get("removal-recipient") ?? []),
  ]);
  const to = /^(?:x-failed-recipients|to):[ \t]*(.*)$/im.exec(original)?.[1] ?? "";
  const named = fields.map(addressIn).filter((address) => address !== "");
  const about = named.length > 0 ? named : [addressIn(to)];
  return [...new Set(about)]
    .slice(0, MOST_RECIPIENTS)
    .map((recipient) => ({ recipient, status: null, reason: "feedback", permanent: false }));
}

function blocksOf(report: string): Map<string, string[]>[] {
  return report
    .slice(0, MOST_REPORT)
    .replace(/\n[ \t]+(?=\S)/g, " ")
    .split(/\n[ \t]*\n/)
    .slice(0, 2 * MOST_RECIPIENTS)
    .map((block) => {
      const fields = new Map<string, string[]>();
      for (const line of block.split("\n")) {
        const match = /^([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:(.*)$/.exec(line);
        if (!match) continue;
        const name = (match[1] ?? "").toLowerCase();
        fields.set(name, [...(fields.get(name) ?? []), (match[2] ?? "").trim()]);
      }
      return fields;
    });
}

function distinct(all: BouncedRecipient[]): BouncedRecipient[] {
  const found = new Map<string, BouncedRecipient>();
  for (const one of all)
    if (!found.has(one.recipient.toLowerCase())) found.set(one.recipient.toLowerCase(), one);
  return [...found.values()].slice(0, MOST_RECIPIENTS);
}
