import "./surroundings";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { occasionOf, write } from "~/features/notifications/compose.server";
import { kindOf } from "~/features/notifications/registry";
import { sampleOrder, sampleReturn } from "~/features/notifications/sample";
import { type EditedTexts, OUR_TEXTS } from "~/features/notifications/template";
import { startingText } from "~/features/notifications/templates/starting-text";
import { settingsSchema } from "~/features/settings/schema";
import { LOCALES } from "~/platform/i18n/locales";
import { aProfile } from "../factories/profile";
import { answerQuestions } from "./part";

/** Writes mails in a process of its own, on one core: both bodies of a confirmation, no two alike. */

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const face = { settings: settingsSchema.parse({}), settingsVersion: 1, profile: aProfile() };
const kind = kindOf("orderConfirmed");
if (!kind) throw new Error("No such kind");

const occasion = (count: number, lines: number) => {
  const locale = LOCALES[count % LOCALES.length] ?? "en";
  const sample = sampleOrder("GBP", locale);
  const order = {
    ...sample,
    name: `#${1000 + count}`,
    customerName: `Shopper ${count}`,
    lines: Array.from({ length: lines }, (_, at) => ({
      ...sample.lines[at % 2],
      id: String(at),
    })) as typeof sample.lines,
  };
  const about = { order, return: sampleReturn("GBP"), data: {}, locale, stranger: false };
  return occasionOf(face, about, `https://fern-and-fable.example/apps/aftercare/order?t=${count}`);
};

const own = new Map(
  LOCALES.map((locale, at) => {
    const text = startingText(kind, occasion(at, 2));
    return [
      locale,
      {
        id: "own",
        version: 1,
        text: {
          ...text,
          body: `${text.body}\n\n{% for item in items %}{{ item.quantity }} x {{ item.title }}<br>{% endfor %}`,
        },
      },
    ];
  }),
);
const texts: Record<Words, EditedTexts> = {
  ours: OUR_TEXTS,
  own: (_kind, locale) => own.get(locale) ?? null,
};
export type Words = "ours" | "own";

let count = 0;
function writeOne(words: Words, lines: number): void {
  const about = occasion(++count, lines);
  const mail = write(kind as NonNullable<typeof kind>, about, face, texts[words]);
  if (mail.failed || !mail.html.includes(`Shopper ${count}`)) throw new Error("The bench writes nothing");
}

answerQuestions({
  /** Mails a second in these words, for so long. */
  rate: ({ words, lines, ms }: { words: Words; lines: number; ms: number }) => {
    let written = 0;
    const began = performance.now();
    while (performance.now() - began < ms) {
      writeOne(words, lines);
      written++;
    }
    return written / ((performance.now() - began) / 1_000);
  },
  /** Megabytes of this process, garbage collected, after so many more mails. */
  megabytes: (times: number) => {
    for (let time = 0; time < times; time++) writeOne(time % 2 ? "ours" : "own", 2);
    collect();
    return process.memoryUsage().rss / 1e6;
  },
});
