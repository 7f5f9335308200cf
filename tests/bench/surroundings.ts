/** Import this first: parts of the app that the bench itself uses read their settings once, when imported. */
export const SECRET = "a-secret-that-only-this-machine-knows";
export const API_KEY = "aftercare-bench";
Object.assign(process.env, { SHOPIFY_API_SECRET: SECRET, SHOPIFY_API_KEY: API_KEY, LOG_LEVEL: "warn" });
