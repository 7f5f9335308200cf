import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ko = {
  unsubscribe: {
    ask: "메일을 줄일까요?",
    text: (shop) =>
      `${shop}에서 꼭 필요하지 않은 안내를 보내지 않습니다. 주문 확인, 문제, 환불 등 중요한 안내는 계속 보내 드립니다.`,
    button: "받지 않기",
    done: "완료되었습니다",
    doneText: "이제 중요한 안내만 보내 드립니다.",
  },
  texts: {
    ending: "수신 거부: ‘중지’ 회신",
    stopped: (shop) =>
      `${shop}: 더 이상 메시지를 보내지 않습니다. 다시 받으시려면 ‘시작’이라고 회신해 주세요.`,
    started: (shop) => `${shop}: 주문 안내를 다시 보내 드립니다. 그만 받으시려면 ‘중지’라고 회신해 주세요.`,
    help: (shop, url) => `${shop}: 주문 안내입니다. 도움말: ${url} 그만 받으시려면 ‘중지’라고 회신해 주세요.`,
  },
} satisfies Words<typeof en>;
