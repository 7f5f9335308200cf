import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const zhHans = {
  open: "追踪此包裹",
  ofOrder: (order: string) => `属于订单 ${order}`,
  back: (order: string) => `订单 ${order} 的全部信息`,
  updated: (ago: string) => `更新于${ago}`,
  silent: (day: string) =>
    `自 ${day} 起没有新的动态。包裹在两站之间运输时常会如此。我们会持续关注；如果您不放心，请联系我们。`,
  localTimes: "时间以收货地当地时间为准。",
  noScans: "快递公司尚未扫描。首次扫描可能需要一天。",
  next: "需要帮助吗？",
  missing: "没有收到",
  wrong: "商品有误或损坏",
  pickUpAt: "取件地点",
  label: { heldByCustoms: "清关中", lost: "已丢失" },
  state: {
    preparing: { title: "您的包裹正在打包", text: "发出后会马上发邮件通知您。" },
    shipped: { title: "您的包裹已发出", text: "快递公司首次扫描可能需要一天。" },
    inTransit: { title: "您的包裹正在运送", text: "" },
    heldByCustoms: { title: "海关正在查验您的包裹", text: "通常需要几天。如需缴纳关税，快递公司会通知您。" },
    readyForPickup: { title: "您的包裹可以取件了", text: "请携带身份证件。包裹一般保留约一周。" },
    delivered: { title: "您的包裹已送达", text: "" },
    returned: {
      title: "您的包裹正在退回给我们",
      text: "快递公司未能交付。请联系我们，我们会重新寄送或为您退款。",
    },
    lost: { title: "快递公司找不到您的包裹", text: "非常抱歉。请联系我们，我们会妥善处理。" },
    failed: { title: "您的包裹在运送中遇到问题", text: "请联系我们，我们会查明情况。" },
  },
  notArrived: {
    title: "显示已送达，却没有收到？",
    lead: (time: string) => `快递公司显示的送达时间：${time}`,
    first: "大多数包裹都能在以下地方找到。您看过了吗？",
    places: ["邻居或同住的人那里", "信箱、门口、车库或其他安全的地方", "前台或附近的快递代收点"],
    tooSoon: (time: string) => `有些快递公司会提前一天显示送达。如果到 ${time} 仍未收到，请在这里告诉我们。`,
    looked: "以上地方我都找过了",
    lookedMissing: "请先在那里找一找，再勾选此项",
    note: "有助于寻找的信息（选填）",
    submit: "告知店铺",
    prove: "我们需要确认这是您的订单。请用我们发送的验证码打开订单，再回到这里。",
    over: "此包裹尚未标记为送达。查看它的位置：",
    message: (parcel: string, time: string) =>
      `我没有收到包裹 ${parcel}。显示的送达时间：${time}。我已问过邻居，也找过所有安全的地方和代收点。`,
  },
} satisfies Words<typeof en>;
