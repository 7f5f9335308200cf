import { ship } from "#tests/store/actions/parcels";
import { placeOrder } from "#tests/store/actions/place-order";
import { scanParcel } from "#tests/store/actions/scans";
import { startStore } from "#tests/store/index";
import { numberOf } from "~/values/ids";
import { answerQuestions } from "./part";

/** The store on this machine, in a process of its own: orders that arrived, and how many returns it knows. */
const store = await startStore({ planPointsPerSecond: 1_000 });

answerQuestions({
  url: () => store.url,
  delivered: async (count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let at = 0; at < count; at++) {
      const { id } = await placeOrder(store, { cart: "few" });
      await ship(store, { order: id });
      await scanParcel(store, { order: id, scan: "delivered" });
      ids.push(numberOf(id));
    }
    return ids;
  },
});
