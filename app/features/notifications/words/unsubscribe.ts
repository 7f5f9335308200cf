import type { Locale } from "~/platform/i18n/locales";

type UnsubscribeWords = {
  ask: string;
  text: (shop: string) => string;
  button: string;
  done: string;
  doneText: string;
};

/** What somebody reads who ends mails they can do without. */
export const unsubscribeWords: Readonly<Record<Locale, UnsubscribeWords>> = {
  en: {
    ask: "Fewer mails?",
    text: (shop) =>
      `${shop} will leave out what you can do without. You still hear of what matters: confirmations, problems and refunds.`,
    button: "Leave them out",
    done: "Done",
    doneText: "From now on you only hear of what matters.",
  },
  de: {
    ask: "Weniger Mails?",
    text: (shop) =>
      `${shop} lässt weg, was entbehrlich ist. Wichtiges erfahren Sie weiterhin: Bestätigungen, Probleme und Erstattungen.`,
    button: "Weglassen",
    done: "Erledigt",
    doneText: "Ab jetzt erfahren Sie nur noch Wichtiges.",
  },
  fr: {
    ask: "Moins d’e-mails ?",
    text: (shop) =>
      `${shop} ne vous enverra plus l’accessoire. Vous recevrez toujours l’important : confirmations, problèmes et remboursements.`,
    button: "Ne plus les envoyer",
    done: "C’est fait",
    doneText: "Désormais, vous ne recevrez que l’important.",
  },
  he: {
    ask: "פחות הודעות?",
    text: (shop) => `${shop} תשמיט את מה שאפשר בלעדיו. על מה שחשוב עדיין נעדכן: אישורים, תקלות והחזרים.`,
    button: "להשמיט",
    done: "בוצע",
    doneText: "מעכשיו נעדכן רק במה שחשוב.",
  },
  ar: {
    ask: "رسائل أقل؟",
    text: (shop) =>
      `سيتوقف ${shop} عن إرسال ما يمكن الاستغناء عنه. وستظل تصلك الرسائل المهمة: التأكيدات والمشكلات والمبالغ المستردة.`,
    button: "إيقافها",
    done: "تم",
    doneText: "من الآن فصاعدًا لن يصلك إلا المهم.",
  },
  ja: {
    ask: "メールを減らしますか？",
    text: (shop) =>
      `${shop}からの、なくても差し支えないお知らせを止めます。ご注文の確認、問題、返金などの大切なお知らせは今後もお送りします。`,
    button: "止める",
    done: "完了しました",
    doneText: "今後は大切なお知らせだけをお送りします。",
  },
};
