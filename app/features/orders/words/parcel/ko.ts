import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ko = {
  open: "이 택배 조회하기",
  ofOrder: (order: string) => `주문 ${order}의 택배`,
  back: (order: string) => `주문 ${order} 전체 보기`,
  updated: (ago: string) => `업데이트: ${ago}`,
  silent: (day: string) =>
    `${day} 이후 새로운 소식이 없습니다. 이동 중에 흔히 있는 일입니다. 계속 확인하고 있습니다. 걱정되시면 문의해 주세요.`,
  localTimes: "시간은 배송지의 현지 시간입니다.",
  noScans: "택배사에서 아직 스캔하지 않았습니다. 첫 스캔까지 하루 정도 걸릴 수 있습니다.",
  next: "도움이 필요하신가요?",
  missing: "도착하지 않았습니다",
  wrong: "잘못되었거나 파손되었습니다",
  pickUpAt: "찾아가실 곳",
  label: { heldByCustoms: "통관 중", lost: "분실" },
  state: {
    preparing: { title: "상품을 포장하고 있습니다", text: "발송되면 메일로 알려 드리겠습니다." },
    shipped: { title: "상품이 발송되었습니다", text: "택배사의 첫 스캔까지 하루 정도 걸릴 수 있습니다." },
    inTransit: { title: "상품이 배송 중입니다", text: "" },
    heldByCustoms: {
      title: "세관에서 상품을 확인하고 있습니다",
      text: "며칠 걸리는 경우가 많습니다. 관세가 있으면 택배사에서 연락드립니다.",
    },
    readyForPickup: {
      title: "상품을 찾아가실 수 있습니다",
      text: "신분증을 가지고 방문해 주세요. 보통 일주일 정도 보관합니다.",
    },
    delivered: { title: "상품이 배송 완료되었습니다", text: "" },
    returned: {
      title: "상품이 저희에게 반송되고 있습니다",
      text: "택배사에서 전달하지 못했습니다. 문의해 주시면 다시 보내 드리거나 환불해 드리겠습니다.",
    },
    lost: {
      title: "택배사에서 상품을 찾지 못하고 있습니다",
      text: "죄송합니다. 문의해 주시면 해결해 드리겠습니다.",
    },
    failed: { title: "배송에 문제가 생겼습니다", text: "문의해 주시면 무슨 일이 있었는지 알아보겠습니다." },
  },
  notArrived: {
    title: "배송 완료인데 받지 못하셨나요?",
    lead: (time: string) => `택배사 기록에 따른 배송 완료 시각: ${time}`,
    first: "대부분의 택배는 다음 장소에서 발견됩니다. 확인해 보셨나요?",
    places: [
      "이웃이나 함께 사는 분",
      "우편함, 문 앞, 차고 등 보관할 만한 곳",
      "안내 데스크나 가까운 택배 보관소",
    ],
    tooSoon: (time: string) =>
      `도착 하루 전에 배송 완료로 표시하는 택배사도 있습니다. ${time}까지 도착하지 않으면 여기에서 알려 주세요.`,
    looked: "위의 장소를 모두 확인했습니다",
    lookedMissing: "먼저 장소를 확인하신 뒤 체크해 주세요",
    note: "찾는 데 도움이 될 만한 내용(선택)",
    submit: "쇼핑몰에 알리기",
    prove: "고객님의 주문인지 확인해야 합니다. 보내 드리는 코드로 주문을 연 뒤 이 페이지로 돌아와 주세요.",
    over: "이 택배는 배송 완료 상태가 아닙니다. 현재 위치를 확인해 주세요:",
    message: (parcel: string, time: string) =>
      `택배(${parcel})가 도착하지 않았습니다. 배송 완료로 표시된 시각: ${time}. 이웃에게 물어보았고 보관할 만한 곳과 택배 보관소를 모두 확인했습니다.`,
  },
} satisfies Words<typeof en>;
