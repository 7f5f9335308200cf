import express, { type Request } from "express";

/** Every body as bytes, whatever its type. */
export const anyBody = express.raw({ type: () => true, limit: "64mb" });

export const bytesOf = (request: Request): Buffer =>
  Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);

/** A JSON or form body as one flat object; an empty one when it is neither. */
export function fieldsOf(request: Request): Record<string, unknown> {
  const text = bytesOf(request).toString("utf8");
  if (/^\s*\{/.test(text)) return JSON.parse(text) as Record<string, unknown>;
  return Object.fromEntries(new URLSearchParams(text));
}
