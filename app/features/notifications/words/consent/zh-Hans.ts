import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const zhHans = {
  unsubscribe: {
    ask: "想少收一些邮件？",
    text: (shop) => `${shop} 将不再发送非必要的通知。重要的消息您仍会收到：确认、问题和退款。`,
    button: "不再发送",
    done: "已完成",
    doneText: "今后您只会收到重要的消息。",
  },
  texts: {
    ending: "退订回复“退订”",
    stopped: (shop) => `${shop}：不再发送短信。恢复请回复“恢复”。`,
    started: (shop) => `${shop}：您将重新收到订单消息。退订请回复“退订”。`,
    help: (shop, url) => `${shop}：您的订单消息。帮助：${url} 退订请回复“退订”。`,
  },
} satisfies Words<typeof en>;
