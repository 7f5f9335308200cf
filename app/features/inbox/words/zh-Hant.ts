import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const zhHant = {
  noSubject: "無主旨",
  subject: (order: string) => `您關於訂單 ${order} 的訊息`,
  form: {
    title: "聯絡我們",
    more: "再次留言",
    label: "您的訊息",
    hint: (email: string) => `我們會以電子郵件回覆至 ${email}。`,
    hintNoEmail: "您可以在此頁面查看我們的回覆。",
    submit: "傳送訊息",
    check: "您的訊息尚未送出",
    empty: "請先填寫訊息",
    tooLong: (most: string) => `訊息最多 ${most} 個字元，請適當縮短。`,
    limited: "您在一小時內已多次來訊，請稍後再試。",
  },
  sent: {
    title: "我們已收到您的訊息",
    text: (email: string) =>
      `專人會閱讀並以電子郵件回覆至 ${email}。您可以直接回覆該信，也可以在這裡查看所有內容。`,
    textNoEmail: "專人會閱讀您的訊息。回覆會顯示在您的訂單頁面。",
    back: "返回您的訂單",
  },
  thread: {
    title: "您關於此訂單的訊息",
    all: "您的留言",
    you: "您",
    closed: "我們認為此事已解決。歡迎隨時再次來訊。",
    photo: (at: number) => `照片 ${at}`,
  },
  absent: {
    title: "您的訊息未能送出",
    text: "您使用的連結已失效。您的文字在下方：請複製後重新查詢訂單，再從那裡傳送。",
    lookUp: "查詢我的訂單",
  },
  acknowledged: (time: string, number: string) =>
    `謝謝，我們已收到您的訊息，專人會在 ${time} 之前回覆您。\n\n編號：${number}。如需補充，直接回覆這封信即可。`,
  mail: {
    title: (shop: string) => `${shop} 的回覆`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `您在 ${day} 寫道：`,
    about: (order: string) => `關於您的訂單 ${order}。`,
    answer: "直接回覆這封信即可，我們會收到。",
  },
  contact: {
    order: "與哪筆訂單有關？",
    noOrder: "不涉及特定訂單",
    reason: "您想詢問什麼？",
    reasons: {
      whereIsIt: "我的訂單到哪裡了？",
      returning: "退貨或換貨",
      wrong: "商品損壞或寄錯",
      change: "修改或取消訂單",
      other: "其他",
    },
    reasonMissing: "請選擇詢問內容",
    email: "您的電子郵件地址",
    emailMissing: "請填寫我們可以回覆的電子郵件地址",
    photos: (most) => `照片（最多${most}張）`,
    photosAgain: "照片未保存，請重新選擇。",
    withPhotos: "傳送附照片的訊息",
    sent: (email) => `專人會閱讀並以電子郵件回覆至 ${email}。`,
  },
  rating: {
    invitation: "您的詢問已結案。問題解決得好嗎？",
    question: "您的問題解決得好嗎？",
    yes: "好",
    no: "不好",
    comment: "您還有什麼想說的嗎？（選填）",
    submit: "送出",
    thanks: "感謝您的回饋。",
  },
  effort: {
    question: "解決這個問題有多容易？",
    low: "非常困難",
    high: "非常容易",
  },
  recommend: {
    question: (shop: string) => `您有多大可能向朋友推薦 ${shop}？`,
    low: "完全不可能",
    high: "非常可能",
  },
} satisfies Words<typeof en>;
