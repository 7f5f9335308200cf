import { expect, it } from "vitest";
import { TryShop } from "../try-shop";

it("runs a query over everything and leaves a file of lines", async () => {
  const shop = new TryShop();
  await shop.placeOrder([1, 2]);
  await shop.placeOrder([1]);
  const started = await shop.ask(
    `mutation ($query: String!) { bulkOperationRunQuery(query: $query) {
      bulkOperation { id status } userErrors { field message } } }`,
    { query: "{ orders { edges { node { id name lineItems { edges { node { id quantity } } } } } } }" },
  );
  expect(started.bulkOperationRunQuery).toMatchObject({
    bulkOperation: { status: "CREATED" },
    userErrors: [],
  });
  await shop.shopify.settle();
  expect(shop.topics()).toContain("bulk_operations/finish");
  const { bulkOperation } = await shop.ask(
    "query ($id: ID!) { bulkOperation(id: $id) { status objectCount url } }",
    { id: started.bulkOperationRunQuery.bulkOperation.id },
  );
  expect(bulkOperation).toMatchObject({ status: "COMPLETED", objectCount: "5" });
  const file = shop.shopify.readFile(bulkOperation.url);
  const lines = new TextDecoder()
    .decode(file?.bytes)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => line.name ?? line.quantity)).toEqual(["#1001", 1, 2, "#1002", 1]);
  expect(lines[1].__parentId).toBe(lines[0].id);
});
