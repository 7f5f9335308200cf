import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const zhHant = {
  unsubscribe: {
    ask: "想少收一些信嗎？",
    text: (shop) => `${shop} 將不再寄送非必要的通知。重要的消息您仍會收到：確認、問題和退款。`,
    button: "不再寄送",
    done: "已完成",
    doneText: "今後您只會收到重要的消息。",
  },
  texts: {
    ending: "停止請回覆「退訂」",
    stopped: (shop) => `${shop}：不再傳送簡訊。恢復請回覆「恢復」。`,
    started: (shop) => `${shop}：您將重新收到訂單消息。停止請回覆「退訂」。`,
    help: (shop, url) => `${shop}：您的訂單消息。說明：${url} 停止請回覆「退訂」。`,
  },
} satisfies Words<typeof en>;
