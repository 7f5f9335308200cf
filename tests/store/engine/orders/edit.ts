import { randomUUID } from "node:crypto";
import { openFulfillmentOrder } from "../fulfillments/open";
import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { type UserError, userError } from "../graphql/errors";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { bagFromShop } from "../state/exchange-rates";
import { globalId, numericId } from "../state/ids";
import type { Variant } from "../state/model";
import { type Bag, minus, moneyBag, plus, share, times } from "../state/money";
import type { ShopState } from "../state/shop";
import { addLine, variantTitle } from "./create-lines";
import type { LineItem, Order } from "./model";
import { financialStatus, outstanding } from "./payments";
import { currentQuantity, unfulfilledQuantity } from "./quantities";
import { note, touch } from "./timeline";
import { currentSubtotal, currentTotal, discountedTotal } from "./totals";

/** An edit in the making: nothing touches the order before it is committed. */
interface EditSession {
  __typename: "CalculatedOrder";
  id: string;
  order: Order;
  lines: EditedLine[];
}

interface EditedLine {
  id: string;
  session: EditSession;
  line: LineItem | null;
  variant: Variant | null;
  quantity: number;
  before: number;
  unitPrice: Bag;
  restock: boolean;
}

export function orderEditBegin(_: unknown, { id }: { id: string }, { shop }: Context) {
  const order = shop.find<Order>("Order", id);
  if (!order) return refuse(userError(["id"], "The order does not exist."));
  if (order.cancelledAt || financialStatus(order) === "REFUNDED") {
    return refuse(userError(["id"], "The order cannot be edited."));
  }
  const session: EditSession = shop.record({
    __typename: "CalculatedOrder",
    id: shop.newId("CalculatedOrder"),
    order,
    lines: [],
  });
  session.lines = order.lineItems.map((line) => ({
    id: globalId("CalculatedLineItem", numericId(line.id)),
    session,
    line,
    variant: line.variant,
    quantity: currentQuantity(line),
    before: currentQuantity(line),
    unitPrice: line.unitPrice,
    restock: false,
  }));
  return answer(session);
}

interface SetArgs {
  id: string;
  lineItemId: string;
  quantity: number;
  restock?: boolean | null;
}

export function orderEditSetQuantity(_: unknown, args: SetArgs, { shop }: Context) {
  const session = shop.find<EditSession>("CalculatedOrder", args.id);
  if (!session) return refuse(noSession());
  const wanted = globalId("CalculatedLineItem", numericId(args.lineItemId));
  const edited = session.lines.find((each) => each.id === wanted);
  if (!edited) return refuse(userError(["lineItemId"], "does not exist"));
  if (args.quantity < 0) return refuse(userError(["quantity"], "must be greater than or equal to 0"));
  edited.quantity = args.quantity;
  edited.restock = args.restock ?? false;
  return answer(session, edited);
}

interface AddArgs {
  id: string;
  variantId: string;
  quantity: number;
  allowDuplicates?: boolean | null;
}

export function orderEditAddVariant(_: unknown, args: AddArgs, { shop }: Context) {
  const session = shop.find<EditSession>("CalculatedOrder", args.id);
  if (!session) return refuse(noSession());
  const variant = shop.variant(args.variantId);
  if (!variant) return refuse(userError(["variantId"], "does not exist"));
  if (args.quantity <= 0) {
    const errors = [userError(["quantity"], "must be greater than 0")];
    if (args.quantity < 0) errors.push(userError(["quantity"], "must be greater than or equal to 0"));
    return refuse(...errors);
  }
  if (!args.allowDuplicates && session.lines.some((each) => each.variant === variant && each.quantity > 0)) {
    return refuse(userError(["variantId"], "has already been added to the order"));
  }
  const added: EditedLine = {
    id: globalId("CalculatedLineItem", randomUUID()),
    session,
    line: null,
    variant,
    quantity: args.quantity,
    before: 0,
    unitPrice: bagFromShop(variant.priceMinor, { ...session.order, currency: shop.details.currency }),
    restock: false,
  };
  session.lines.push(added);
  return answer(session, added);
}

interface CommitArgs {
  id: string;
  notifyCustomer?: boolean | null;
  staffNote?: string | null;
}

export function orderEditCommit(_: unknown, args: CommitArgs, { shop }: Context) {
  const session = shop.find<EditSession>("CalculatedOrder", args.id);
  if (!session) return { order: null, successMessages: null, userErrors: [noSession()] };
  const changed = session.lines.filter((each) => each.quantity !== each.before);
  if (changed.length === 0) {
    const error = userError(["id"], "There must be at least one change to be made.");
    return { order: null, successMessages: null, userErrors: [error] };
  }
  const { order } = session;
  const additions = changed
    .filter((each) => each.quantity > each.before)
    .map((each) => add(shop, order, each));
  const removals = changed.filter((each) => each.quantity < each.before).flatMap((each) => remove(each));
  order.edited = true;
  shop.forget(session.id);
  note(shop, order, "edited", "This order was edited.");
  if (args.notifyCustomer)
    note(shop, order, "mail_sent", `Order edited email was sent to ${order.email ?? "the customer"}.`);
  const editId = shop.mint.number("OrderEdit");
  shop.tell("orders/edited", order, () => ({
    order_edit: {
      id: editId,
      app_id: null,
      created_at: order.updatedAt,
      notify_customer: args.notifyCustomer ?? false,
      order_id: Number(numericId(order.id)),
      staff_note: args.staffNote ?? "",
      user_id: null,
      line_items: { additions, removals },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [] },
    },
  }));
  touch(shop, order);
  return { order, successMessages: ["Order updated"], userErrors: [] };
}

