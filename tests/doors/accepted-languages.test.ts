import { expect, it } from "vitest";
import { acceptedLanguages } from "~/doors/storefront.server";

it.each([
  [null, []],
  ["de", ["de"]],
  ["de-AT,de;q=0.9,en;q=0.5", ["de-AT", "de", "en"]],
  ["en;q=0.1, he;q=0.9", ["he", "en"]],
  ["fr;q=0, ja", ["ja"]],
  ["*, <script>, x", []],
  ["fr;q=abc, ar", ["ar"]],
])("reads %j as %j", (header, languages) => {
  expect(acceptedLanguages(header)).toEqual(languages);
});
