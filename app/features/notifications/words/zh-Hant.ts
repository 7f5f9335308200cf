import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const zhHant = {
  about: (shop: string, title: string, order: string) => `${shop}：${title}（${order}）`,
  nowExpected: (span: string) => `最新預計送達：${span}`,
  pickUpBy: (day: string) => `請於 ${day} 前領取（含當日）`,
  stillToCome: "稍後送達",
  hello: (name: string) => `${name} 您好：`,
  helloNobody: "您好：",
  order: (name: string) => `訂單 ${name}`,
  quantity: (count: number) => `數量：${count}`,
  subtotal: "商品小計",
  discount: "折扣",
  shipping: "運費",
  tax: "稅金",
  taxIncluded: "稅金（已內含）",
  total: "總計",
  shipsTo: "收件地址",
  shippingMethod: "配送方式",
  expected: (span: string) => `預計送達：${span}`,
  items: "訂購商品",
  track: "查詢訂單進度",
  seeOrder: "查看訂單",
  trackParcel: "查詢包裹",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}：${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "本店不接受退貨。"
      : `不合適嗎？送達後 ${count} 天內，您可以直接在訂單頁面申請退貨。不適用退貨的商品除外。`,
  footer: (shop: string) => `您收到這封信，是因為您在 ${shop} 訂購了商品。`,
  footerReply: "有問題嗎？請在訂單頁面留言給我們，我們會立刻看到您的訂單。",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}：已收到您的訂單 ${order}`,
    title: "謝謝，我們已收到您的訂單",
    text: "我們正在備貨，出貨後會立刻通知您。",
    nothingToShip: "此訂單沒有需要寄送的商品。",
    preview: (total: string) => `一切順利。總計：${total}。`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}：訂單 ${order} 已取消`,
    title: "您的訂單已取消",
    money: "已支付的款項將以原付款方式退回，銀行入帳需要 3 到 10 天。",
    preview: "不會再寄出任何商品。",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}：訂單 ${order} 已出貨`,
    title: "您的包裹已寄出",
    text: "包裹已交給物流業者。您隨時可以在下方頁面查看它的位置。",
    preview: "包裹已交給物流業者。",
    inside: "包裹內容",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}：訂單 ${order} 已送達`,
    title: "您的包裹已送達",
    text: "物流業者顯示已送達。沒看到包裹嗎？請先在門口和鄰居處找找，再從訂單頁面與我們聯絡。",
    preview: "物流業者顯示已送達。",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}：已收到您的退貨申請 ${rma}`,
    title: "我們已收到您的退貨申請",
    text: "專人會進行審核，有結果會立刻通知您。在那之前請妥善保管商品。",
    preview: "專人會進行審核。",
    items: "您想退回的商品",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}：您的退貨標籤 ${rma}`,
    title: "您的退貨標籤已備妥",
    text: "請列印標籤，貼在包裹上並寄出。附件有三種紙張尺寸，請選擇適合您印表機的一種。",
    preview: "列印、包裝、寄出。",
    steps: "退貨步驟",
    step: [
      "將商品與裁切線下方的單據一起包裝。",
      "遮住或撕掉舊標籤，將新標籤貼在上面。",
      "寄出包裹並保留收據。",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}：關於您的退貨申請 ${rma}`,
    title: "我們無法接受這次退貨",
    text: "很抱歉，這項申請未能通過。",
    reasons: {
      RETURN_PERIOD_ENDED: "這些商品已超過退貨期限。",
      FINAL_SALE: "這些商品售出後恕不退貨。",
      OTHER: "如有問題，請從訂單頁面與我們聯絡。",
    },
    preview: "請查看原因。",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}：退貨 ${rma} 已取消`,
    title: "您的退貨已取消",
    text: "您不需要寄回任何商品。在退貨期限內，您可以在訂單頁面重新申請。",
    preview: "您不需要寄回任何商品。",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}：退貨 ${rma} 的退款`,
    title: "您的退款處理中",
    text: (amount: string) => `我們已收到退貨，並將 ${amount} 退回您的付款方式，銀行入帳需要 3 到 10 天。`,
    preview: (amount: string) => `${amount} 正在退回給您。`,
    creditTitle: "您的購物金已入帳",
    credit: (amount: string) => `我們已收到退貨，並在您的帳戶中存入 ${amount} 購物金，下次結帳即可使用。`,
    giftCard: (amount: string, code: string) =>
      `我們已收到退貨。這是價值 ${amount} 的禮品卡，請在結帳時輸入此代碼：${code}`,
  },
  news: {
    orderEdited: {
      title: "您的訂單有變更",
      text: "以下是訂單的最新內容。與約定的不一樣嗎？請從訂單頁面與我們聯絡。",
    },
    paymentPending: {
      title: "我們正在等候您付款",
      text: "收到款項後訂單就會出貨。已經付款了嗎？那就不需要任何動作，銀行處理可能需要幾天。",
    },
    paymentFailed: {
      title: "您的付款未成功",
      text: "我們未能收到款項，因此訂單尚未出貨。如果您仍需要，請從訂單頁面與我們聯絡。",
    },
    orderRefunded: {
      title: "您的退款處理中",
      text: (amount: string) => `${amount} 將以原付款方式退回，銀行入帳需要 3 到 10 天。`,
    },
    orderPartShipped: {
      title: "您的部分訂單已出貨",
      text: "這部分商品已交給物流業者。其餘商品隨後出貨，屆時會再通知您。",
    },
    outForDelivery: { title: "您的包裹正在配送", text: "物流業者預計今天送達。" },
    deliveryAttempted: {
      title: "您的包裹未能送達",
      text: "當時無人收件。物流業者通常會在下一個工作天再次配送，或留下通知單告知包裹的存放處。",
    },
    readyForPickup: {
      title: "您的包裹可以取件了",
      text: "包裹在取件地點等您。請攜帶身分證件和這封信；數天後未取，包裹將退回給我們。",
    },
    heldByCustoms: {
      title: "您的包裹正在通關",
      text: "海關正在查驗，可能需要幾天。如需您提供資料，物流業者會與您聯絡。",
    },
    deliveryFailed: {
      title: "您的包裹發生問題",
      text: "物流業者回報配送遇到問題。請在訂單頁面確認地址，如有錯誤請在那裡與我們聯絡。",
    },
    returnedToSender: {
      title: "您的包裹正在退回給我們",
      text: "物流業者未能送達。請從訂單頁面與我們聯絡，我們會為您處理：重新寄送或退款。",
    },
    orderLateToShip: {
      title: "您的訂單出貨比預期久",
      text: "包裹還沒有從我們這裡寄出。非常抱歉，出貨後會立刻通知您。",
    },
    deliveryLate: {
      title: "您的包裹將會延遲",
      text: "包裹無法在告知的日期送達。讓您久等了，非常抱歉，我們會持續追蹤。",
    },
    deliveryStillLate: {
      title: "您的包裹比預計的還要晚",
      text: "包裹沒有如期送達。非常抱歉，我們會繼續追蹤。",
    },
    deliveryBackOnTrack: { title: "您的包裹恢復運送", text: "包裹曾經停滯，現在又在路上了。" },
    deliveryLost: {
      title: "您的包裹可能已遺失",
      text: "很久沒有任何物流資訊了。請從訂單頁面與我們聯絡，我們會為您妥善處理。",
    },
    returnApproved: { title: "您的退貨申請已通過", text: "訂單頁面說明了如何送回或寄回商品。" },
    returnReceived: { title: "我們已收到您的退貨", text: "接下來我們會檢查商品，完成後通知您。" },
    returnChanged: {
      title: "您的退貨有變動",
      text: "需要寄回的商品與先前不同。現在的內容如下，其餘商品由您保留。",
    },
    returnInspected: { title: "您的退貨已檢查完成", text: "我們已查看您寄回的商品，下一步完成後會通知您。" },
    exchangeShipped: {
      title: "您的換貨商品準備中",
      text: "您選擇的換貨商品正在包裝，交給物流業者後會通知您。",
    },
    exchangeDue: {
      title: "您的退貨期限將至",
      text: (day: string) => `我們已先行寄出換貨商品。請最晚於 ${day} 寄出退貨。如已寄出，則無需處理。`,
      invoice: "如屆時仍未收到，我們會為已寄出的商品向您發送帳單。",
    },
    replyPromised: { title: "我們已收到您的訊息", text: (time: string) => `我們會在 ${time} 之前回覆您。` },
  },
  buyerAsked: {
    text: "您的訂單已送達一段時間。整體感覺如何？",
    question: (shop: string) => `您有多大可能向朋友推薦 ${shop}？`,
    low: "完全不可能",
    high: "非常可能",
  },
} satisfies Words<typeof en>;
