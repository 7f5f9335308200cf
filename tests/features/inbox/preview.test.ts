import { expect, test } from "vitest";
import { PREVIEW_CHARACTERS, previewOf } from "~/features/inbox/preview";

const words = "word ".repeat(PREVIEW_CHARACTERS / 5 - 1);

test.each([
  ["a short one as it is", "Where is it?", "Where is it?"],
  ["nothing of nothing", "", ""],
  ["a long one to its last whole word", `${words}Decem`, `${words.trimEnd()}…`],
  [
    "one without spaces where it is cut",
    "返".repeat(PREVIEW_CHARACTERS),
    `${"返".repeat(PREVIEW_CHARACTERS)}…`,
  ],
  [
    "a greeting and a long word: not to the greeting alone",
    `様 ${"返".repeat(PREVIEW_CHARACTERS - 2)}`,
    `様 ${"返".repeat(PREVIEW_CHARACTERS - 2)}…`,
  ],
  ["pictures count as one", "🧣".repeat(PREVIEW_CHARACTERS - 1), "🧣".repeat(PREVIEW_CHARACTERS - 1)],
])("shows %s", (_what, begins, shown) => expect(previewOf(begins)).toBe(shown));
