import type { Attachment } from "postal-mime";

/** What a notice of non-delivery says (RFC 3464), as far as it can be read. */
export type Bounce = {
  recipients: {
    address: string;
    /** "5.1.1"; null when the notice names none */
    status: string | null;
    /** true: it will never be delivered; false: later perhaps; null: unknown */
    isPermanent: boolean | null;
  }[];
};

const ADDRESS = /[^\s<>;:,"()]{1,200}@[a-z0-9.-]{1,200}/i;

/** Reads the notice's machine-readable part; without one, what its words and headers name. */
export function readBounce(parts: Attachment[], text: string, headers: Map<string, string[]>): Bounce {
  const report = parts.find((part) => part.mimeType === "message/delivery-status");
  const found = report ? fromReport(decode(report)) : [];
  if (found.length > 0) return { recipients: found };
  const failed = headers.get("x-failed-recipients") ?? [];
  const status = /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(text.slice(0, 20_000))?.[1] ?? null;
  const named = failed.length > 0 ? failed.join(",").split(",") : [text.slice(0, 20_000)];
  const addresses = named.flatMap((one) => ADDRESS.exec(one)?.[0] ?? []).slice(0, 20);
  return { recipients: addresses.map((address) => ({ address, status, isPermanent: permanence(status) })) };
}

/** One block of fields for each recipient. */
function fromReport(report: string): Bounce["recipients"] {
  return report
    .slice(0, 100_000)
    .split(/\r?\n\s*\r?\n/)
    .slice(0, 200)
    .flatMap((block) => {
      const address = ADDRESS.exec(
        field(block, "final-recipient") ?? field(block, "original-recipient") ?? "",
      )?.[0];
      if (!address) return [];
      const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(field(block, "status") ?? "")?.[0] ?? null;
      const delayed = /delayed/i.test(field(block, "action") ?? "");
      return [{ address, status, isPermanent: delayed ? false : permanence(status) }];
    });
}

const field = (block: string, name: string) =>
  new RegExp(`^${name}\\s*:\\s*(.*)$`, "im").exec(block)?.[1]?.trim() ?? null;

const permanence = (status: string | null) => (status === null ? null : status.startsWith("5"));

const decode = ({ content }: Attachment) =>
  typeof content === "string" ? content : new TextDecoder().decode(content);
