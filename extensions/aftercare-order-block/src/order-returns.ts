/** A return as the app tells it for an order's page in Shopify's admin. */
export type OrderReturn = {
  id: string;
  rma: string;
  state: string;
  tone: "info" | "success" | "caution" | "critical" | "neutral";
  /** what to do next, in a sentence */
  next: string;
  things: number;
  /** an amount as text; null when nothing was paid */
  refund: string | null;
};

export type Answer = { kind: "returns"; returns: OrderReturn[] } | { kind: "forbidden" } | { kind: "failed" };

/** The number in Shopify's global id of the order. */
export const orderNumber = (gid: string): string | null =>
  /^gid:\/\/shopify\/Order\/(\d+)$/.exec(gid)?.[1] ?? null;

/**
 * Asks the app for the order's returns. Shopify adds the session token to requests to the app's own address,
 * and takes a relative address to be there.
 */
export async function askForReturns(gid: string): Promise<Answer> {
  const number = orderNumber(gid);
  if (!number) return { kind: "failed" };
  const answer = await fetch(`/app/returns/of-order/${number}`).catch(() => null);
  if (answer?.status === 403) return { kind: "forbidden" };
  if (answer?.status === 404) return { kind: "returns", returns: [] };
  if (!answer?.ok) return { kind: "failed" };
  const body = (await answer.json().catch(() => null)) as { returns?: OrderReturn[] } | null;
  return body?.returns ? { kind: "returns", returns: body.returns } : { kind: "failed" };
}
