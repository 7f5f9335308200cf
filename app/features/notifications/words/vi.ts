import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const vi = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Dự kiến giao mới: ${span}`,
  pickUpBy: (day: string) => `Nhận trước hết ngày ${day}`,
  stillToCome: "Sẽ giao sau",
  hello: (name: string) => `Xin chào ${name},`,
  helloNobody: "Xin chào,",
  order: (name: string) => `Đơn hàng ${name}`,
  quantity: (count: number) => `Số lượng: ${count}`,
  subtotal: "Tạm tính",
  discount: "Giảm giá",
  shipping: "Phí vận chuyển",
  tax: "Thuế",
  taxIncluded: "Thuế (đã bao gồm)",
  total: "Tổng cộng",
  shipsTo: "Giao đến",
  shippingMethod: "Phương thức giao hàng",
  expected: (span: string) => `Dự kiến giao: ${span}`,
  items: "Sản phẩm bạn đã đặt",
  track: "Theo dõi đơn hàng",
  seeOrder: "Xem đơn hàng",
  trackParcel: "Theo dõi kiện hàng",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Cửa hàng này không nhận trả hàng."
      : `Chưa ưng ý? Bạn có thể trả hàng trong vòng ${count} ngày kể từ khi nhận, ngay trên trang đơn hàng. Sản phẩm không áp dụng đổi trả được loại trừ.`,
  footer: (shop: string) => `Bạn nhận được email này vì đã đặt hàng tại ${shop}.`,
  footerReply: "Có thắc mắc? Hãy nhắn cho chúng tôi từ trang đơn hàng, chúng tôi sẽ thấy ngay đơn của bạn.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: đã nhận đơn hàng ${order} của bạn`,
    title: "Cảm ơn bạn, chúng tôi đã nhận được đơn hàng",
    text: "Chúng tôi đang chuẩn bị hàng và sẽ báo ngay khi gửi đi.",
    nothingToShip: "Đơn hàng này không có gì cần giao.",
    preview: (total: string) => `Mọi thứ đã ổn. Tổng cộng: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: đơn hàng ${order} đã bị hủy`,
    title: "Đơn hàng của bạn đã bị hủy",
    money: "Số tiền bạn đã trả sẽ được hoàn về phương thức thanh toán ban đầu; ngân hàng cần 3 đến 10 ngày.",
    preview: "Sẽ không có gì được gửi đi nữa.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: đơn hàng ${order} đang trên đường giao`,
    title: "Kiện hàng của bạn đang trên đường",
    text: "Đơn vị vận chuyển đã nhận hàng. Trang bên dưới luôn cho biết hàng đang ở đâu.",
    preview: "Đơn vị vận chuyển đã nhận hàng.",
    inside: "Trong kiện hàng này",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: đơn hàng ${order} đã đến nơi`,
    title: "Kiện hàng của bạn đã đến nơi",
    text: "Đơn vị vận chuyển báo đã giao. Bạn không thấy hàng? Hãy tìm trước cửa và hỏi hàng xóm, rồi nhắn cho chúng tôi từ trang đơn hàng.",
    preview: "Đơn vị vận chuyển báo đã giao.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: đã nhận yêu cầu trả hàng ${rma}`,
    title: "Chúng tôi đã nhận được yêu cầu trả hàng",
    text: "Nhân viên sẽ xem xét và chúng tôi báo bạn ngay khi có kết quả. Vui lòng giữ sản phẩm đến lúc đó.",
    preview: "Nhân viên của chúng tôi sẽ xem xét.",
    items: "Sản phẩm bạn muốn trả",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: nhãn trả hàng ${rma}`,
    title: "Nhãn trả hàng của bạn đã sẵn sàng",
    text: "In nhãn, dán lên kiện hàng rồi đem gửi. Nhãn được đính kèm ở ba khổ giấy; hãy chọn khổ phù hợp với máy in của bạn.",
    preview: "In, đóng gói, gửi đi.",
    steps: "Cách gửi trả hàng",
    step: [
      "Đóng gói sản phẩm cùng phiếu bên dưới đường cắt.",
      "Che hoặc gỡ nhãn cũ và dán nhãn mới lên trên.",
      "Gửi kiện hàng và giữ lại biên nhận.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: về yêu cầu trả hàng ${rma}`,
    title: "Chúng tôi không thể nhận trả hàng lần này",
    text: "Rất tiếc, yêu cầu này không được chấp nhận.",
    reasons: {
      RETURN_PERIOD_ENDED: "Đã hết thời hạn trả các sản phẩm này.",
      FINAL_SALE: "Các sản phẩm này thuộc loại bán không đổi trả.",
      OTHER: "Nếu có thắc mắc, vui lòng nhắn cho chúng tôi từ trang đơn hàng.",
    },
    preview: "Vui lòng xem lý do.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: yêu cầu trả hàng ${rma} đã bị hủy`,
    title: "Yêu cầu trả hàng của bạn đã bị hủy",
    text: "Bạn không cần gửi gì cả. Khi còn trong thời hạn, bạn có thể tạo yêu cầu mới từ trang đơn hàng.",
    preview: "Bạn không cần gửi gì cả.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: hoàn tiền cho yêu cầu trả hàng ${rma}`,
    title: "Tiền hoàn đang được chuyển cho bạn",
    text: (amount: string) =>
      `Chúng tôi đã nhận hàng trả và hoàn ${amount} về phương thức thanh toán của bạn. Ngân hàng cần 3 đến 10 ngày.`,
    preview: (amount: string) => `${amount} đang được chuyển cho bạn.`,
    creditTitle: "Tín dụng cửa hàng của bạn đã sẵn sàng",
    credit: (amount: string) =>
      `Chúng tôi đã nhận hàng trả và cộng ${amount} tín dụng cửa hàng vào tài khoản của bạn. Bạn có thể dùng ở lần thanh toán tới.`,
    giftCard: (amount: string, code: string) =>
      `Chúng tôi đã nhận hàng trả. Đây là thẻ quà tặng trị giá ${amount}. Nhập mã này khi thanh toán: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Đơn hàng của bạn đã thay đổi",
      text: "Đây là nội dung mới nhất. Có gì không đúng như thỏa thuận? Hãy nhắn cho chúng tôi từ trang đơn hàng.",
    },
    paymentPending: {
      title: "Chúng tôi đang chờ bạn thanh toán",
      text: "Đơn hàng sẽ được gửi ngay khi nhận được thanh toán. Bạn đã trả rồi? Vậy không cần làm gì thêm; ngân hàng có thể mất vài ngày.",
    },
    paymentFailed: {
      title: "Thanh toán chưa thành công",
      text: "Chúng tôi chưa nhận được thanh toán nên đơn hàng chưa được gửi. Nếu bạn vẫn muốn mua, hãy nhắn cho chúng tôi từ trang đơn hàng.",
    },
    orderRefunded: {
      title: "Tiền hoàn đang được chuyển cho bạn",
      text: (amount: string) =>
        `${amount} sẽ được hoàn về phương thức thanh toán ban đầu. Ngân hàng cần 3 đến 10 ngày.`,
    },
    orderPartShipped: {
      title: "Một phần đơn hàng đang trên đường",
      text: "Đơn vị vận chuyển đã nhận phần này. Phần còn lại sẽ đi sau và chúng tôi sẽ báo khi gửi.",
    },
    outForDelivery: {
      title: "Kiện hàng đang được giao đến bạn",
      text: "Đơn vị vận chuyển dự kiến giao hôm nay.",
    },
    deliveryAttempted: {
      title: "Chưa giao được kiện hàng của bạn",
      text: "Không có ai nhận hàng. Thông thường đơn vị vận chuyển sẽ giao lại vào ngày làm việc tiếp theo hoặc để lại giấy báo nơi giữ hàng.",
    },
    readyForPickup: {
      title: "Bạn có thể đến lấy hàng",
      text: "Hàng đang chờ bạn ở điểm nhận. Hãy mang theo giấy tờ tùy thân và email này; sau vài ngày hàng sẽ được chuyển về cho chúng tôi.",
    },
    heldByCustoms: {
      title: "Kiện hàng của bạn đang ở hải quan",
      text: "Hải quan đang kiểm tra, có thể mất vài ngày. Nếu cần gì từ bạn, đơn vị vận chuyển sẽ liên hệ.",
    },
    deliveryFailed: {
      title: "Kiện hàng của bạn gặp vấn đề",
      text: "Đơn vị vận chuyển báo có vấn đề khi giao. Hãy kiểm tra địa chỉ trên trang đơn hàng và nhắn cho chúng tôi ở đó nếu chưa đúng.",
    },
    returnedToSender: {
      title: "Kiện hàng đang được chuyển về cho chúng tôi",
      text: "Đơn vị vận chuyển không giao được. Hãy nhắn cho chúng tôi từ trang đơn hàng để cùng giải quyết: gửi lại hoặc hoàn tiền.",
    },
    orderLateToShip: {
      title: "Đơn hàng của bạn lâu hơn dự kiến",
      text: "Hàng chưa rời kho của chúng tôi. Rất xin lỗi bạn; chúng tôi sẽ báo ngay khi gửi.",
    },
    deliveryLate: {
      title: "Kiện hàng của bạn sẽ đến trễ",
      text: "Hàng sẽ không kịp đến vào ngày đã báo. Xin lỗi vì để bạn phải chờ; chúng tôi đang theo dõi.",
    },
    deliveryStillLate: {
      title: "Kiện hàng trễ hơn chúng tôi nghĩ",
      text: "Hàng chưa đến như dự kiến. Rất xin lỗi bạn; chúng tôi vẫn đang theo dõi.",
    },
    deliveryBackOnTrack: {
      title: "Kiện hàng của bạn đã đi tiếp",
      text: "Hàng bị giữ lại một thời gian và nay đã tiếp tục lên đường.",
    },
    deliveryLost: {
      title: "Có vẻ kiện hàng của bạn đã thất lạc",
      text: "Đã quá lâu không có thông tin về hàng. Hãy nhắn cho chúng tôi từ trang đơn hàng, chúng tôi sẽ giải quyết cùng bạn.",
    },
    returnApproved: {
      title: "Yêu cầu trả hàng đã được duyệt",
      text: "Trang đơn hàng hướng dẫn cách mang hoặc gửi trả sản phẩm.",
    },
    returnReceived: {
      title: "Hàng trả của bạn đã đến",
      text: "Chúng tôi đã nhận và sẽ kiểm tra. Khi xong chúng tôi sẽ báo bạn.",
    },
    returnChanged: {
      title: "Yêu cầu trả hàng của bạn đã thay đổi",
      text: "Những món cần gửi trả không còn như trước. Hiện tại như sau; phần còn lại bạn giữ lại.",
    },
    returnInspected: {
      title: "Hàng trả của bạn đã được kiểm tra",
      text: "Chúng tôi đã xem những gì bạn gửi về. Chúng tôi sẽ báo khi bước tiếp theo hoàn tất.",
    },
    exchangeShipped: {
      title: "Hàng đổi của bạn đang được chuẩn bị",
      text: "Sản phẩm bạn chọn thay thế đang được đóng gói. Chúng tôi sẽ báo khi đơn vị vận chuyển nhận hàng.",
    },
    exchangeDue: {
      title: "Sắp đến hạn gửi trả",
      text: (day: string) =>
        `Chúng tôi đã gửi hàng đổi trước. Vui lòng gửi hàng trả chậm nhất vào ${day}. Nếu bạn đã gửi rồi thì không cần làm gì thêm.`,
      invoice: "Nếu đến lúc đó hàng chưa tới, bạn sẽ nhận hóa đơn cho món hàng chúng tôi đã gửi.",
    },
    replyPromised: {
      title: "Chúng tôi đã nhận tin nhắn của bạn",
      text: (time: string) => `Chúng tôi sẽ trả lời chậm nhất lúc ${time}.`,
    },
  },
  buyerAsked: {
    text: "Đơn hàng của bạn đã đến được một thời gian. Nhìn chung bạn thấy thế nào?",
    question: (shop: string) => `Bạn có sẵn lòng giới thiệu ${shop} cho bạn bè không?`,
    low: "Hoàn toàn không",
    high: "Rất sẵn lòng",
  },
} satisfies Words<typeof en>;
