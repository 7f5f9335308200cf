const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

export const en = {
  /** the subject of news that is named by its title */
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Now expected: ${span}`,
  /** the last day a pick-up point keeps a parcel */
  pickUpBy: (day: string) => `Pick it up by ${day}`,
  stillToCome: "Still to come",
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
    nothingToShip: "There is nothing to ship for this order.",
    preview: (total: string) => `All is well. Total: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: order ${order} is cancelled`,
    title: "Your order is cancelled",
    money: "What you already paid goes back the way you paid it; banks take 3 to 10 days to show it.",
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
    creditTitle: "Your credit is ready",
    credit: (amount: string) =>
      `We have your return and put ${amount} of store credit on your account. It is there at your next checkout.`,
    giftCard: (amount: string, code: string) =>
      `We have the return. Here is a gift card worth ${amount}. Enter this code at checkout: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Your order was changed",
      text: "This is how it stands now. Something not as agreed? Write to us from the order page.",
    },
    paymentPending: {
      title: "We are waiting for your payment",
      text: "Your order goes out once the payment has arrived. Paid already? Then there is nothing to do; banks can take a few days.",
    },
    paymentFailed: {
      title: "Your payment did not come through",
      text: "We could not collect the payment, so the order is not going out yet. Write to us from the order page if you still want it.",
    },
    orderRefunded: {
      title: "Your refund is on its way",
      text: (amount: string) => `${amount} goes back the way you paid. Banks take 3 to 10 days to show it.`,
    },
    orderPartShipped: {
      title: "Part of your order is on its way",
      text: "The carrier has this part now. The rest follows, and we write again when it leaves.",
    },
    outForDelivery: {
      title: "Your parcel is out for delivery",
      text: "The carrier plans to bring it today.",
    },
    deliveryAttempted: {
      title: "The carrier could not hand over your parcel",
      text: "Nobody was there to take it. Most carriers try again on the next working day or leave a note that says where it waits.",
    },
    readyForPickup: {
      title: "Your parcel is ready to be picked up",
      text: "It waits for you at the pick-up point. Bring an identity card and this mail; after some days it goes back to us.",
    },
    heldByCustoms: {
      title: "Your parcel is with customs",
      text: "Customs is checking it, which can take some days. If they need anything from you, the carrier gets in touch.",
    },
    deliveryFailed: {
      title: "There is a problem with your parcel",
      text: "The carrier reports a problem with the delivery. Check the address on the order page, and write to us there if it is not right.",
    },
    returnedToSender: {
      title: "Your parcel is on its way back to us",
      text: "The carrier could not deliver it. Write to us from the order page, and we find a way: sent again, or your money back.",
    },
    orderLateToShip: {
      title: "Your order takes longer than we said",
      text: "It has not left us yet. We are sorry, and write again as soon as it does.",
    },
    deliveryLate: {
      title: "Your parcel will be late",
      text: "It will not make the day we named. We are sorry for the wait, and keep an eye on it.",
    },
    deliveryStillLate: {
      title: "Your parcel is later than we thought",
      text: "It did not come as we expected. We are sorry, and stay on it.",
    },
    deliveryBackOnTrack: {
      title: "Your parcel is moving again",
      text: "It was held up, and is on its way again.",
    },
    deliveryLost: {
      title: "Your parcel seems to be lost",
      text: "Nobody has seen it for too long. Write to us from the order page, and we put it right with you.",
    },
    returnApproved: {
      title: "Your return is approved",
      text: "The order page says how to bring or send the items back.",
    },
    returnReceived: {
      title: "Your return has arrived",
      text: "We have it and look at it next. You hear from us when that is done.",
    },
    returnChanged: {
      title: "Your return has changed",
      text: "What comes back is not the same as before. This is how it stands now; the rest stays with you.",
    },
    returnInspected: {
      title: "Your return has been checked",
      text: "We have looked at what you sent back. You hear from us when the next step is done.",
    },
    exchangeShipped: {
      title: "Your exchange is being sent",
      text: "What you chose instead is on its way through our packing. We write again when the carrier has it.",
    },
    exchangeDue: {
      title: "Your parcel is due soon",
      text: (day: string) =>
        `We sent your exchange ahead. Please hand in what you are returning by ${day}. If it is on its way, all is well.`,
      invoice: "If it has not come by then, you get an invoice for what we sent.",
    },
    replyPromised: { title: "We have your message", text: (time: string) => `You hear from us by ${time}.` },
  },
  buyerAsked: {
    text: "Your order arrived a while ago. How was it, all in all?",
    question: (shop: string) => `How likely are you to recommend ${shop} to a friend?`,
    low: "Not at all likely",
    high: "Extremely likely",
  },
};
