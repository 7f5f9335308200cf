import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
} from "@remix-run/react";

export default function Document() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

/** What anybody sees when nothing else could answer: what happened, and what to do next. No details. */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{missing ? "Not found" : "Something went wrong"} · Aftercare</title>
      </head>
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          maxWidth: "36rem",
          margin: "15vh auto",
          padding: "0 1rem",
        }}
      >
        <h1>{missing ? "This page is not here" : "Something went wrong on our side"}</h1>
        <p>
          {missing
            ? "The address may be mistyped, or what it showed is gone."
            : "Nothing was lost. Try again in a moment; if it keeps happening, open the app again from your Shopify admin."}
        </p>
      </body>
    </html>
  );
}
