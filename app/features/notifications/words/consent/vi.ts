import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const vi = {
  unsubscribe: {
    ask: "Nhận ít email hơn?",
    text: (shop) =>
      `${shop} sẽ không gửi những tin không cần thiết. Bạn vẫn nhận các tin quan trọng: xác nhận, sự cố và hoàn tiền.`,
    button: "Không gửi nữa",
    done: "Đã xong",
    doneText: "Từ nay bạn chỉ nhận các tin quan trọng.",
  },
  texts: {
    ending: "Soạn STOP để ngừng",
    stopped: (shop) => `${shop}: bạn sẽ không nhận tin nhắn nữa. Soạn START để nhận lại.`,
    started: (shop) => `${shop}: bạn lại nhận tin về đơn hàng tại đây. Soạn STOP để ngừng.`,
    help: (shop, url) => `${shop}: tin về đơn hàng của bạn. Trợ giúp: ${url} Soạn STOP để ngừng.`,
  },
} satisfies Words<typeof en>;
