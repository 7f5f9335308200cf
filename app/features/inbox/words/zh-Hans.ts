import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const zhHans = {
  noSubject: "无主题",
  subject: (order: string) => `您关于订单 ${order} 的留言`,
  form: {
    title: "联系我们",
    more: "再次留言",
    label: "您的留言",
    hint: (email: string) => `我们会通过邮件回复至 ${email}。`,
    hintNoEmail: "您可以在此页面查看我们的回复。",
    submit: "发送留言",
    check: "您的留言尚未发送",
    empty: "请先填写留言",
    tooLong: (most: string) => `留言最多 ${most} 个字符，请适当缩短。`,
    limited: "您在一小时内已多次留言，请稍后再试。",
  },
  sent: {
    title: "我们已收到您的留言",
    text: (email: string) =>
      `工作人员会阅读并通过邮件回复至 ${email}。您可以直接回复该邮件，也可以在这里查看全部内容。`,
    textNoEmail: "工作人员会阅读您的留言。回复将显示在您的订单页面。",
    back: "返回您的订单",
  },
  thread: {
    title: "您关于此订单的留言",
    all: "您的留言",
    you: "您",
    closed: "我们认为此事已解决。欢迎随时再次留言。",
    photo: (at: number) => `照片 ${at}`,
  },
  absent: {
    title: "您的留言未能发送",
    text: "您使用的链接已失效。您的文字在下方：请复制后重新查询订单，再从那里发送。",
    lookUp: "查询我的订单",
  },
  acknowledged: (time: string, number: string) =>
    `谢谢，我们已收到您的留言，工作人员会在 ${time} 之前回复您。\n\n编号：${number}。如需补充，直接回复此邮件即可。`,
  mail: {
    title: (shop: string) => `${shop} 的回复`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `您在 ${day} 写道：`,
    about: (order: string) => `关于您的订单 ${order}。`,
    answer: "直接回复此邮件即可，我们会收到。",
  },
  contact: {
    order: "与哪个订单有关？",
    noOrder: "不涉及具体订单",
    reason: "您想咨询什么？",
    reasons: {
      whereIsIt: "我的订单到哪里了？",
      returning: "退货或换货",
      wrong: "商品损坏或发错",
      change: "修改或取消订单",
      other: "其他",
    },
    reasonMissing: "请选择咨询内容",
    email: "您的邮箱地址",
    emailMissing: "请填写我们可以回复的邮箱地址",
    photos: (most) => `照片（最多${most}张）`,
    photosAgain: "照片未保存，请重新选择。",
    withPhotos: "发送带照片的留言",
    sent: (email) => `工作人员会阅读并通过邮件回复至 ${email}。`,
  },
  rating: {
    invitation: "您的咨询已结束。问题解决得好吗？",
    question: "您的问题解决得好吗？",
    yes: "好",
    no: "不好",
    comment: "您还有什么想说的吗？（选填）",
    submit: "提交",
    thanks: "感谢您的反馈。",
  },
  effort: {
    question: "解决这个问题有多容易？",
    low: "非常困难",
    high: "非常容易",
  },
  recommend: {
    question: (shop: string) => `您有多大可能向朋友推荐 ${shop}？`,
    low: "完全不可能",
    high: "非常可能",
  },
} satisfies Words<typeof en>;
