import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ko = {
  noSubject: "제목 없음",
  subject: (order: string) => `주문(${order}) 관련 문의`,
  form: {
    title: "문의하기",
    more: "다시 문의하기",
    label: "문의 내용",
    hint: (email: string) => `${email} 주소로 답변 메일을 보내 드립니다.`,
    hintNoEmail: "답변은 이 페이지에서 확인하실 수 있습니다.",
    submit: "보내기",
    check: "문의가 아직 전송되지 않았습니다",
    empty: "문의 내용을 먼저 입력해 주세요",
    tooLong: (most: string) => `최대 ${most}자까지 입력할 수 있습니다. 내용을 줄여 주세요.`,
    limited: "한 시간 동안 여러 번 문의하셨습니다. 잠시 후 다시 시도해 주세요.",
  },
  sent: {
    title: "문의를 잘 받았습니다",
    text: (email: string) =>
      `담당자가 읽고 ${email} 주소로 답변 메일을 보내 드립니다. 그 메일에 바로 회신하셔도 되고, 모든 내용은 여기에서도 보실 수 있습니다.`,
    textNoEmail: "담당자가 확인합니다. 답변은 주문 페이지에서 확인하실 수 있습니다.",
    back: "주문으로 돌아가기",
  },
  thread: {
    title: "이 주문의 문의 내역",
    all: "보낸 문의",
    you: "고객님",
    closed: "해결된 문의로 보고 있습니다. 언제든지 다시 문의해 주세요.",
    photo: (at: number) => `사진 ${at}`,
  },
  absent: {
    title: "문의가 전송되지 않았습니다",
    text: "이용하신 링크가 만료되었습니다. 작성하신 내용은 아래에 있습니다. 복사한 뒤 주문을 다시 조회하여 그곳에서 보내 주세요.",
    lookUp: "내 주문 조회",
  },
  acknowledged: (time: string, number: string) =>
    `문의해 주셔서 감사합니다. 담당자가 ${time}까지 답변 드리겠습니다.\n\n문의 번호는 ${number}입니다. 추가하실 내용이 있으면 이 메일에 회신해 주세요.`,
  mail: {
    title: (shop: string) => `${shop}에서 보낸 답변`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `${day}에 보내신 내용:`,
    about: (order: string) => `주문(${order}) 관련 안내입니다.`,
    answer: "이 메일에 회신하시면 저희에게 바로 전달됩니다.",
  },
  contact: {
    order: "어떤 주문에 관한 문의인가요?",
    noOrder: "특정 주문 아님",
    reason: "어떤 문의인가요?",
    reasons: {
      whereIsIt: "주문한 상품이 어디에 있나요?",
      returning: "반품 또는 교환",
      wrong: "파손 또는 오배송",
      change: "주문 변경 또는 취소",
      other: "기타",
    },
    reasonMissing: "문의 내용을 선택해 주세요",
    email: "이메일 주소",
    emailMissing: "답변받으실 이메일 주소를 입력해 주세요",
    photos: (most) => `사진(최대 ${most}장)`,
    photosAgain: "사진이 저장되지 않았습니다. 다시 선택해 주세요.",
    withPhotos: "사진과 함께 문의하기",
    sent: (email) => `담당자가 읽고 ${email} 주소로 답변 메일을 보내 드립니다.`,
  },
  rating: {
    invitation: "문의가 종료되었습니다. 잘 해결되었나요?",
    question: "문의가 잘 해결되었나요?",
    yes: "예",
    no: "아니요",
    comment: "더 하실 말씀이 있나요? (선택)",
    submit: "답변 보내기",
    thanks: "답변해 주셔서 감사합니다.",
  },
  effort: {
    question: "문제를 해결하는 과정이 얼마나 쉬웠나요?",
    low: "매우 어려움",
    high: "매우 쉬움",
  },
  recommend: {
    question: (shop: string) => `${shop}을(를) 지인에게 추천할 의향이 얼마나 있으신가요?`,
    low: "전혀 없음",
    high: "매우 많음",
  },
} satisfies Words<typeof en>;
