/** What a shopper reads of one parcel, beside what words/en.ts says of the order. */
export const en = {
  open: "Follow this parcel",
  ofOrder: (order: string) => `Part of order ${order}`,
  back: (order: string) => `Everything about order ${order}`,
  /** `ago`: "3 hours ago" */
  updated: (ago: string) => `Updated ${ago}`,
  silent: (day: string) =>
    `Nothing new has been reported since ${day}. That happens between two stops. We keep watching; if you are worried, please write to us.`,
  localTimes: "Times are those of the delivery address.",
  noScans: "The carrier has not scanned it yet. The first scan can take a day.",
  next: "Can we help?",
  missing: "It has not arrived",
  wrong: "Something is wrong or damaged",
  pickUpAt: "Where to collect it",
  label: { heldByCustoms: "With customs", lost: "Lost" },
  state: {
    preparing: { title: "Your parcel is being packed", text: "You get a mail as soon as it leaves." },
    shipped: { title: "Your parcel has left", text: "The carrier's first scan can take a day." },
    inTransit: { title: "Your parcel is on its way", text: "" },
    heldByCustoms: {
      title: "Customs are checking your parcel",
      text: "This often takes a few days. If duties are due, the carrier will ask you for them.",
    },
    readyForPickup: {
      title: "Your parcel is ready to collect",
      text: "Please bring proof of who you are. Most places keep a parcel for about a week.",
    },
    delivered: { title: "Your parcel has been delivered", text: "" },
    returned: {
      title: "Your parcel is on its way back to us",
      text: "The carrier could not hand it over. Please write to us, and we will send it again or refund you.",
    },
    lost: {
      title: "The carrier cannot find your parcel",
      text: "We are sorry. Please write to us, and we will put it right.",
    },
    failed: {
      title: "The carrier has a problem with your parcel",
      text: "Please write to us, and we will find out what happened.",
    },
  },
  notArrived: {
    title: "Delivered, but not there?",
    lead: (time: string) => `The carrier reports that it was delivered on ${time}.`,
    first: "Most parcels turn up in one of these places. Have you looked there?",
    places: [
      "With your neighbours, and with everybody you live with",
      "In the letterbox, at the door, in the garage or another safe place",
      "At the reception, or in the parcel shop nearby",
    ],
    tooSoon: (time: string) =>
      `Some carriers report a parcel up to a day before it comes. If it is not there by ${time}, please tell us here.`,
    looked: "I have looked in all these places",
    lookedMissing: "Please look there first, then tick this box",
    note: "Anything that may help us to find it (optional)",
    submit: "Tell the shop",
    prove:
      "We have to make sure that it is your order. Open it with the code that we send you, then come back here.",
    over: "This parcel is not marked as delivered. See where it is:",
    message: (parcel: string, time: string) =>
      `My parcel ${parcel} has not arrived. It was reported as delivered on ${time}. I have asked my neighbours and looked in every safe place and at the parcel shop.`,
  },
};
