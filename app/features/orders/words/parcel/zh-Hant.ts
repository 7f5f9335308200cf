import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const zhHant = {
  open: "追蹤此包裹",
  ofOrder: (order: string) => `屬於訂單 ${order}`,
  back: (order: string) => `訂單 ${order} 的完整資訊`,
  updated: (ago: string) => `更新於${ago}`,
  silent: (day: string) =>
    `自 ${day} 起沒有新的動態。包裹在兩站之間運送時常會如此。我們會持續追蹤；如果您不放心，請與我們聯絡。`,
  localTimes: "時間以收件地當地時間為準。",
  noScans: "物流業者尚未掃描。首次掃描可能需要一天。",
  next: "需要協助嗎？",
  missing: "沒有收到",
  wrong: "商品有誤或損壞",
  pickUpAt: "取件地點",
  label: { heldByCustoms: "通關中", lost: "已遺失" },
  state: {
    preparing: { title: "您的包裹正在包裝", text: "寄出後會立刻寄信通知您。" },
    shipped: { title: "您的包裹已寄出", text: "物流業者首次掃描可能需要一天。" },
    inTransit: { title: "您的包裹運送中", text: "" },
    heldByCustoms: { title: "海關正在查驗您的包裹", text: "通常需要幾天。如需繳納關稅，物流業者會通知您。" },
    readyForPickup: { title: "您的包裹可以取件了", text: "請攜帶身分證件。包裹一般保留約一週。" },
    delivered: { title: "您的包裹已送達", text: "" },
    returned: {
      title: "您的包裹正在退回給我們",
      text: "物流業者未能交付。請與我們聯絡，我們會重新寄送或為您退款。",
    },
    lost: { title: "物流業者找不到您的包裹", text: "非常抱歉。請與我們聯絡，我們會妥善處理。" },
    failed: { title: "您的包裹在運送中遇到問題", text: "請與我們聯絡，我們會查明情況。" },
  },
  notArrived: {
    title: "顯示已送達，卻沒有收到？",
    lead: (time: string) => `物流業者顯示的送達時間：${time}`,
    first: "大多數包裹都能在以下地方找到。您看過了嗎？",
    places: ["鄰居或同住的人那裡", "信箱、門口、車庫或其他安全的地方", "管理室、櫃台或附近的包裹代收點"],
    tooSoon: (time: string) => `有些物流業者會提前一天顯示送達。如果到 ${time} 仍未收到，請在這裡告訴我們。`,
    looked: "以上地方我都找過了",
    lookedMissing: "請先在那裡找找，再勾選此項",
    note: "有助於尋找的資訊（選填）",
    submit: "告知商店",
    prove: "我們需要確認這是您的訂單。請用我們寄送的驗證碼開啟訂單，再回到這裡。",
    over: "此包裹尚未標示為送達。查看它的位置：",
    message: (parcel: string, time: string) =>
      `我沒有收到包裹 ${parcel}。顯示的送達時間：${time}。我已問過鄰居，也找過所有安全的地方和代收點。`,
  },
} satisfies Words<typeof en>;
