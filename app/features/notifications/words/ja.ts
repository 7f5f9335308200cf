import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ja = {
  hello: (name) => `${name} 様`,
  helloNobody: "お客様へ",
  order: (name) => `ご注文 ${name}`,
  quantity: (count) => `数量: ${count}`,
  subtotal: "小計",
  discount: "割引",
  shipping: "送料",
  tax: "税",
  taxIncluded: "税（内税）",
  total: "合計",
  shipsTo: "お届け先",
  shippingMethod: "配送方法",
  expected: (span) => `お届け予定: ${span}`,
  items: "ご注文内容",
  track: "注文を追跡する",
  seeOrder: "注文を見る",
  trackParcel: "荷物を追跡する",
  trackingNumber: (carrier, number) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count) =>
    count === 0
      ? "当店では返品をお受けしておりません。"
      : `商品が合わないときは、お届けから${count}日以内に注文ページから返品できます。返品不可の商品を除きます。`,
  footer: (shop) => `このメールは ${shop} でのご注文についてお送りしています。`,
  footerReply: "ご質問は注文ページからお送りください。ご注文内容をすぐに確認できます。",
  orderConfirmed: {
    subject: (order, shop) => `${shop}: ご注文 ${order} を承りました`,
    title: "ご注文ありがとうございます",
    text: "ただいま準備しております。発送しましたらすぐにご連絡します。",
    preview: (total) => `ご注文を承りました。合計: ${total}`,
  },
  orderCancelled: {
    subject: (order, shop) => `${shop}: ご注文 ${order} はキャンセルされました`,
    title: "ご注文はキャンセルされました",
    text: "これ以上の発送はありません。お支払い済みの金額は同じ方法で返金されます。反映まで3〜10日かかります。",
    preview: "これ以上の発送はありません。",
  },
  orderShipped: {
    subject: (order, shop) => `${shop}: ご注文 ${order} を発送しました`,
    title: "荷物を発送しました",
    text: "荷物は配送会社に渡りました。現在の場所は下のページでいつでも確認できます。",
    preview: "荷物は配送会社に渡りました。",
    inside: "この荷物の中身",
  },
  orderDelivered: {
    subject: (order, shop) => `${shop}: ご注文 ${order} が届きました`,
    title: "荷物が届きました",
    text: "配送会社によると配達済みです。見当たらないときは、玄関まわりやご近所を確認のうえ、注文ページからご連絡ください。",
    preview: "配送会社によると配達済みです。",
  },
  returnRequested: {
    subject: (rma, shop) => `${shop}: 返品のご依頼 ${rma} を承りました`,
    title: "返品のご依頼を承りました",
    text: "担当者が確認し、決まり次第ご連絡します。それまで商品をお手元に保管してください。",
    preview: "担当者が確認します。",
    items: "返品したい商品",
  },
  returnLabelled: {
    subject: (rma, shop) => `${shop}: 返品ラベル ${rma}`,
    title: "返品ラベルができました",
    text: "ラベルを印刷して荷物に貼り、お出しください。3つの用紙サイズを添付しています。プリンターに合うものをお使いください。",
    preview: "印刷して、梱包して、お出しください。",
    steps: "返品の手順",
    step: [
      "切り取り線の下の用紙を商品と一緒に入れて梱包します。",
      "古いラベルを隠すかはがし、新しいラベルを上に貼ります。",
      "荷物を出し、控えを保管してください。",
    ],
  },
  returnDeclined: {
    subject: (rma, shop) => `${shop}: 返品のご依頼 ${rma} について`,
    title: "返品をお受けできませんでした",
    text: "申し訳ございません。今回のご依頼はお受けできませんでした。",
    reasons: {
      RETURN_PERIOD_ENDED: "返品の期限が過ぎています。",
      FINAL_SALE: "返品不可の商品です。",
      OTHER: "ご不明な点は注文ページからお問い合わせください。",
    },
    preview: "理由をご確認ください。",
  },
  returnCancelled: {
    subject: (rma, shop) => `${shop}: 返品 ${rma} は取り消されました`,
    title: "返品は取り消されました",
    text: "何もお送りいただく必要はありません。期限内であれば、注文ページから新しく返品を始められます。",
    preview: "何もお送りいただく必要はありません。",
  },
  returnRefunded: {
    subject: (rma, shop) => `${shop}: 返品 ${rma} の返金`,
    title: "返金の手続きをしました",
    text: (amount) =>
      `返品の商品を受け取り、${amount} をお支払い方法に返金しました。反映まで3〜10日かかります。`,
    preview: (amount) => `${amount} を返金しました。`,
  },
} satisfies Words<typeof en>;
