import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folders = [
  "aftercare-account",
  "aftercare-return-page",
  "aftercare-contact-link",
  "aftercare-contact-page",
].map((name) => `extensions/${name}/locales`);
const files = folders.flatMap((folder) => readdirSync(folder).map((file) => [folder, file] as const));
const words = (folder: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));

it.each(files)("%s/%s says all that the default says", (folder, file) => {
  const said = words(folder, file);
  expect(Object.keys(said)).toEqual(Object.keys(words(folder, "en.default.json")));
  for (const text of Object.values(said)) expect(text.trim()).not.toBe("");
});

it("the account's pages and its links are in the same languages", () => {
  const [first, ...others] = folders.map((folder) => readdirSync(folder).toSorted());
  for (const other of others) expect(other).toEqual(first);
});
