import { Resolver } from "node:dns/promises";
import { env } from "~/env.server";
import { type Answered, type Finding, judgeDmarc, judgeKey, judgeSpf, keyName } from "./dkim";

/** What the DNS says of a domain that mail is sent from. */
export type DomainFindings = { dkim: Finding; spf: Finding; dmarc: Finding };

/** How our servers are named in an SPF record, if who runs them says so. */
export const spfInclude = env.SPF_INCLUDE ?? null;

const TIMEOUT_MS = 3_000;
const MOST_RECORDS = 50;
/** "There is no such name", or none of this sort there: an answer, as opposed to silence. */
const NOTHING = new Set(["ENOTFOUND", "ENODATA"]);

/** Asks for the three records of a sending domain, at most some seconds. Never throws. */
export async function lookUpDomain(
  domain: string,
  selector: string,
  publicKey: string,
): Promise<DomainFindings> {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
  if (env.DNS_SERVERS) resolver.setServers(env.DNS_SERVERS);
  const over = setTimeout(() => resolver.cancel(), 3 * TIMEOUT_MS);
  const txt = (name: string): Promise<Answered> =>
    resolver.resolveTxt(name).then(
      (records) => records.slice(0, MOST_RECORDS).map((parts) => parts.join("").slice(0, 4_096)),
      (error: { code?: string }) => (NOTHING.has(error.code ?? "") ? [] : null),
    );
  try {
    const [key, spf, dmarc] = await Promise.all([
      txt(keyName(selector, domain)),
      txt(domain),
      txt(`_dmarc.${domain}`),
    ]);
    return { dkim: judgeKey(key, publicKey), spf: judgeSpf(spf, spfInclude), dmarc: judgeDmarc(dmarc) };
  } finally {
    clearTimeout(over);
  }
}
