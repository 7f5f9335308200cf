import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ja = {
  noSubject: "件名なし",
  subject: (order) => `ご注文 ${order} についてのお問い合わせ`,
  form: {
    title: "お問い合わせ",
    more: "もう一度書く",
    label: "メッセージ",
    hint: (email) => `${email} 宛てにメールでお返事します。`,
    hintNoEmail: "お返事はこのページでご覧いただけます。",
    submit: "送信する",
    check: "メッセージはまだ送信されていません",
    empty: "メッセージを入力してください",
    tooLong: (most) => `メッセージは ${most} 文字までです。短くしてください。`,
    limited: "1時間のうちに何度かメッセージをいただいています。しばらくしてからもう一度お試しください。",
  },
  sent: {
    title: "メッセージを受け取りました",
    text: (email) =>
      `担当者が拝見し、${email} 宛てにメールでお返事します。そのメールにそのままご返信いただけます。やり取りはこちらでもご覧いただけます。`,
    textNoEmail: "担当者が拝見します。お返事はご注文のページでご覧いただけます。",
    back: "ご注文に戻る",
  },
  thread: {
    title: "このご注文についてのやり取り",
    all: "お問い合わせ履歴",
    you: "お客様",
    closed: "この件は解決済みとしております。いつでもまたご連絡ください。",
    photo: (at: number) => `写真 ${at}`,
  },
  absent: {
    title: "メッセージは送信されませんでした",
    text: "リンクの有効期限が切れています。入力された文章は下にあります。コピーして、もう一度ご注文を検索し、そちらから送信してください。",
    lookUp: "注文を検索する",
  },
  acknowledged: (time, number) =>
    `お問い合わせありがとうございます。担当者が ${time} までにお返事します。\n\nお問い合わせ番号は ${number} です。追加のご連絡は、このメールにそのままご返信ください。`,
  mail: {
    title: (shop) => `${shop} からのお返事`,
    re: (subject) => `Re: ${subject}`,
    youWrote: (day) => `${day} にお書きいただいた内容:`,
    about: (order) => `ご注文 ${order} について`,
    answer: "このメールにそのままご返信ください。担当者に届きます。",
  },
  contact: {
    order: "どのご注文についてですか？",
    noOrder: "特定の注文ではない",
    reason: "どのようなご用件ですか？",
    reasons: {
      whereIsIt: "注文した商品はどこですか？",
      returning: "返品・交換",
      wrong: "破損・誤配送",
      change: "注文の変更・キャンセル",
      other: "その他",
    },
    reasonMissing: "ご用件をお選びください",
    email: "メールアドレス",
    emailMissing: "ご返信できるメールアドレスを入力してください",
    photos: (most) => `写真（${most}枚まで）`,
    photosAgain: "写真は保存されていません。もう一度お選びください。",
    withPhotos: "写真を付けて送る",
    sent: (email) => `担当者が拝見し、${email} 宛てにメールでお返事します。`,
  },
  rating: {
    invitation: "お問い合わせへの対応を終了しました。うまく解決しましたか？",
    question: "お問い合わせはうまく解決しましたか？",
    yes: "はい",
    no: "いいえ",
    comment: "ご意見があればお書きください（任意）",
    submit: "回答を送る",
    thanks: "ご回答ありがとうございます。",
  },
  effort: {
    question: "解決までの手続きは簡単でしたか？",
    low: "とても大変だった",
    high: "とても簡単だった",
  },
  recommend: {
    question: (shop: string) => `${shop} を友人にすすめたいと思いますか？`,
    low: "まったく思わない",
    high: "とてもそう思う",
  },
} satisfies Words<typeof en>;
