import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ar = {
  unsubscribe: {
    ask: "رسائل أقل؟",
    text: (shop) =>
      `سيتوقف ${shop} عن إرسال ما يمكن الاستغناء عنه. وستظل تصلك الرسائل المهمة: التأكيدات والمشكلات والمبالغ المستردة.`,
    button: "إيقافها",
    done: "تم",
    doneText: "من الآن فصاعدًا لن يصلك إلا المهم.",
  },
  texts: {
    ending: "للإيقاف أرسل توقف",
    stopped: (shop) => `${shop}: لن تصلك رسائل أخرى. للاستئناف أرسل ابدأ.`,
    started: (shop) => `${shop}: ستصلك أخبار طلباتك من جديد. للإيقاف أرسل توقف.`,
    help: (shop, url) => `${shop}: أخبار طلباتك. المساعدة: ${url} للإيقاف أرسل توقف.`,
  },
} satisfies Words<typeof en>;
