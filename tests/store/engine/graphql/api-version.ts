/** The versions whose schemas are at hand, oldest first. */
export const API_VERSIONS = ["2026-04", "2026-07", "2026-10"] as const;

export type ApiVersion = (typeof API_VERSIONS)[number];

const DEFAULT_VERSION: ApiVersion = "2026-07";

/** Shopify falls forward to the oldest version it still serves; `unstable` is whatever comes last. */
export function nearestVersion(requested: string): ApiVersion {
  if (requested === "unstable") return "2026-10";
  if (!/^\d{4}-\d{2}$/.test(requested)) return DEFAULT_VERSION;
  const atLeast = API_VERSIONS.find((version) => version >= requested);
  return atLeast ?? "2026-10";
}

export function isAtLeast(version: ApiVersion, other: ApiVersion): boolean {
  return version >= other;
}
