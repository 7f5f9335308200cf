import type { ServerResponse } from "node:http";

/** A page shown here may load from this machine and from nowhere else, whatever it asks for. */
export const thisMachineOnly =
  "default-src 'self' http://127.0.0.1:* ws://127.0.0.1:* data: blob: 'unsafe-inline' 'unsafe-eval'";

/** Adds that policy beside the page's own: a browser obeys both. */
export function keepToThisMachine(response: ServerResponse): void {
  response.appendHeader("content-security-policy", thisMachineOnly);
}
