import { openDatabase } from "~/platform/database/database.server";
import { offlineToken } from "~/platform/shopify/tokens.server";
import { readShopId } from "~/values/ids";
import { leadShopifyTo } from "../../setup/shopify-seam";

// Another process that asks for a shop's token, many times at once, when it is told to.
const [url = "", origin = "", shop = "", times = "1"] = process.argv.slice(2);
const shopId = readShopId(shop);
if (!shopId) throw new Error("Not a shop");
leadShopifyTo(origin);
const database = await openDatabase(url);
process.once("message", async () => {
  const tokens = await Promise.all(Array.from({ length: Number(times) }, () => offlineToken(shopId)));
  process.send?.(tokens, () => void database.close().then(() => process.disconnect()));
});
process.send?.("ready");
