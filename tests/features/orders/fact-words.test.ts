import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { factWords } from "~/features/orders/words/staff-facts";

const ABOUT = /"((?:order|parcel|delivery|return|code|message|note|conversation)\.[a-zA-Z]+)"/g;

/** Kinds that the features' facts name; what is put together from parts is listed here. */
function kinds(): string[] {
  const files = readdirSync("app/features", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|[/\\-])facts\.ts$/.test(file))
    .map((file) => readFileSync(path.join("app/features", file), "utf8"));
  const named = files.flatMap((text) => [...text.matchAll(ABOUT)].map(([, kind]) => kind ?? ""));
  const joined = ["closed", "reopened", "unassigned", "snoozed", "replyDue", "replyLate"];
  return [...new Set([...named, ...joined.map((change) => `conversation.${change}`)])];
}

it("all that can happen to an order is said in words on its page", () => {
  expect(kinds().length).toBeGreaterThan(60);
  expect(kinds().filter((kind) => !factWords[kind])).toEqual([]);
});
