import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const he = {
  unsubscribe: {
    ask: "פחות הודעות?",
    text: (shop) => `${shop} תשמיט את מה שאפשר בלעדיו. על מה שחשוב עדיין נעדכן: אישורים, תקלות והחזרים.`,
    button: "להשמיט",
    done: "בוצע",
    doneText: "מעכשיו נעדכן רק במה שחשוב.",
  },
  texts: {
    ending: "להסרה השיבו הסר",
    stopped: (shop) => `${shop}: לא יישלחו עוד הודעות. לחידוש השיבו התחל.`,
    started: (shop) => `${shop}: עדכוני ההזמנות חודשו. להסרה השיבו הסר.`,
    help: (shop, url) => `${shop}: עדכונים על ההזמנות שלך. עזרה: ${url} להסרה השיבו הסר.`,
  },
} satisfies Words<typeof en>;