function add(shop: ShopState, order: Order, edited: EditedLine) {
  const quantity = edited.quantity - edited.before;
  // More of a line that is there already is a new line: what was bought stays as it was bought.
  const price = edited.unitPrice;
  const line = addLine(shop, order, {
    variantId: edited.variant?.id ?? null,
    title: edited.line?.title ?? null,
    sku: edited.line?.sku ?? null,
    requiresShipping: edited.line?.requiresShipping ?? false,
    quantity,
  });
  line.unitPrice = price;
  openFulfillmentOrder(shop, order, [{ line, quantity }]);
  return { id: Number(numericId(line.id)), delta: quantity };
}

function remove({ line, before, quantity }: EditedLine) {
  if (!line) return [];
  const delta = before - quantity;
  let left = Math.min(delta, unfulfilledQuantity(line));
  line.removedQuantity += delta;
  for (const each of line.order.fulfillmentOrders
    .flatMap((one) => one.lineItems)
    .filter((one) => one.lineItem === line)) {
    const taken = Math.min(left, each.remainingQuantity);
    each.remainingQuantity -= taken;
    each.totalQuantity -= taken;
    left -= taken;
    const { fulfillmentOrder } = each;
    if (fulfillmentOrder.lineItems.every((one) => one.remainingQuantity === 0))
      fulfillmentOrder.status = "CLOSED";
  }
  return [{ id: Number(numericId(line.id)), delta }];
}

function noSession(): UserError {
  return userError(["id"], "The calculated order does not exist.");
}

function refuse(...errors: UserError[]) {
  return { calculatedOrder: null, calculatedLineItem: null, orderEditSession: null, userErrors: errors };
}

function answer(session: EditSession, calculatedLineItem?: EditedLine) {
  const orderEditSession = { id: globalId("OrderEditSession", numericId(session.id)) };
  return {
    calculatedOrder: session,
    calculatedLineItem: calculatedLineItem ?? null,
    orderEditSession,
    userErrors: [],
  };
}

/** What the changes add to the order, or take off it. */
function difference(session: EditSession): Bag {
  return plus(
    ...session.lines.map((each) => {
      const price = each.line ? share(discountedTotal(each.line), 1, each.line.quantity) : each.unitPrice;
      return minus(times(price, each.quantity), times(price, each.before));
    }),
  );
}

const amount = (of: (order: Order) => Bag) => (session: EditSession) =>
  moneyBag(plus(of(session.order), difference(session)), session.order);

export const editResolvers: ResolverMap = {
  CalculatedOrder: resolversOf<EditSession>({
    originalOrder: (session) => session.order,
    lineItems: (session, args: ConnectionArgs) =>
      nodeConnection(
        session.lines.filter((each) => each.line),
        args,
      ),
    addedLineItems: (session, args: ConnectionArgs) =>
      nodeConnection(
        session.lines.filter((each) => !each.line),
        args,
      ),
    subtotalLineItemsQuantity: (session) => session.lines.reduce((sum, each) => sum + each.quantity, 0),
    subtotalPriceSet: amount(currentSubtotal),
    totalPriceSet: amount(currentTotal),
    totalOutstandingSet: amount(outstanding),
    shippingLines: () => [],
    committed: () => false,
    notificationPreviewTitle: () => "Your order was updated",
    notificationPreviewHtml: () => null,
  }),
  CalculatedLineItem: resolversOf<EditedLine>({
    title: (each) => each.line?.title ?? each.variant?.product.title ?? "",
    variantTitle: (each) => (each.line ? each.line.variantTitle : variantTitle(each.variant)),
    sku: (each) => each.line?.sku ?? each.variant?.sku ?? null,
    editableQuantity: (each) =>
      each.line ? Math.min(each.quantity, unfulfilledQuantity(each.line)) : each.quantity,
    editableQuantityBeforeChanges: (each) =>
      each.line ? Math.min(each.before, unfulfilledQuantity(each.line)) : 0,
    originalUnitPriceSet: (each) => moneyBag(each.unitPrice, each.session.order),
    discountedUnitPriceSet: (each) =>
      moneyBag(
        each.line ? share(discountedTotal(each.line), 1, each.line.quantity) : each.unitPrice,
        each.session.order,
      ),
    editableSubtotalSet: (each) => moneyBag(times(each.unitPrice, each.quantity), each.session.order),
    restocking: (each) => each.restock,
    restockable: (each) => each.variant !== null,
    hasStagedLineItemDiscount: () => false,
    customAttributes: (each) => each.line?.customAttributes ?? [],
    calculatedDiscountAllocations: () => [],
    image: () => null,
  }),
};
