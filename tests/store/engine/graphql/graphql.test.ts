import { describe, expect, it } from "vitest";
import { DOMAIN, TryShop } from "../try-shop";

describe("what is refused before anything runs", () => {
  const shop = new TryShop();
  const firstError = async (query: string, variables: Record<string, unknown> = {}) => {
    const body = await shop.body(query, variables);
    expect(body).not.toHaveProperty("data");
    return (body.errors as Record<string, unknown>[])[0];
  };

  it("names a field that does not exist", async () => {
    expect(await firstError("query Q { shop { nme } }")).toEqual({
      message: "Field 'nme' doesn't exist on type 'Shop'",
      locations: [{ line: 1, column: 18 }],
      path: ["query Q", "shop", "nme"],
      extensions: { code: "undefinedField", typeName: "Shop", fieldName: "nme" },
    });
  });

  it("names an argument that does not exist", async () => {
    expect(await firstError("{ shop(id: 1) { name } }")).toMatchObject({
      message: "Field 'shop' doesn't accept argument 'id'",
      extensions: { code: "argumentNotAccepted", argumentName: "id" },
    });
  });

  it("names an argument that is missing", async () => {
    expect(await firstError("{ order { id } }")).toMatchObject({
      message: "Field 'order' is missing required arguments: id",
      path: ["query", "order"],
      extensions: { code: "missingRequiredArguments", className: "Field", arguments: "id" },
    });
  });

  it("names a literal of the wrong type", async () => {
    expect(await firstError("{ orders(first: 1, sortKey: SIZE) { nodes { id } } }")).toMatchObject({
      message:
        "Argument 'sortKey' on Field 'orders' has an invalid value (SIZE). Expected type 'OrderSortKeys'.",
      extensions: { code: "argumentLiteralsIncompatible", argumentName: "sortKey" },
    });
  });

  it("says what is wrong with a variable", async () => {
    const query = "mutation M($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id } } }";
    expect(await firstError(query, { input: { returnLineItems: [] } })).toMatchObject({
      message:
        "Variable $input of type ReturnInput! was provided invalid value for orderId (Expected value to not be null)",
      extensions: {
        code: "INVALID_VARIABLE",
        problems: [{ path: ["orderId"], explanation: "Expected value to not be null" }],
      },
    });
    expect(await firstError(query)).toMatchObject({
      message: "Variable $input of type ReturnInput! was provided invalid value",
      extensions: { problems: [{ path: [], explanation: "Expected value to not be null" }] },
    });
  });

  it("wants ids to be global ids", async () => {
    const query = "query Q($id: ID!) { order(id: $id) { id } }";
    expect(await firstError(query, { id: "1001" })).toMatchObject({
      message: "Variable $id of type ID! was provided invalid value",
      extensions: { problems: [{ path: [], explanation: "Invalid global id '1001'" }] },
    });
  });

  it("takes lists of 250 at most", async () => {
    const query = "query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const one = shop.shopify.shops()[0]?.id;
    const body = await shop.body(
      "mutation M($tags: [String!]!, $id: ID!) { tagsAdd(id: $id, tags: $tags) { node { id } } }",
      {
        id: one,
        tags: Array.from({ length: 251 }, (_, index) => `t${index}`),
      },
    );
    expect(body.errors).toMatchObject([{ extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } }]);
    expect((await shop.body(query, { ids: [one] })).data).toEqual({ nodes: [{ id: one }] });
  });

  it("refuses an id of another type where it is resolved", async () => {
    const id = shop.shopify.shops()[0]?.id;
    const body = await shop.body("query Q($id: ID!) { order(id: $id) { id } }", { id });
    expect(body.data).toEqual({ order: null });
    expect(body.errors).toMatchObject([
      { message: `Invalid id: ${id}`, path: ["order"], extensions: { code: "RESOURCE_NOT_FOUND" } },
    ]);
  });

  it("says so when something is not part of it", async () => {
    const body = await shop.body("{ publications(first: 1) { nodes { id } } }");
    expect(body.data ?? null).toBeNull();
    expect(body.errors).toMatchObject([{ extensions: { code: "NOT_ON_THIS_MACHINE" } }]);
  });
});

