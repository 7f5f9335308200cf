/** What can be looked at, as it is noted. Of lists and searches only that somebody looked is noted, not for what. */
export const READ_THINGS = [
  "conversation",
  "order",
  "return",
  "customer",
  "mail",
  "file",
  "gatheredFile",
  "list",
  "search",
  "export",
] as const;
export type ReadThing = (typeof READ_THINGS)[number];

/** Where it was looked at. */
export const SCREENS = [
  "inbox",
  "orders",
  "returns",
  "notifications",
  "lookups",
  "privacy",
  "shopify",
] as const;
export type Screen = (typeof SCREENS)[number];

export type Looked = {
  thing: ReadThing;
  /** its id; empty for a list */
  id?: string;
  screen: Screen;
};

/** The beginning of the hour that a moment is in. */
export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);

/** Opening a list, or searching in it, is one thing or the other. */
export const lookedAtList = (screen: Screen, q: string): Looked => ({
  thing: q === "" ? "list" : "search",
  screen,
});
