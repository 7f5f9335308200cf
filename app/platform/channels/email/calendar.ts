const SHOWN = ["SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION"];
const MOST = 100_000;

/** What an invitation (RFC 5545) says, for a mail that says nothing else: its own fields, one a line. */
export function calendarText(source: string): string {
  const lines = source
    .slice(0, MOST)
    .replace(/\n[ \t]/g, "")
    .split("\n");
  const begin = lines.findIndex((line) => /^BEGIN:V(?!CALENDAR|TIMEZONE)/i.test(line));
  return SHOWN.flatMap((name) => {
    const line = lines.slice(begin + 1).find((one) => new RegExp(`^${name}[:;]`, "i").test(one));
    const value = line?.slice(line.indexOf(":") + 1).trim();
    return value ? [name.startsWith("DT") ? moment(value) : unescaped(value)] : [];
  }).join("\n");
}

const moment = (value: string) =>
  value.replace(
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?.*$/,
    (_all, year, month, day, hour, minute, zone) =>
      hour ? `${year}-${month}-${day} ${hour}:${minute}${zone}` : `${year}-${month}-${day}`,
  );

const unescaped = (value: string) => value.replace(/\\n/gi, "\n").replace(/\\([,;\\])/g, "$1");
