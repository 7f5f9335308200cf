import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { PlainNotice } from "~/ui/plain/notice";
import { words } from "~/ui/plain/words";

/** Shopify wants its script first in the head of every page of the admin, and there only. */
const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

/** Around every document, errors included. */
export function Layout({ children }: { children: ReactNode }) {
  const admin = useRouteLoaderData("routes/app") as { apiKey?: string } | undefined;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {admin?.apiKey && <meta name="shopify-api-key" content={admin.apiKey} />}
        {admin?.apiKey && <script src={APP_BRIDGE} data-api-key={admin.apiKey} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Document() {
  return <Outlet />;
}

export const meta = () => [{ title: "Aftercare" }];

/** What anybody sees when nothing else could answer: what happened, and what to do next. No details. */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const { title, text } = missing ? words.missing : words.failed;
  return <PlainNotice title={title} text={text} />;
}
