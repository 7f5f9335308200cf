/** `OUT_FOR_DELIVERY` as people say it. */
export function sayStatus(status: string | null): string {
  if (!status) return "";
  const words = status.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
