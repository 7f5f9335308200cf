import type { NextFunction, Request, Response } from "express";

const HEADER = "content-security-policy";

/**
 * An answer that names no frame may stand in none; the admin door names the admin of its own shop. Set as
 * late as possible: Remix adds its headers beside earlier ones, and browsers obey every policy they get.
 */
export function closedByDefault(_request: Request, response: Response, next: NextFunction) {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => Response;
  response.writeHead = ((...given: unknown[]) => {
    if (!response.hasHeader(HEADER)) response.setHeader(HEADER, "frame-ancestors 'none'");
    return writeHead(...given);
  }) as typeof response.writeHead;
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  next();
}
