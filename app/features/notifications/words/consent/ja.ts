import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ja = {
  unsubscribe: {
    ask: "メールを減らしますか？",
    text: (shop) =>
      `${shop}からの、なくても差し支えないお知らせを止めます。ご注文の確認、問題、返金などの大切なお知らせは今後もお送りします。`,
    button: "止める",
    done: "完了しました",
    doneText: "今後は大切なお知らせだけをお送りします。",
  },
  texts: {
    ending: "停止は「停止」と返信",
    stopped: (shop) => `${shop}：今後メッセージは届きません。再開は「再開」と返信してください。`,
    started: (shop) => `${shop}：ご注文のお知らせを再開しました。停止は「停止」と返信してください。`,
    help: (shop, url) => `${shop}：ご注文のお知らせです。ヘルプ：${url} 停止は「停止」と返信してください。`,
  },
} satisfies Words<typeof en>;
