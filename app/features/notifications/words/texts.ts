import type { Locale } from "~/platform/i18n/locales";

type TextWords = {
  ending: string;
  stopped: (shop: string) => string;
  started: (shop: string) => string;
  help: (shop: string, url: string) => string;
};

/** What people read on their phones besides the news. */
export const textWords: Readonly<Record<Locale, TextWords>> = {
  en: {
    ending: "Reply STOP to end",
    stopped: (shop) => `${shop}: no more messages. Reply START to resume.`,
    started: (shop) => `${shop}: you hear of your orders here again. Reply STOP to end.`,
    help: (shop, url) => `${shop}: news of your orders. Help: ${url} Reply STOP to end.`,
  },
  de: {
    ending: "Ende mit STOPP",
    stopped: (shop) => `${shop}: keine Nachrichten mehr. Wieder mit START.`,
    started: (shop) => `${shop}: Sie hören hier wieder von Ihren Bestellungen. Ende mit STOPP.`,
    help: (shop, url) => `${shop}: Neues zu Ihren Bestellungen. Hilfe: ${url} Ende mit STOPP.`,
  },
  fr: {
    ending: "ARRET pour finir",
    stopped: (shop) => `${shop} : plus de messages. START pour reprendre.`,
    started: (shop) => `${shop} : vous recevez de nouveau des nouvelles de vos commandes. ARRET pour finir.`,
    help: (shop, url) => `${shop} : nouvelles de vos commandes. Aide : ${url} ARRET pour finir.`,
  },
  he: {
    ending: "להסרה השיבו הסר",
    stopped: (shop) => `${shop}: לא יישלחו עוד הודעות. לחידוש השיבו התחל.`,
    started: (shop) => `${shop}: עדכוני ההזמנות חודשו. להסרה השיבו הסר.`,
    help: (shop, url) => `${shop}: עדכונים על ההזמנות שלך. עזרה: ${url} להסרה השיבו הסר.`,
  },
  ar: {
    ending: "للإيقاف أرسل توقف",
    stopped: (shop) => `${shop}: لن تصلك رسائل أخرى. للاستئناف أرسل ابدأ.`,
    started: (shop) => `${shop}: ستصلك أخبار طلباتك من جديد. للإيقاف أرسل توقف.`,
    help: (shop, url) => `${shop}: أخبار طلباتك. المساعدة: ${url} للإيقاف أرسل توقف.`,
  },
  ja: {
    ending: "停止は「停止」と返信",
    stopped: (shop) => `${shop}：今後メッセージは届きません。再開は「再開」と返信してください。`,
    started: (shop) => `${shop}：ご注文のお知らせを再開しました。停止は「停止」と返信してください。`,
    help: (shop, url) => `${shop}：ご注文のお知らせです。ヘルプ：${url} 停止は「停止」と返信してください。`,
  },
};
