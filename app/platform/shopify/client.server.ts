import { setTimeout as sleep } from "node:timers/promises";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { GraphQLClient } from "graphql-request";
import { z } from "zod";
import { SafeError } from "~/platform/log.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import type { ShopId } from "~/values/ids";
import { Lane, type Urgency } from "./lane.server";
import { forgetRefusedToken, offlineToken, onlineToken } from "./tokens.server";

/** The Admin API version every operation is written for; checked against the next one in a test. */
export const API_VERSION = "2026-07";
const TIMEOUT_MS = 15_000;
const TRIES = 4;

export type CallOptions = {
  urgency?: Urgency;
  /** the staff member's Shopify user id: the call is made as them while their token lasts */
  asStaff?: string | undefined;
  /**
   * must not happen twice: when nobody can say whether Shopify did it (time-out, 5xx), it is not called again
   * but throws TryAgain, and the next try of the job looks first
   */
  once?: boolean;
};

const lanes = new Map<ShopId, Lane>();
const laneOf = (shopId: ShopId) => {
  const lane = lanes.get(shopId) ?? new Lane();
  lanes.set(shopId, lane);
  return lane;
};

/**
 * Calls the shop's Admin API. THROTTLED, 429 and 5xx are tried again after the pause Shopify asks for; then
 * it throws TryAgain, and the queue goes on later. Throws NeedsMerchant when the token or a scope is refused,
 * NeverMind when the shop is gone. `userErrors` are part of the answer: the caller reads them.
 */
export async function shopify<R, V extends object>(
  shopId: ShopId,
  operation: TypedDocumentNode<R, V>,
  variables: V,
  { urgency = "staff", asStaff, once = false }: CallOptions = {},
): Promise<R> {
  const lane = laneOf(shopId);
  return lane.run(urgency, async () => {
    for (let tries = 1; ; tries++) {
      const token = (asStaff && (await onlineToken(shopId, asStaff))) || (await offlineToken(shopId));
      const answer = await call<R>(shopId, token, operation, variables);
      if (answer.kind === "refused") {
        await forgetRefusedToken(shopId, token, asStaff);
        throw new NeedsMerchant("Shopify refused our access: the shop must open the app once");
      }
      if (answer.throttle) lane.learn(answer.throttle);
      if (answer.kind === "data") return answer.data;
      if (once && answer.unsure) throw new TryAgain("Shopify did not say whether it was done");
      if (tries >= TRIES) throw new TryAgain("Shopify is busy");
      const pause =
        answer.throttle && answer.cost !== undefined
          ? lane.pauseFor(answer.cost, answer.throttle)
          : 250 * 2 ** tries + Math.random() * 250;
      await sleep(pause);
    }
  });
}

const throttleSchema = z.object({
  maximumAvailable: z.number(),
  currentlyAvailable: z.number(),
  restoreRate: z.number(),
});
const bodySchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .union([
      z.string(),
      z.array(
        z.object({
          message: z.string(),
          extensions: z.object({ code: z.string().optional() }).loose().optional(),
        }),
      ),
    ])
    .optional(),
  extensions: z
    .object({
      cost: z.object({ requestedQueryCost: z.number(), throttleStatus: throttleSchema }).loose().optional(),
    })
    .loose()
    .optional(),
});

/** The operation's name, for the log: it says nothing of any shop. */
function nameOf({
  definitions,
}: TypedDocumentNode<unknown, never> | TypedDocumentNode<unknown, object>): string {
  const [first] = definitions;
  return (first?.kind === "OperationDefinition" && first.name?.value) || "an operation";
}

type Cost = { cost?: number | undefined; throttle?: z.infer<typeof throttleSchema> | undefined };
type Answer<R> = (
  | { kind: "data"; data: R }
  /** unsure: Shopify may have done what was asked */
  | { kind: "again"; unsure?: boolean }
  | { kind: "refused" }
) &
  Cost;

async function call<R>(
  shopId: ShopId,
  token: string,
  operation: TypedDocumentNode<R, never> | TypedDocumentNode<R, object>,
  variables: object,
): Promise<Answer<R>> {
  let status = 0;
  const client = new GraphQLClient(`https://${shopId}/admin/api/${API_VERSION}/graphql.json`, {
    headers: { "x-shopify-access-token": token },
    errorPolicy: "all",
    // graphql-request throws on any non-2xx with the token in the error: the status is read here instead
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
      status = response.status;
      return response;
    },
  });
  const raw = await client.rawRequest(print(operation), variables).catch((error: unknown) => {
    if (status === 0) return null;
    return (error as { response?: unknown }).response ?? null;
  });
  if (status === 429) return { kind: "again" };
  if (status === 0 || status >= 500) return { kind: "again", unsure: true };
  if (status === 401) return { kind: "refused" };
  if (status === 403) throw new NeedsMerchant("Shopify refused our access: the shop must open the app once");
  if (status === 402 || status === 404 || status === 423) throw new NeverMind("The shop is closed or gone");
  const body = bodySchema.safeParse(raw);
  if (!body.success) return { kind: "again", unsure: true };
  const { data, errors, extensions } = body.data;
  const cost = { cost: extensions?.cost?.requestedQueryCost, throttle: extensions?.cost?.throttleStatus };
  if (!errors || errors.length === 0) return { kind: "data", data: data as R, ...cost };
  const codes = typeof errors === "string" ? [] : errors.map((error) => error.extensions?.code);
  if (codes.includes("THROTTLED")) return { kind: "again", ...cost };
  if (codes.includes("ACCESS_DENIED"))
    throw new NeedsMerchant("Shopify did not allow this: a permission is missing");
  if (codes.includes("INTERNAL_SERVER_ERROR")) return { kind: "again", unsure: true, ...cost };
  throw new SafeError(
    `Shopify refused ${nameOf(operation)}: ${codes.filter(Boolean).join(", ") || "no code"}`,
  );
}
