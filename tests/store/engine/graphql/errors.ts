import { GraphQLError } from "graphql";

/** One entry of the top-level `errors` list, in the shape Shopify sends. */
export interface TopLevelError {
  message: string;
  locations?: { line: number; column: number }[];
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

/** Thrown by resolvers; becomes a top-level error with the field's path and location. */
export class ResolverError extends GraphQLError {
  constructor(message: string, code: string, extra: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extra } });
  }
}

/** An id of the wrong type where a certain type is wanted. */
export class InvalidId extends ResolverError {
  constructor(id: string) {
    super(`Invalid id: ${id}`, "RESOURCE_NOT_FOUND");
  }
}

/** What this store does not do is said aloud, never invented. */
export class NotOnThisMachine extends ResolverError {
  constructor(where: string) {
    super(`${where} is not part of the store on this machine.`, "NOT_ON_THIS_MACHINE");
  }
}

export class BadRequest extends ResolverError {
  constructor(message: string) {
    super(message, "BAD_REQUEST");
  }
}

/** One entry of a payload's `userErrors`. `code` is left out where Shopify's type has none. */
export interface UserError {
  field: string[] | null;
  message: string;
  code?: string | null;
}

export function userError(field: string[] | null, message: string, code: string | null = null): UserError {
  return { field, message, code };
}
