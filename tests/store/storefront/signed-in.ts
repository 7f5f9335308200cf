import type { Request, Response } from "express";
import { handleOf } from "../store";

/** Who is looking. Cookies know no ports, so each shop's carry its name. */
export interface Visitor {
  customerId: string | undefined;
  language: string | undefined;
}

const cookieName = (kind: "customer" | "language", shop: string) => `store_${kind}_${handleOf(shop)}`;

export function visitorOf(request: Request, shop: string): Visitor {
  const cookies = new Map(
    (request.headers.cookie ?? "").split(/;\s*/).map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return [name, decodeURIComponent(value)] as const;
    }),
  );
  return {
    customerId: cookies.get(cookieName("customer", shop)) || undefined,
    language: cookies.get(cookieName("language", shop)) || undefined,
  };
}

export function remember(
  response: Response,
  shop: string,
  kind: "customer" | "language",
  value: string,
): void {
  const age = value ? "Max-Age=86400" : "Max-Age=0";
  response.append(
    "set-cookie",
    `${cookieName(kind, shop)}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; ${age}`,
  );
}
