const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

export const en = {
  hello: (name: string) => `Hello ${name},`,
  helloNobody: "Hello,",
  order: (name: string) => `Order ${name}`,
  quantity: (count: number) => `Quantity: ${count}`,
  subtotal: "Subtotal",
  discount: "Discount",
  shipping: "Shipping",
  tax: "Tax",
  taxIncluded: "Tax (included)",
  total: "Total",
  shipsTo: "Ships to",
  shippingMethod: "Shipping",
  expected: (span: string) => `Expected ${span}`,
  items: "What you ordered",
  track: "Track your order",
  seeOrder: "See your order",
  trackParcel: "Track the parcel",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "This shop takes no returns."
      : `Not right? You can send it back within ${days(count)} of delivery, straight from the order page. Final-sale items cannot come back.`,
  footer: (shop: string) => `You get this mail because you ordered at ${shop}.`,
  footerReply: "Questions? Open your order page and write to us there: we see your order right away.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: we have your order ${order}`,
    title: "Thank you, we have your order",
    text: "We are getting it ready and will write again as soon as it is on its way.",
    preview: (total: string) => `All is well. Total: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: order ${order} is cancelled`,
    title: "Your order is cancelled",
    text: "Nothing more will be sent. What you already paid goes back the way you paid it; banks take 3 to 10 days to show it.",
    preview: "Nothing more will be sent.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: order ${order} is on its way`,
    title: "Your parcel is on its way",
    text: "The carrier has it now. The page below always shows where it is.",
    preview: "The carrier has it now.",
    inside: "In this parcel",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: order ${order} has arrived`,
    title: "Your parcel has arrived",
    text: "The carrier says it was delivered. Nothing there? Look with neighbours and at your door first, then write to us from the order page.",
    preview: "The carrier says it was delivered.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: we have your return request ${rma}`,
    title: "We have your return request",
    text: "A person looks at it next. You hear from us as soon as it is decided; please keep the items until then.",
    preview: "A person looks at it next.",
    items: "What you want to send back",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: your return label ${rma}`,
    title: "Your return label is ready",
    text: "Print the label, put it on the parcel and hand it in. It is attached in three paper sizes; choose the one your printer takes.",
    preview: "Print, pack, hand in.",
    steps: "How to send it back",
    step: [
      "Pack the items, with the slip below the cut line.",
      "Cover or remove old labels, and put the new one on top.",
      "Hand the parcel in and keep the receipt.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: about your return request ${rma}`,
    title: "We cannot take this return",
    text: "We are sorry: this request could not be accepted.",
    reasons: {
      RETURN_PERIOD_ENDED: "The time for returning these items is over.",
      FINAL_SALE: "These items were sold as final sale.",
      OTHER: "Please write to us from the order page if you have questions.",
    },
    preview: "Please read why.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: return ${rma} is cancelled`,
    title: "Your return is cancelled",
    text: "Nothing has to be sent. You can start a new return from the order page while the return time lasts.",
    preview: "Nothing has to be sent.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: your refund for return ${rma}`,
    title: "Your refund is on its way",
    text: (amount: string) =>
      `We have your return and paid back ${amount} the way you paid. Banks take 3 to 10 days to show it.`,
    preview: (amount: string) => `${amount} is on its way to you.`,
  },
};
