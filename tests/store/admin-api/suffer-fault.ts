import type { Response } from "express";
import type { FaultKind, FaultSettings } from "../faults";

/** Answers a call the bad way, and says which status it got; 0 for none. */
export async function sufferFault(
  kind: FaultKind,
  settings: FaultSettings,
  response: Response,
): Promise<number> {
  if (kind === "throttled") {
    response.json(throttled);
    return 200;
  }
  if (kind === "error") {
    response
      .status(503)
      .set("retry-after", "1")
      .type("html")
      .send("<html><body>503 Service Unavailable</body></html>");
    return 503;
  }
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, settings.timeoutMs);
    response.once("close", () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
  response.destroy();
  return 0;
}

const throttled = {
  errors: [
    {
      message: "Throttled",
      extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
    },
  ],
  extensions: {
    cost: {
      requestedQueryCost: 10,
      actualQueryCost: null,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 0, restoreRate: 100 },
    },
  },
};
