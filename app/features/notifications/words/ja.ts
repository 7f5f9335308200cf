import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ja = {
  about: (shop, title, order) => `${shop}: ${title}（${order}）`,
  nowExpected: (span) => `お届け予定: ${span}`,
  pickUpBy: (day: string) => `受取期限：${day}`,
  stillToCome: "これからお届けする商品",
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
    nothingToShip: "このご注文に発送する商品はありません。",
    preview: (total) => `ご注文を承りました。合計: ${total}`,
  },
  orderCancelled: {
    subject: (order, shop) => `${shop}: ご注文 ${order} はキャンセルされました`,
    title: "ご注文はキャンセルされました",
    money: "お支払い済みの金額は同じ方法で返金されます。反映まで3〜10日かかります。",
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
    creditTitle: "ストアクレジットをお渡ししました",
    credit: (amount) =>
      `返品の商品を受け取り、${amount} 分のストアクレジットをアカウントに追加しました。次回のお会計でお使いいただけます。`,
    giftCard: (amount, code) =>
      `返品の商品を受け取りました。${amount} 分のギフトカードです。お会計で次のコードを入力してください: ${code}`,
  },
  news: {
    orderEdited: {
      title: "ご注文の内容が変わりました",
      text: "現在の内容は次のとおりです。お約束と違う点がありましたら、ご注文ページからご連絡ください。",
    },
    paymentPending: {
      title: "お支払いをお待ちしています",
      text: "入金を確認でき次第、発送します。お支払い済みの場合は何もしていただく必要はありません。銀行の処理に数日かかることがあります。",
    },
    paymentFailed: {
      title: "お支払いが完了していません",
      text: "お支払いを確認できないため、まだ発送していません。ご注文を続ける場合は、ご注文ページからご連絡ください。",
    },
    orderRefunded: {
      title: "返金のお知らせ",
      text: (amount) => `${amount} を同じお支払い方法に返金します。反映まで3〜10日かかります。`,
    },
    orderPartShipped: {
      title: "ご注文の一部を発送しました",
      text: "この荷物は配送業者に渡しました。残りも発送の際にあらためてご連絡します。",
    },
    outForDelivery: { title: "荷物は配達中です", text: "本日お届けの予定です。" },
    deliveryAttempted: {
      title: "荷物をお渡しできませんでした",
      text: "ご不在のようでした。多くの配送業者は翌営業日にもう一度お届けするか、保管場所を知らせる不在票を残します。",
    },
    readyForPickup: {
      title: "荷物を受け取れます",
      text: "受取場所でお待ちしています。本人確認書類とこのメールをお持ちください。数日を過ぎると返送されます。",
    },
    heldByCustoms: {
      title: "荷物は税関で検査中です",
      text: "検査には数日かかることがあります。必要な書類などがあれば、配送業者からご連絡します。",
    },
    deliveryFailed: {
      title: "荷物に問題が発生しています",
      text: "配送業者から配達の問題が報告されました。ご注文ページでお届け先をご確認のうえ、違っていればそこからご連絡ください。",
    },
    returnedToSender: {
      title: "荷物が返送されています",
      text: "配達できませんでした。ご注文ページからご連絡ください。再発送またはご返金で対応します。",
    },
    orderLateToShip: {
      title: "発送が遅れています",
      text: "まだ発送できておりません。申し訳ございません。発送しましたらすぐにご連絡します。",
    },
    deliveryLate: {
      title: "お届けが遅れる見込みです",
      text: "お伝えした日に届かない見込みです。お待たせして申し訳ございません。引き続き確認します。",
    },
    deliveryStillLate: {
      title: "お届けがさらに遅れています",
      text: "予定どおりに届きませんでした。申し訳ございません。引き続き確認します。",
    },
    deliveryBackOnTrack: { title: "荷物が再び動き始めました", text: "止まっていた荷物が、再び配送中です。" },
    deliveryLost: {
      title: "荷物が見当たりません",
      text: "長い間、所在を確認できていません。ご注文ページからご連絡ください。一緒に解決します。",
    },
    returnApproved: {
      title: "返品を承りました",
      text: "商品の持ち込みまたは返送の方法は、ご注文ページをご覧ください。",
    },
    returnReceived: { title: "返品が届きました", text: "これから確認します。終わりましたらご連絡します。" },
    returnChanged: {
      title: "返品の内容が変わりました",
      text: "お戻しいただくものが以前と変わりました。現在の内容は次のとおりです。ほかのものはお手元にお持ちください。",
    },
    returnInspected: {
      title: "返品の確認が終わりました",
      text: "お送りいただいた商品を確認しました。次の手続きが済みましたらご連絡します。",
    },
    exchangeShipped: {
      title: "交換品を準備しています",
      text: "お選びの商品を梱包しています。配送業者に渡しましたらご連絡します。",
    },
    exchangeDue: {
      title: "返送期限が近づいています",
      text: (day: string) =>
        `交換品は先にお送りしています。返品を${day}までに発送してください。発送済みの場合はそのままお待ちください。`,
      invoice: "期限までに届かない場合は、お送りした商品の請求書をお送りします。",
    },
    replyPromised: { title: "メッセージを受け取りました", text: (time) => `${time}までにお返事します。` },
  },
  buyerAsked: {
    text: "ご注文の商品が届いてしばらくたちました。全体としていかがでしたか？",
    question: (shop: string) => `${shop} を友人にすすめたいと思いますか？`,
    low: "まったく思わない",
    high: "とてもそう思う",
  },
} satisfies Words<typeof en>;
