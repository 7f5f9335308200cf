import { Refused, type Store } from "../store";

/** Asks the shop's own Admin API, outside the app's rate limit. Errors and user errors are thrown. */
export async function ask<Answer>(
  store: Store,
  shop: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { body } = await store.shopify.execute({
    shop,
    apiVersion: "2026-07",
    query,
    variables,
    throttle: false,
  });
  if (body.errors) throw new Refused(`The Admin API refused: ${JSON.stringify(body.errors)}`);
  const data = body.data ?? {};
  for (const [field, answer] of Object.entries(data)) {
    const complaints = complaintsOf(answer);
    if (complaints.length > 0) {
      throw new Refused(complaints.map((one) => `${field}: ${one.message}`).join("; "));
    }
  }
  return data as Answer;
}

function complaintsOf(answer: unknown): { message: string }[] {
  if (typeof answer !== "object" || answer === null) return [];
  for (const [name, value] of Object.entries(answer)) {
    if (/userErrors$/i.test(name) && Array.isArray(value)) return value as { message: string }[];
  }
  return [];
}
