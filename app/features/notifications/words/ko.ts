import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ko = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `변경된 도착 예정일: ${span}`,
  pickUpBy: (day: string) => `수령 기한: ${day}`,
  stillToCome: "이후 배송될 상품",
  hello: (name: string) => `${name}님, 안녕하세요.`,
  helloNobody: "고객님, 안녕하세요.",
  order: (name: string) => `주문 ${name}`,
  quantity: (count: number) => `수량: ${count}`,
  subtotal: "상품 금액",
  discount: "할인",
  shipping: "배송비",
  tax: "세금",
  taxIncluded: "세금(포함)",
  total: "총 결제 금액",
  shipsTo: "배송지",
  shippingMethod: "배송 방법",
  expected: (span: string) => `도착 예정일: ${span}`,
  items: "주문 상품",
  track: "주문 조회하기",
  seeOrder: "주문 보기",
  trackParcel: "배송 조회하기",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "이 쇼핑몰은 반품을 받지 않습니다."
      : `마음에 들지 않으시나요? 상품을 받으신 날부터 ${count}일 이내에 주문 페이지에서 바로 반품하실 수 있습니다. 반품 불가 상품은 제외됩니다.`,
  footer: (shop: string) => `${shop}에서 주문하신 고객님께 보내 드리는 메일입니다.`,
  footerReply: "궁금한 점이 있으신가요? 주문 페이지에서 문의해 주시면 주문 내용을 바로 확인할 수 있습니다.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: 주문(${order})이 접수되었습니다`,
    title: "주문해 주셔서 감사합니다",
    text: "상품을 준비하고 있습니다. 발송되면 바로 알려 드리겠습니다.",
    nothingToShip: "이 주문에는 배송할 상품이 없습니다.",
    preview: (total: string) => `주문이 정상적으로 접수되었습니다. 총 결제 금액: ${total}`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: 주문(${order})이 취소되었습니다`,
    title: "주문이 취소되었습니다",
    money: "결제하신 금액은 같은 결제 수단으로 환불됩니다. 반영되기까지 3~10일이 걸립니다.",
    preview: "더 이상 발송되는 상품은 없습니다.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: 주문(${order})이 발송되었습니다`,
    title: "상품이 발송되었습니다",
    text: "택배사에 전달되었습니다. 현재 위치는 아래 페이지에서 언제든지 확인하실 수 있습니다.",
    preview: "택배사에 전달되었습니다.",
    inside: "이 택배에 담긴 상품",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: 주문(${order})이 배송 완료되었습니다`,
    title: "배송이 완료되었습니다",
    text: "택배사에서 배송을 완료했습니다. 상품이 보이지 않나요? 문 앞과 이웃집을 먼저 확인하신 뒤, 주문 페이지에서 문의해 주세요.",
    preview: "택배사에서 배송을 완료했습니다.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: 반품 신청(${rma})이 접수되었습니다`,
    title: "반품 신청이 접수되었습니다",
    text: "담당자가 확인한 뒤 결정되는 대로 알려 드리겠습니다. 그때까지 상품을 보관해 주세요.",
    preview: "담당자가 확인할 예정입니다.",
    items: "반품하실 상품",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: 반품 라벨(${rma})이 준비되었습니다`,
    title: "반품 라벨이 준비되었습니다",
    text: "라벨을 인쇄해 상자에 붙이고 접수해 주세요. 세 가지 용지 크기로 첨부했으니 프린터에 맞는 것을 선택해 주세요.",
    preview: "인쇄하고, 포장하고, 접수해 주세요.",
    steps: "반품 보내는 방법",
    step: [
      "절취선 아래의 종이를 상품과 함께 넣어 포장해 주세요.",
      "이전 라벨은 가리거나 떼고, 새 라벨을 윗면에 붙여 주세요.",
      "택배를 접수하고 영수증을 보관해 주세요.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: 반품 신청(${rma}) 안내`,
    title: "반품을 받을 수 없습니다",
    text: "죄송합니다. 이번 신청은 승인되지 않았습니다.",
    reasons: {
      RETURN_PERIOD_ENDED: "반품 가능 기간이 지났습니다.",
      FINAL_SALE: "반품 불가로 판매된 상품입니다.",
      OTHER: "궁금한 점이 있으시면 주문 페이지에서 문의해 주세요.",
    },
    preview: "사유를 확인해 주세요.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: 반품(${rma})이 취소되었습니다`,
    title: "반품이 취소되었습니다",
    text: "상품을 보내지 않으셔도 됩니다. 반품 가능 기간에는 주문 페이지에서 다시 신청하실 수 있습니다.",
    preview: "상품을 보내지 않으셔도 됩니다.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: 반품(${rma}) 환불 안내`,
    title: "환불이 진행되고 있습니다",
    text: (amount: string) =>
      `반품하신 상품이 도착하여 결제 수단으로 ${amount} 환불했습니다. 반영되기까지 3~10일이 걸립니다.`,
    preview: (amount: string) => `환불 금액: ${amount}`,
    creditTitle: "적립금이 지급되었습니다",
    credit: (amount: string) =>
      `반품하신 상품이 도착하여 계정에 적립금 ${amount} 지급했습니다. 다음 결제 때 사용하실 수 있습니다.`,
    giftCard: (amount: string, code: string) =>
      `반품하신 상품이 도착했습니다. ${amount} 상당의 기프트 카드를 드립니다. 결제할 때 다음 코드를 입력해 주세요: ${code}`,
  },
  news: {
    orderEdited: {
      title: "주문이 변경되었습니다",
      text: "변경된 내용은 다음과 같습니다. 다른 점이 있으면 주문 페이지에서 알려 주세요.",
    },
    paymentPending: {
      title: "결제를 기다리고 있습니다",
      text: "입금이 확인되면 바로 발송합니다. 이미 결제하셨다면 더 하실 일은 없습니다. 은행 처리에 며칠 걸릴 수 있습니다.",
    },
    paymentFailed: {
      title: "결제가 완료되지 않았습니다",
      text: "결제를 확인하지 못해 아직 발송하지 않았습니다. 계속 주문을 원하시면 주문 페이지에서 알려 주세요.",
    },
    orderRefunded: {
      title: "환불이 진행되고 있습니다",
      text: (amount: string) => `같은 결제 수단으로 ${amount} 환불됩니다. 반영되기까지 3~10일이 걸립니다.`,
    },
    orderPartShipped: {
      title: "주문의 일부가 발송되었습니다",
      text: "이 상품은 택배사에 전달되었습니다. 나머지도 발송되면 다시 알려 드리겠습니다.",
    },
    outForDelivery: { title: "상품이 배달 중입니다", text: "오늘 도착할 예정입니다." },
    deliveryAttempted: {
      title: "상품을 전달하지 못했습니다",
      text: "받으실 분이 계시지 않았습니다. 대부분의 택배사는 다음 영업일에 다시 방문하거나 보관 장소를 안내하는 쪽지를 남깁니다.",
    },
    readyForPickup: {
      title: "상품을 찾아가실 수 있습니다",
      text: "수령 장소에 보관되어 있습니다. 신분증과 이 메일을 가지고 방문해 주세요. 며칠이 지나면 저희에게 반송됩니다.",
    },
    heldByCustoms: {
      title: "상품이 통관 중입니다",
      text: "세관에서 확인하고 있으며 며칠이 걸릴 수 있습니다. 필요한 것이 있으면 택배사에서 연락드립니다.",
    },
    deliveryFailed: {
      title: "배송에 문제가 생겼습니다",
      text: "택배사에서 배송 문제를 알려 왔습니다. 주문 페이지에서 주소를 확인하시고, 다르면 그 페이지에서 알려 주세요.",
    },
    returnedToSender: {
      title: "상품이 저희에게 반송되고 있습니다",
      text: "배송하지 못했습니다. 주문 페이지에서 문의해 주시면 재발송이나 환불로 해결해 드리겠습니다.",
    },
    orderLateToShip: {
      title: "발송이 예정보다 늦어지고 있습니다",
      text: "아직 발송하지 못했습니다. 죄송합니다. 발송되면 바로 알려 드리겠습니다.",
    },
    deliveryLate: {
      title: "배송이 늦어질 예정입니다",
      text: "안내해 드린 날짜에 도착하지 못할 것 같습니다. 기다리게 해 드려 죄송합니다. 계속 확인하겠습니다.",
    },
    deliveryStillLate: {
      title: "배송이 예상보다 더 늦어지고 있습니다",
      text: "예상한 날짜에 도착하지 못했습니다. 죄송합니다. 계속 확인하겠습니다.",
    },
    deliveryBackOnTrack: {
      title: "배송이 다시 진행되고 있습니다",
      text: "멈춰 있던 상품이 다시 이동하고 있습니다.",
    },
    deliveryLost: {
      title: "상품이 분실된 것 같습니다",
      text: "오랫동안 위치가 확인되지 않고 있습니다. 주문 페이지에서 문의해 주시면 해결해 드리겠습니다.",
    },
    returnApproved: {
      title: "반품이 승인되었습니다",
      text: "상품을 가져오시거나 보내시는 방법은 주문 페이지에 있습니다.",
    },
    returnReceived: {
      title: "반품 상품이 도착했습니다",
      text: "곧 상품을 확인하겠습니다. 확인이 끝나면 알려 드리겠습니다.",
    },
    returnChanged: {
      title: "반품 내용이 변경되었습니다",
      text: "돌려보내실 상품이 이전과 달라졌습니다. 현재 내용은 다음과 같으며, 나머지는 그대로 가지고 계시면 됩니다.",
    },
    returnInspected: {
      title: "반품 상품 확인이 끝났습니다",
      text: "보내 주신 상품을 확인했습니다. 다음 단계가 끝나면 알려 드리겠습니다.",
    },
    exchangeShipped: {
      title: "교환 상품을 준비하고 있습니다",
      text: "새로 선택하신 상품을 포장하고 있습니다. 택배사에 전달되면 알려 드리겠습니다.",
    },
    exchangeDue: {
      title: "반품 기한이 다가옵니다",
      text: (day: string) =>
        `교환 상품을 먼저 보내 드렸습니다. ${day}까지 반품을 접수해 주세요. 이미 보내셨다면 괜찮습니다.`,
      invoice: "그때까지 도착하지 않으면 보내 드린 상품의 청구서를 보내 드립니다.",
    },
    replyPromised: {
      title: "문의를 잘 받았습니다",
      text: (time: string) => `${time}까지 답변 드리겠습니다.`,
    },
  },
  buyerAsked: {
    text: "주문하신 상품이 도착한 지 얼마간 지났습니다. 전반적으로 어떠셨나요?",
    question: (shop: string) => `${shop}을(를) 지인에게 추천할 의향이 얼마나 있으신가요?`,
    low: "전혀 없음",
    high: "매우 많음",
  },
} satisfies Words<typeof en>;
