import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { addDocumentHeaders } from "~/doors/admin.server";
import { log } from "~/platform/log.server";
import { readShopId } from "~/values/ids";

export const streamTimeout = 8_000;

/** Renders a document. Its frame-ancestors name the shop's own admin, or nobody when there is no shop. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  if (readShopId(new URL(request.url).searchParams.get("shop"))) addDocumentHeaders(request, headers);
  else headers.set("content-security-policy", "frame-ancestors 'none'");
  const waitFor = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  let statusCode = status;
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      [waitFor]: () => {
        const body = new PassThrough();
        headers.set("content-type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: statusCode }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error: unknown) => {
        statusCode = 500;
        log.error({ error }, "could not render a page");
      },
    });
    setTimeout(abort, streamTimeout + 1_000);
  });
}

/** Unexpected errors of loaders and actions: logged by their place, never shown. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted) log.error({ error }, "a request failed");
}
