import { HOUR, type Kind, notCancelled } from "../kind";
import { greeting, itemsBlock, orderButton } from "../parts";

export const orderDelivered: Kind = {
  key: "orderDelivered",
  fact: "order.delivered",
  wanted: (settings) => settings.notifications.shipping,
  stillTrue: notCancelled,
  freshFor: 72 * HOUR,
  say(occasion) {
    const { order, words, shopName, data, settings } = occasion;
    const says = words.orderDelivered;
    const parcel = order.parcels.find((one) => one.id === data.fulfilmentId);
    return {
      subject: says.subject(order.name, shopName),
      preview: says.preview,
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: says.text },
        orderButton(occasion),
        { kind: "heading", text: words.orderShipped.inside },
        itemsBlock(
          occasion,
          parcel?.lines ?? order.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity })),
        ),
        { kind: "quiet", text: words.returnPolicy(settings.returns.windowDays) },
      ],
    };
  },
};
