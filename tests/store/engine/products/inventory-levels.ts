import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { globalId, numericId } from "../state/ids";
import type { InventoryItem, Location } from "../state/model";
import type { ShopState } from "../state/shop";

interface Level {
  __typename: "InventoryLevel";
  id: string;
  item: InventoryItem;
  location: Location;
}

/** Only what can be sold is counted; nothing is on its way or set aside. */
const COUNTED = new Set(["available", "on_hand"]);

function levelsOf(shop: ShopState, item: InventoryItem): Level[] {
  return shop.locations
    .filter((location) => item.levels.has(location.id))
    .map((location) => ({
      __typename: "InventoryLevel",
      id: `${globalId("InventoryLevel", numericId(location.id))}?inventory_item_id=${numericId(item.id)}`,
      item,
      location,
    }));
}

export const inventoryResolvers: ResolverMap = {
  InventoryItem: resolversOf<InventoryItem>({
    inventoryLevels: (item, args: ConnectionArgs, { shop }: Context) =>
      nodeConnection(levelsOf(shop, item), args),
    inventoryLevel: (item, { locationId }: { locationId: string }, { shop }: Context) =>
      levelsOf(shop, item).find((level) => level.location.id === locationId) ?? null,
    locationsCount: (item) => ({ count: item.levels.size, precision: "EXACT" }),
    trackedEditable: () => ({ locked: false, reason: null }),
  }),
  Location: resolversOf<Location>({
    inventoryLevels: (location, args: ConnectionArgs, { shop }: Context) => {
      const items = shop.products.flatMap((product) => product.variants.map((each) => each.inventoryItem));
      const levels = items.flatMap((item) => levelsOf(shop, item));
      return nodeConnection(
        levels.filter((level) => level.location === location),
        args,
      );
    },
  }),
  InventoryLevel: resolversOf<Level>({
    isActive: () => true,
    canDeactivate: () => false,
    deactivationAlert: () => null,
    createdAt: (level) => level.item.createdAt,
    updatedAt: (level) => level.item.updatedAt,
    quantities: (level, { names }: { names: string[] }) =>
      names.map((name) => ({
        id: `${globalId("InventoryQuantity", numericId(level.item.id))}?name=${name}`,
        name,
        quantity: COUNTED.has(name) ? (level.item.levels.get(level.location.id) ?? 0) : 0,
        updatedAt: level.item.updatedAt,
      })),
  }),
};
