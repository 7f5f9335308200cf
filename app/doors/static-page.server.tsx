import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** A whole page of ours without scripts, for whoever holds its link: kept nowhere, and its address told to nobody. */
export const staticPage = (page: ReactElement): Response =>
  new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
