import type { Fact } from "~/platform/queue/record.server";

/** Past conversations were taken in. Nothing follows from it: it stands among what staff did. */
export const importFinished = (importId: string, staffName: string): Fact => ({
  kind: "inbox.imported",
  key: `inbox.imported:${importId}`,
  actor: "staff",
  actorName: staffName,
  data: { importId },
});

/** Staff removed what an import had brought. */
export const importRemoved = (importId: string, staffName: string): Fact => ({
  kind: "inbox.importRemoved",
  key: `inbox.importRemoved:${importId}`,
  actor: "staff",
  actorName: staffName,
  data: { importId },
});
