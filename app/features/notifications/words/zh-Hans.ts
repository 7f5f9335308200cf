import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const zhHans = {
  about: (shop: string, title: string, order: string) => `${shop}：${title}（${order}）`,
  nowExpected: (span: string) => `最新预计送达：${span}`,
  pickUpBy: (day: string) => `请于 ${day} 前领取（含当日）`,
  stillToCome: "稍后送达",
  hello: (name: string) => `${name}，您好：`,
  helloNobody: "您好：",
  order: (name: string) => `订单 ${name}`,
  quantity: (count: number) => `数量：${count}`,
  subtotal: "商品小计",
  discount: "优惠",
  shipping: "运费",
  tax: "税费",
  taxIncluded: "税费（已含）",
  total: "合计",
  shipsTo: "收货地址",
  shippingMethod: "配送方式",
  expected: (span: string) => `预计送达：${span}`,
  items: "订单商品",
  track: "查看订单进度",
  seeOrder: "查看订单",
  trackParcel: "查询物流",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}：${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "本店不接受退货。"
      : `不合适？签收后 ${count} 天内，您可以直接在订单页面申请退货。不支持退货的商品除外。`,
  footer: (shop: string) => `您收到这封邮件，是因为您在 ${shop} 下了订单。`,
  footerReply: "有疑问？请在订单页面给我们留言，我们会马上看到您的订单。",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}：已收到您的订单 ${order}`,
    title: "谢谢，我们已收到您的订单",
    text: "我们正在备货，发出后会马上通知您。",
    nothingToShip: "此订单没有需要发货的商品。",
    preview: (total: string) => `一切正常。合计：${total}。`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}：订单 ${order} 已取消`,
    title: "您的订单已取消",
    money: "已支付的款项将原路退回，银行到账需要 3 到 10 天。",
    preview: "不会再发出任何商品。",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}：订单 ${order} 已发货`,
    title: "您的包裹已发出",
    text: "包裹已交给快递公司。您可以随时在下方页面查看它的位置。",
    preview: "包裹已交给快递公司。",
    inside: "包裹内容",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}：订单 ${order} 已送达`,
    title: "您的包裹已送达",
    text: "快递公司显示已送达。没有看到？请先在门口和邻居处找一找，再从订单页面联系我们。",
    preview: "快递公司显示已送达。",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}：已收到您的退货申请 ${rma}`,
    title: "我们已收到您的退货申请",
    text: "工作人员会进行审核，有结果后马上通知您。在此之前请保管好商品。",
    preview: "工作人员会进行审核。",
    items: "您想退回的商品",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}：您的退货标签 ${rma}`,
    title: "您的退货标签已备好",
    text: "请打印标签，贴在包裹上并寄出。附件中有三种纸张尺寸，请选择适合您打印机的一种。",
    preview: "打印、打包、寄出。",
    steps: "退货步骤",
    step: [
      "将商品与裁切线下方的单据一起打包。",
      "遮住或撕掉旧标签，把新标签贴在上面。",
      "寄出包裹并保留凭证。",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}：关于您的退货申请 ${rma}`,
    title: "我们无法接受此次退货",
    text: "很抱歉，这项申请未能通过。",
    reasons: {
      RETURN_PERIOD_ENDED: "这些商品已超过退货期限。",
      FINAL_SALE: "这些商品售出后不支持退货。",
      OTHER: "如有疑问，请从订单页面联系我们。",
    },
    preview: "请查看原因。",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}：退货 ${rma} 已取消`,
    title: "您的退货已取消",
    text: "您无需寄回任何商品。在退货期限内，您可以在订单页面重新申请。",
    preview: "您无需寄回任何商品。",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}：退货 ${rma} 的退款`,
    title: "您的退款正在处理",
    text: (amount: string) => `我们已收到退货，并将 ${amount} 退回您的付款方式，银行到账需要 3 到 10 天。`,
    preview: (amount: string) => `${amount} 正在退回给您。`,
    creditTitle: "您的店铺余额已到账",
    credit: (amount: string) => `我们已收到退货，并在您的账户中存入 ${amount} 店铺余额，下次结账时即可使用。`,
    giftCard: (amount: string, code: string) =>
      `我们已收到退货。这是价值 ${amount} 的礼品卡，请在结账时输入此代码：${code}`,
  },
  news: {
    orderEdited: {
      title: "您的订单有变更",
      text: "以下是订单的最新内容。与约定的不一致？请从订单页面联系我们。",
    },
    paymentPending: {
      title: "我们正在等待您付款",
      text: "收到款项后订单就会发出。已经付款？那就无需任何操作，银行处理可能需要几天。",
    },
    paymentFailed: {
      title: "您的付款未成功",
      text: "我们未能收到款项，因此订单暂未发出。如果您仍需要，请从订单页面联系我们。",
    },
    orderRefunded: {
      title: "您的退款正在处理",
      text: (amount: string) => `${amount} 将原路退回，银行到账需要 3 到 10 天。`,
    },
    orderPartShipped: {
      title: "您的部分订单已发货",
      text: "这部分商品已交给快递公司。其余商品随后发出，届时我们会再通知您。",
    },
    outForDelivery: { title: "您的包裹正在派送", text: "快递公司计划今天送达。" },
    deliveryAttempted: {
      title: "您的包裹未能送达",
      text: "当时无人签收。快递公司通常会在下一个工作日再次派送，或留下通知告知包裹存放处。",
    },
    readyForPickup: {
      title: "您的包裹可以取件了",
      text: "包裹在取件点等您。请携带身份证件和这封邮件；数天后未取，包裹将退回给我们。",
    },
    heldByCustoms: {
      title: "您的包裹正在清关",
      text: "海关正在查验，可能需要几天。如需您提供资料，快递公司会与您联系。",
    },
    deliveryFailed: {
      title: "您的包裹出现问题",
      text: "快递公司反馈派送遇到问题。请在订单页面核对地址，如有误请在那里联系我们。",
    },
    returnedToSender: {
      title: "您的包裹正在退回给我们",
      text: "快递公司未能送达。请从订单页面联系我们，我们会为您解决：重新发货或退款。",
    },
    orderLateToShip: {
      title: "您的订单发货比预期慢",
      text: "包裹还没有从我们这里发出。非常抱歉，发出后会马上通知您。",
    },
    deliveryLate: {
      title: "您的包裹将会延迟",
      text: "包裹无法在告知的日期送达。让您久等了，非常抱歉，我们会持续跟进。",
    },
    deliveryStillLate: {
      title: "您的包裹比预计的还要晚",
      text: "包裹没有如期到达。非常抱歉，我们会继续跟进。",
    },
    deliveryBackOnTrack: { title: "您的包裹恢复运输", text: "包裹曾经停滞，现在又在路上了。" },
    deliveryLost: {
      title: "您的包裹可能已丢失",
      text: "很久没有任何物流信息了。请从订单页面联系我们，我们会为您妥善处理。",
    },
    returnApproved: { title: "您的退货申请已通过", text: "订单页面说明了如何送回或寄回商品。" },
    returnReceived: { title: "我们已收到您的退货", text: "接下来我们会检查商品，完成后通知您。" },
    returnChanged: {
      title: "您的退货有变动",
      text: "需要寄回的商品与之前不同。现在的内容如下，其余商品由您保留。",
    },
    returnInspected: { title: "您的退货已检查完毕", text: "我们已查看您寄回的商品，下一步完成后会通知您。" },
    exchangeShipped: {
      title: "您的换货商品正在准备",
      text: "您选择的换货商品正在打包，交给快递公司后会通知您。",
    },
    exchangeDue: {
      title: "您的退货期限将至",
      text: (day: string) => `我们已先行寄出换货商品。请最晚于 ${day} 寄出退货。如已寄出，则无需处理。`,
      invoice: "如届时仍未收到，我们会为已寄出的商品向您发送账单。",
    },
    replyPromised: { title: "我们已收到您的留言", text: (time: string) => `我们会在 ${time} 之前回复您。` },
  },
  buyerAsked: {
    text: "您的订单已送达一段时间。总体感觉如何？",
    question: (shop: string) => `您有多大可能向朋友推荐 ${shop}？`,
    low: "完全不可能",
    high: "非常可能",
  },
} satisfies Words<typeof en>;
