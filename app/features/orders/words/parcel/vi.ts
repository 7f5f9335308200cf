import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const vi = {
  open: "Theo dõi kiện hàng này",
  ofOrder: (order: string) => `Thuộc đơn hàng ${order}`,
  back: (order: string) => `Toàn bộ đơn hàng ${order}`,
  updated: (ago: string) => `Cập nhật ${ago}`,
  silent: (day: string) =>
    `Chưa có tin mới kể từ ${day}. Điều này thường xảy ra giữa hai chặng. Chúng tôi vẫn theo dõi; nếu bạn lo lắng, hãy nhắn cho chúng tôi.`,
  localTimes: "Thời gian tính theo địa chỉ giao hàng.",
  noScans: "Đơn vị vận chuyển chưa quét kiện hàng. Lần quét đầu tiên có thể mất một ngày.",
  next: "Chúng tôi có thể giúp gì?",
  missing: "Hàng chưa đến",
  wrong: "Có gì đó sai hoặc hư hỏng",
  pickUpAt: "Nơi lấy hàng",
  label: { heldByCustoms: "Ở hải quan", lost: "Thất lạc" },
  state: {
    preparing: {
      title: "Kiện hàng của bạn đang được đóng gói",
      text: "Bạn sẽ nhận email ngay khi hàng được gửi.",
    },
    shipped: {
      title: "Kiện hàng của bạn đã được gửi",
      text: "Lần quét đầu tiên của đơn vị vận chuyển có thể mất một ngày.",
    },
    inTransit: { title: "Kiện hàng của bạn đang trên đường", text: "" },
    heldByCustoms: {
      title: "Hải quan đang kiểm tra kiện hàng của bạn",
      text: "Việc này thường mất vài ngày. Nếu phải nộp thuế, đơn vị vận chuyển sẽ liên hệ với bạn.",
    },
    readyForPickup: {
      title: "Bạn có thể đến lấy hàng",
      text: "Vui lòng mang theo giấy tờ tùy thân. Thông thường hàng được giữ khoảng một tuần.",
    },
    delivered: { title: "Kiện hàng của bạn đã được giao", text: "" },
    returned: {
      title: "Kiện hàng đang được chuyển về cho chúng tôi",
      text: "Đơn vị vận chuyển không giao được. Hãy nhắn cho chúng tôi, chúng tôi sẽ gửi lại hoặc hoàn tiền.",
    },
    lost: {
      title: "Đơn vị vận chuyển không tìm thấy kiện hàng",
      text: "Rất xin lỗi bạn. Hãy nhắn cho chúng tôi, chúng tôi sẽ giải quyết.",
    },
    failed: {
      title: "Việc vận chuyển kiện hàng gặp vấn đề",
      text: "Hãy nhắn cho chúng tôi, chúng tôi sẽ tìm hiểu chuyện gì đã xảy ra.",
    },
  },
  notArrived: {
    title: "Đã giao nhưng không thấy?",
    lead: (time: string) => `Đơn vị vận chuyển báo đã giao lúc ${time}.`,
    first: "Phần lớn kiện hàng được tìm thấy ở một trong những nơi này. Bạn đã xem chưa?",
    places: [
      "Ở nhà hàng xóm và những người sống cùng bạn",
      "Trong hộp thư, trước cửa, trong nhà xe hoặc nơi an toàn khác",
      "Ở quầy lễ tân hoặc điểm nhận hàng gần đó",
    ],
    tooSoon: (time: string) =>
      `Một số đơn vị vận chuyển báo đã giao trước tới một ngày. Nếu đến ${time} vẫn chưa có, hãy báo cho chúng tôi tại đây.`,
    looked: "Tôi đã xem tất cả những nơi này",
    lookedMissing: "Hãy xem ở đó trước rồi đánh dấu vào ô này",
    note: "Thông tin giúp tìm hàng (không bắt buộc)",
    submit: "Báo cho cửa hàng",
    prove:
      "Chúng tôi cần chắc chắn đây là đơn hàng của bạn. Hãy mở đơn bằng mã chúng tôi gửi rồi quay lại đây.",
    over: "Kiện hàng này chưa được ghi nhận là đã giao. Xem hàng đang ở đâu:",
    message: (parcel: string, time: string) =>
      `Kiện hàng ${parcel} của tôi chưa đến. Hàng được báo đã giao lúc ${time}. Tôi đã hỏi hàng xóm và xem mọi nơi an toàn cùng điểm nhận hàng.`,
  },
} satisfies Words<typeof en>;
