import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

/** Arabic counts days in six ways (CLDR plural rules). */
const days = (count: number) => {
  const form = new Intl.PluralRules("ar").select(count);
  if (form === "one") return "يوم واحد";
  if (form === "two") return "يومين";
  return form === "few" ? `${count} أيام` : `${count} يومًا`;
};

export const ar = {
  about: (shop, title, order) => `${shop}: ${title} (${order})`,
  nowExpected: (span) => `الموعد المتوقع الآن: ${span}`,
  stillToCome: "ما سيصل لاحقًا",
  hello: (name) => `مرحبًا ${name}،`,
  helloNobody: "مرحبًا،",
  order: (name) => `الطلب ${name}`,
  quantity: (count) => `الكمية: ${count}`,
  subtotal: "المجموع الفرعي",
  discount: "الخصم",
  shipping: "الشحن",
  tax: "الضريبة",
  taxIncluded: "الضريبة (مشمولة)",
  total: "الإجمالي",
  shipsTo: "يُشحن إلى",
  shippingMethod: "طريقة الشحن",
  expected: (span) => `متوقع ${span}`,
  items: "ما طلبته",
  track: "تتبّع طلبك",
  seeOrder: "عرض الطلب",
  trackParcel: "تتبّع الطرد",
  trackingNumber: (carrier, number) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count) =>
    count === 0
      ? "هذا المتجر لا يقبل الإرجاع."
      : `غير مناسب؟ يمكنك إرجاعه خلال ${days(count)} من التسليم، مباشرة من صفحة الطلب. منتجات البيع النهائي لا تُرجع.`,
  footer: (shop) => `وصلتك هذه الرسالة لأنك طلبت من ${shop}.`,
  footerReply: "لديك سؤال؟ اكتب إلينا من صفحة طلبك: نرى طلبك هناك فورًا.",
  orderConfirmed: {
    subject: (order, shop) => `${shop}: استلمنا طلبك ${order}`,
    title: "شكرًا، استلمنا طلبك",
    text: "نحن نجهّزه وسنكتب إليك فور انطلاقه.",
    nothingToShip: "لا يوجد ما يُشحن في هذا الطلب.",
    preview: (total) => `كل شيء على ما يرام. الإجمالي: ${total}.`,
  },
  orderCancelled: {
    subject: (order, shop) => `${shop}: أُلغي الطلب ${order}`,
    title: "أُلغي طلبك",
    money: "ما دفعته يعود بوسيلة الدفع نفسها؛ يحتاج البنك من 3 إلى 10 أيام.",
    preview: "لن يُرسل شيء بعد الآن.",
  },
  orderShipped: {
    subject: (order, shop) => `${shop}: الطلب ${order} في الطريق`,
    title: "طردك في الطريق",
    text: "استلمته شركة الشحن. الصفحة أدناه تُظهر مكانه دائمًا.",
    preview: "استلمته شركة الشحن.",
    inside: "في هذا الطرد",
  },
  orderDelivered: {
    subject: (order, shop) => `${shop}: وصل الطلب ${order}`,
    title: "وصل طردك",
    text: "تقول شركة الشحن إنه سُلّم. لم تجده؟ تحقّق أولًا عند الباب ولدى الجيران، ثم اكتب إلينا من صفحة الطلب.",
    preview: "تقول شركة الشحن إنه سُلّم.",
  },
  returnRequested: {
    subject: (rma, shop) => `${shop}: استلمنا طلب الإرجاع ${rma}`,
    title: "استلمنا طلب الإرجاع",
    text: "سيراجعه أحد موظفينا، وسنكتب إليك فور البتّ فيه. احتفظ بالمنتجات حتى ذلك الحين.",
    preview: "سيراجعه أحد موظفينا.",
    items: "ما تودّ إرجاعه",
  },
  returnLabelled: {
    subject: (rma, shop) => `${shop}: ملصق الإرجاع ${rma}`,
    title: "ملصق الإرجاع جاهز",
    text: "اطبع الملصق وألصقه على الطرد وسلّمه. تجده مرفقًا بثلاثة مقاسات؛ اختر ما يناسب طابعتك.",
    preview: "اطبع، غلّف، سلّم.",
    steps: "طريقة الإرجاع",
    step: [
      "غلّف المنتجات مع الورقة الموجودة أسفل خط القص.",
      "غطِّ الملصقات القديمة أو أزلها وألصق الجديد في الأعلى.",
      "سلّم الطرد واحتفظ بالإيصال.",
    ],
  },
  returnDeclined: {
    subject: (rma, shop) => `${shop}: بخصوص طلب الإرجاع ${rma}`,
    title: "لا يمكننا قبول هذا الإرجاع",
    text: "نأسف: تعذّر قبول هذا الطلب.",
    reasons: {
      RETURN_PERIOD_ENDED: "انتهت مدة إرجاع هذه المنتجات.",
      FINAL_SALE: "بيعت هذه المنتجات بيعًا نهائيًا.",
      OTHER: "إن كان لديك سؤال فاكتب إلينا من صفحة الطلب.",
    },
    preview: "السبب في الداخل.",
  },
  returnCancelled: {
    subject: (rma, shop) => `${shop}: أُلغي الإرجاع ${rma}`,
    title: "أُلغي الإرجاع",
    text: "لا حاجة إلى إرسال شيء. يمكنك بدء إرجاع جديد من صفحة الطلب ما دامت المدة سارية.",
    preview: "لا حاجة إلى إرسال شيء.",
  },
  returnRefunded: {
    subject: (rma, shop) => `${shop}: استرداد المبلغ للإرجاع ${rma}`,
    title: "المبلغ في طريقه إليك",
    text: (amount) => `وصلنا ما أرجعته وأعدنا ${amount} إلى وسيلة الدفع. يحتاج البنك من 3 إلى 10 أيام.`,
    preview: (amount) => `${amount} في طريقها إليك.`,
    creditTitle: "رصيدك جاهز",
    credit: (amount) =>
      `وصلنا ما أرجعته وأضفنا ${amount} إلى رصيد حسابك في المتجر. ستجده عند الدفع في المرة القادمة.`,
    giftCard: (amount, code) =>
      `وصلتنا المرتجعات. هذه بطاقة هدية بقيمة ${amount}. أدخل هذا الرمز عند الدفع: ${code}`,
  },
  news: {
    orderEdited: {
      title: "تم تغيير طلبك",
      text: "هكذا أصبح الآن. هل هناك ما ليس كما اتفقنا؟ اكتب إلينا من صفحة الطلب.",
    },
    paymentPending: {
      title: "نحن في انتظار الدفع",
      text: "ينطلق طلبك فور وصول المبلغ. دفعت بالفعل؟ لا حاجة إلى شيء؛ قد يحتاج البنك بضعة أيام.",
    },
    paymentFailed: {
      title: "لم تتم عملية الدفع",
      text: "تعذّر تحصيل المبلغ، لذلك لم ينطلق الطلب بعد. إن كنت ما زلت تريده فاكتب إلينا من صفحة الطلب.",
    },
    orderRefunded: {
      title: "المبلغ المسترد في طريقه إليك",
      text: (amount) => `يعود ${amount} بوسيلة الدفع نفسها. يحتاج البنك من 3 إلى 10 أيام.`,
    },
    orderPartShipped: {
      title: "جزء من طلبك في الطريق",
      text: "هذا الجزء لدى شركة الشحن الآن. يتبعه الباقي، وسنكتب إليك عند انطلاقه.",
    },
    outForDelivery: { title: "طردك خرج للتسليم", text: "تنوي شركة الشحن إحضاره اليوم." },
    deliveryAttempted: {
      title: "تعذّر تسليم طردك",
      text: "لم يكن هناك من يستلمه. تعيد معظم الشركات المحاولة في يوم العمل التالي أو تترك إشعارًا بمكانه.",
    },
    readyForPickup: {
      title: "طردك جاهز للاستلام",
      text: "ينتظرك في نقطة الاستلام. أحضر هويتك وهذه الرسالة؛ بعد بضعة أيام يعود إلينا.",
    },
    heldByCustoms: {
      title: "طردك لدى الجمارك",
      text: "تفحصه الجمارك، وقد يستغرق ذلك بضعة أيام. إن احتاجوا شيئًا منك فستتصل بك شركة الشحن.",
    },
    deliveryFailed: {
      title: "هناك مشكلة في طردك",
      text: "أبلغت شركة الشحن عن مشكلة في التسليم. تحقّق من العنوان في صفحة الطلب، واكتب إلينا من هناك إن لم يكن صحيحًا.",
    },
    returnedToSender: {
      title: "طردك في طريق العودة إلينا",
      text: "تعذّر على شركة الشحن تسليمه. اكتب إلينا من صفحة الطلب ونجد حلًا: إرسال جديد أو استرداد المبلغ.",
    },
    orderLateToShip: {
      title: "طلبك يتأخر عمّا قلناه",
      text: "لم يغادرنا بعد. نعتذر، وسنكتب إليك فور انطلاقه.",
    },
    deliveryLate: { title: "سيتأخر طردك", text: "لن يصل في اليوم الذي ذكرناه. نعتذر عن الانتظار ونتابعه." },
    deliveryStillLate: {
      title: "طردك متأخر أكثر مما ظننا",
      text: "لم يصل كما توقعنا. نعتذر ونواصل المتابعة.",
    },
    deliveryBackOnTrack: { title: "طردك يتحرك من جديد", text: "كان متوقفًا وهو الآن في الطريق مجددًا." },
    deliveryLost: {
      title: "يبدو أن طردك قد فُقد",
      text: "لم يره أحد منذ وقت طويل. اكتب إلينا من صفحة الطلب ونصلح الأمر معك.",
    },
    returnApproved: {
      title: "تمت الموافقة على الإرجاع",
      text: "توضّح صفحة الطلب كيف تُحضر المنتجات أو ترسلها.",
    },
    returnReceived: { title: "وصل ما أرجعته", text: "هو لدينا ونفحصه الآن. سنكتب إليك عند الانتهاء." },
    returnChanged: {
      title: "تغيّر طلب الإرجاع",
      text: "ما سيُعاد لم يعد كما كان. هذا هو الوضع الآن، وما سوى ذلك يبقى لديك.",
    },
    returnInspected: { title: "فُحص ما أرجعته", text: "اطّلعنا على ما أرسلته. سنكتب إليك بعد الخطوة التالية." },
    exchangeShipped: {
      title: "البديل قيد الإرسال",
      text: "ما اخترته بدلًا منه يُغلّف الآن. سنكتب إليك عندما تستلمه شركة الشحن.",
    },
    replyPromised: { title: "وصلتنا رسالتك", text: (time) => `ستسمع منا قبل ${time}.` },
  },
} satisfies Words<typeof en>;
