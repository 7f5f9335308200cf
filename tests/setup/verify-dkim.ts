import { createHash, createPublicKey, verify } from "node:crypto";

/**
 * Verifies the first DKIM signature of a mail as a receiving server does (RFC 6376 §6.1, relaxed/relaxed,
 * rsa-sha256), with the records of `txt`. Answers what was signed; null when it does not hold.
 */
export function verifyDkim(raw: string, txt: ReadonlyMap<string, string[]>) {
  const split = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, split).split(/\r\n(?![ \t])/);
  const nameOf = (field: string) => field.slice(0, field.indexOf(":")).trim().toLowerCase();
  const signature = fields.find((field) => nameOf(field) === "dkim-signature");
  if (!signature) return null;
  const tags = tagsOf(signature.slice(signature.indexOf(":") + 1));
  const key = tagsOf(txt.get(`${tags.s}._domainkey.${tags.d}`)?.[0] ?? "").p;
  const signed = (tags.h ?? "").split(":").map((name) => name.trim().toLowerCase());
  if (!key || tags.a !== "rsa-sha256" || tags.c !== "relaxed/relaxed") return null;
  const hash = createHash("sha256")
    .update(relaxedBody(raw.slice(split + 4)), "latin1")
    .digest("base64");
  if (hash !== tags.bh) return null;
  const left = fields.map((field) => field).reverse();
  const take = (name: string) => {
    const at = left.findIndex((field) => nameOf(field) === name);
    return at < 0 ? "" : `${relaxedField(left.splice(at, 1)[0] ?? "")}\r\n`;
  };
  const text = signed.map(take).join("") + relaxedField(signature.replace(/(\bb=)[^;]*$/s, "$1"));
  const publicKey = createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
  const holds = verify("sha256", Buffer.from(text, "latin1"), publicKey, Buffer.from(tags.b ?? "", "base64"));
  return holds
    ? { domain: tags.d, selector: tags.s, signed, bits: publicKey.asymmetricKeyDetails?.modulusLength }
    : null;
}

const tagsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(";")
      .filter((part) => part.includes("="))
      .map((part) => {
        const at = part.indexOf("=");
        return [part.slice(0, at).trim(), part.slice(at + 1).replace(/\s+/g, "")];
      }),
  );

const relaxedField = (field: string) => {
  const at = field.indexOf(":");
  const value = field
    .slice(at + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, at).trim().toLowerCase()}:${value}`;
};

const relaxedBody = (body: string) => {
  const lines = body
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
    .join("\r\n")
    .replace(/(?:\r\n)+$/, "");
  return lines === "" ? "" : `${lines}\r\n`;
};
