import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const vi = {
  noSubject: "Không có tiêu đề",
  subject: (order: string) => `Tin nhắn của bạn về đơn hàng ${order}`,
  form: {
    title: "Nhắn cho chúng tôi",
    more: "Nhắn thêm",
    label: "Tin nhắn của bạn",
    hint: (email: string) => `Chúng tôi trả lời qua email ${email}.`,
    hintNoEmail: "Bạn sẽ thấy câu trả lời trên trang này.",
    submit: "Gửi tin nhắn",
    check: "Tin nhắn của bạn chưa được gửi",
    empty: "Hãy viết tin nhắn trước",
    tooLong: (most: string) => `Tin nhắn có tối đa ${most} ký tự. Vui lòng rút ngắn.`,
    limited: "Bạn đã nhắn cho chúng tôi nhiều lần trong một giờ. Vui lòng thử lại sau ít phút.",
  },
  sent: {
    title: "Chúng tôi đã nhận tin nhắn của bạn",
    text: (email: string) =>
      `Nhân viên sẽ đọc và trả lời qua email ${email}. Bạn có thể trả lời thẳng email đó, và cũng có thể đọc mọi thứ tại đây.`,
    textNoEmail: "Nhân viên sẽ đọc tin nhắn. Câu trả lời sẽ có trên trang đơn hàng của bạn.",
    back: "Về đơn hàng của bạn",
  },
  thread: {
    title: "Tin nhắn của bạn về đơn hàng này",
    all: "Tin nhắn của bạn",
    you: "Bạn",
    closed: "Chúng tôi xem việc này đã được giải quyết. Bạn cứ nhắn lại bất cứ lúc nào.",
    photo: (at: number) => `Ảnh ${at}`,
  },
  absent: {
    title: "Tin nhắn của bạn chưa được gửi",
    text: "Liên kết bạn dùng không còn hiệu lực. Nội dung của bạn ở bên dưới: hãy sao chép, tra cứu lại đơn hàng và gửi từ đó.",
    lookUp: "Tra cứu đơn hàng của tôi",
  },
  acknowledged: (time: string, number: string) =>
    `Cảm ơn bạn, chúng tôi đã nhận tin nhắn. Nhân viên sẽ trả lời chậm nhất lúc ${time}.\n\nMã tin nhắn: ${number}. Nếu muốn bổ sung, bạn chỉ cần trả lời email này.`,
  mail: {
    title: (shop: string) => `Trả lời từ ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Bạn đã viết (${day}):`,
    about: (order: string) => `Về đơn hàng ${order} của bạn.`,
    answer: "Bạn chỉ cần trả lời email này, chúng tôi sẽ nhận được.",
  },
  contact: {
    order: "Về đơn hàng nào?",
    noOrder: "Không về đơn hàng cụ thể nào",
    reason: "Bạn cần hỗ trợ về việc gì?",
    reasons: {
      whereIsIt: "Đơn hàng của tôi đang ở đâu?",
      returning: "Trả hoặc đổi hàng",
      wrong: "Hàng bị hỏng hoặc giao sai",
      change: "Thay đổi hoặc hủy đơn hàng",
      other: "Việc khác",
    },
    reasonMissing: "Hãy chọn việc bạn cần hỗ trợ",
    email: "Địa chỉ email của bạn",
    emailMissing: "Nhập địa chỉ email để chúng tôi trả lời",
    photos: (most) => `Ảnh (tối đa ${most})`,
    photosAgain: "Vui lòng chọn lại ảnh: ảnh chưa được lưu.",
    withPhotos: "Gửi tin nhắn kèm ảnh",
    sent: (email) => `Nhân viên sẽ đọc và trả lời qua email ${email}.`,
  },
  rating: {
    invitation: "Yêu cầu của bạn đã đóng. Việc này có được giải quyết tốt không?",
    question: "Yêu cầu của bạn có được giải quyết tốt không?",
    yes: "Có",
    no: "Không",
    comment: "Bạn muốn nói thêm gì không? (không bắt buộc)",
    submit: "Gửi câu trả lời",
    thanks: "Cảm ơn bạn đã trả lời.",
  },
  effort: {
    question: "Việc giải quyết vấn đề này dễ đến mức nào?",
    low: "Rất khó",
    high: "Rất dễ",
  },
  recommend: {
    question: (shop: string) => `Bạn có sẵn lòng giới thiệu ${shop} cho bạn bè không?`,
    low: "Hoàn toàn không",
    high: "Rất sẵn lòng",
  },
} satisfies Words<typeof en>;