describe("versions", () => {
  it("falls back to the nearest version that is still served", async () => {
    const shop = new TryShop();
    const served = async (apiVersion: string) => {
      const request = { shop: DOMAIN, apiVersion, query: "{ shop { name } }" };
      return (await shop.shopify.execute(request)).apiVersion;
    };
    expect(await served("2026-07")).toBe("2026-07");
    expect(await served("2026-10")).toBe("2026-10");
    expect(await served("2021-01")).toBe("2026-04");
  });
});

describe("what a request costs", () => {
  it.each([
    ["{ shop { name } }", 1],
    ["{ locations(first: 10) { nodes { id } } }", 6],
    ["{ orders(first: 100) { nodes { id } pageInfo { hasNextPage } } }", 11],
    ["{ orders(first: 10) { nodes { id customer { id } } } }", 10],
  ])("%s", async (query, cost) => {
    const body = await new TryShop().body(query);
    expect(body.extensions).toMatchObject({ cost: { requestedQueryCost: cost } });
  });

  it("costs less when less comes back", async () => {
    const shop = new TryShop();
    const cost = async (fields: string, id: string) =>
      (await shop.body(`query ($id: ID!) { order(id: $id) { ${fields} } }`, { id })).extensions?.cost;
    const { id } = await shop.placeOrder([1]);
    const page = "(first: 5) { nodes { id";
    expect(await cost(`lineItems${page} } }`, id)).toMatchObject({
      requestedQueryCost: 6,
      actualQueryCost: 4,
    });
    expect(await cost(`returns${page} } }`, id)).toMatchObject({ requestedQueryCost: 6, actualQueryCost: 6 });
    expect(await cost(`fulfillmentOrders${page} lineItems${page} } } } }`, id)).toMatchObject({
      requestedQueryCost: 21,
      actualQueryCost: 6,
    });
  });

  it("refuses a query that costs too much", async () => {
    const query =
      "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id variant { product { variants(first: 100) { nodes { id } } } } } } } } }";
    const body = await new TryShop().body(query);
    expect(body.errors).toMatchObject([{ extensions: { code: "MAX_COST_EXCEEDED", maxCost: 1000 } }]);
  });

  it("empties the bucket, refuses, and fills it again", async () => {
    const shop = new TryShop({ planPointsPerSecond: 10 });
    const query = "{ orders(first: 250) { nodes { lineItems(first: 100) { nodes { id } } } } }";
    const ask = () => shop.body(query, {}, { throttle: true });
    const first = await ask();
    expect(first.extensions).toMatchObject({ cost: { throttleStatus: { maximumAvailable: 200 } } });
    for (let index = 0; index < 200 && !(await ask()).errors; index++);
    const refused = await ask();
    expect(refused).toMatchObject({
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
      extensions: { cost: { actualQueryCost: null } },
    });
    expect(refused).not.toHaveProperty("data");
    shop.wait(20);
    expect((await ask()).errors).toBeUndefined();
  });
});

describe("@idempotent", () => {
  const refund = (directive: string) => `mutation M($input: RefundInput!) {
    refundCreate(input: $input) ${directive} { refund { id } userErrors { field message } }
  }`;

  it("is required for refunds, and the same key gets the first answer", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([1]);
    const input = {
      orderId: order.id,
      transactions: [
        {
          orderId: order.id,
          kind: "REFUND",
          gateway: "bogus",
          amount: "5.00",
          parentId: order.transactions[0].id,
        },
      ],
    };
    expect((await shop.body(refund(""), { input })).errors).toMatchObject([
      {
        message: "The @idempotent directive is required for this mutation but was not provided.",
        extensions: { code: "BAD_REQUEST" },
      },
    ]);
    const first = await shop.ask(refund('@idempotent(key: "one")'), { input });
    const again = await shop.ask(refund('@idempotent(key: "one")'), { input });
    const other = await shop.ask(refund('@idempotent(key: "two")'), { input });
    expect(first.refundCreate.userErrors).toEqual([]);
    expect(again).toEqual(first);
    expect(other.refundCreate.refund.id).not.toBe(first.refundCreate.refund.id);
  });
});
