import { describe, expect, it } from "vitest";
import { maySee } from "~/features/orders/may-see-order";
import { type OrderState, orderState } from "~/features/orders/order-progress";
import type { ParcelState } from "~/features/orders/rules";

const goods = { needsShipping: true, currentQuantity: 1 };
const gift = { needsShipping: false, currentQuantity: 1 };

describe("how an order stands", () => {
  it.each<[string, ParcelState[], (typeof goods)[], OrderState]>([
    ["unfulfilled", [], [goods], "placed"],
    ["unfulfilled", [], [gift], "noShipping"],
    ["unfulfilled", ["preparing"], [goods], "placed"],
    ["unfulfilled", ["cancelled"], [goods], "placed"],
    ["fulfilled", ["shipped"], [goods], "onTheWay"],
    ["unfulfilled", ["inTransit"], [goods], "onTheWay"],
    ["partially_fulfilled", ["inTransit"], [goods], "partlyShipped"],
    ["partially_fulfilled", ["delivered"], [goods], "partlyShipped"],
    ["fulfilled", ["delivered", "preparing"], [goods], "partlyShipped"],
    ["fulfilled", ["delivered", "inTransit"], [goods], "onTheWay"],
    ["fulfilled", ["delivered", "delivered"], [goods], "delivered"],
    ["fulfilled", ["delivered", "cancelled"], [goods], "delivered"],
    ["fulfilled", ["outForDelivery", "inTransit"], [goods], "outForDelivery"],
    ["fulfilled", ["delayed", "outForDelivery"], [goods], "delayed"],
    ["fulfilled", ["attempted", "delayed"], [goods], "attempted"],
    ["fulfilled", ["readyForPickup"], [goods], "readyForPickup"],
    ["fulfilled", ["returned", "delivered"], [goods], "problem"],
    ["fulfilled", ["failed"], [goods], "problem"],
  ])("%s with parcels %j of %j is %s", (fulfilmentStatus, states, lines, expected) => {
    const order = { cancelledAt: null, fulfilmentStatus, lines, parcels: states.map((state) => ({ state })) };
    expect(orderState(order)).toBe(expected);
    expect(orderState({ ...order, cancelledAt: new Date() })).toBe("cancelled");
  });
});

describe("how much of an order may be seen", () => {
  const ada = { customerId: "1", emailKey: "ada@example.com" };
  const guest = { customerId: null, emailKey: "ada@example.com" };
  const bob = { customerId: "2", emailKey: "bob@example.com" };
  const nobody = { customerId: null, emailKey: null };
  const full = { orderId: "10", level: "full" as const };
  const status = { orderId: "10", level: "status" as const };
  it.each([
    ["nobody, no pass", { pass: null, customerId: null, named: "10" }, ada, ada, "nothing"],
    ["the customer", { pass: null, customerId: "1", named: "10" }, ada, null, "everything"],
    ["another customer", { pass: null, customerId: "2", named: "10" }, ada, null, "nothing"],
    [
      "another customer with a status pass",
      { pass: status, customerId: "2", named: null },
      ada,
      ada,
      "status",
    ],
    [
      "the customer with a status pass",
      { pass: status, customerId: "1", named: null },
      ada,
      ada,
      "everything",
    ],
    [
      "a status pass for another order",
      { pass: status, customerId: null, named: "11" },
      guest,
      ada,
      "nothing",
    ],
    ["a full pass", { pass: full, customerId: null, named: null }, ada, ada, "everything"],
    ["a full pass, same address", { pass: full, customerId: null, named: "11" }, guest, ada, "everything"],
    ["a full pass, other address", { pass: full, customerId: null, named: "11" }, bob, ada, "nothing"],
    ["a full pass, no addresses", { pass: full, customerId: null, named: "11" }, nobody, nobody, "nothing"],
    ["a full pass for what is gone", { pass: full, customerId: null, named: "11" }, guest, null, "nothing"],
    ["what is not there", { pass: full, customerId: "1", named: "12" }, null, ada, "nothing"],
  ])("%s", (_, asked, wanted, passOwner, expected) => {
    expect(maySee(asked, wanted, passOwner)).toBe(expected);
  });
});
