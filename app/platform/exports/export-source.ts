/** What past conversations can be brought along from. Apart from the readers, which only a server can run. */
export const EXPORT_SOURCES = ["mbox", "zendesk", "gorgias", "csv"] as const;
export type ExportSource = (typeof EXPORT_SOURCES)[number];
