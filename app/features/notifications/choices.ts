import type { Settings } from "~/features/settings/schema";
import type { KindsChange } from "./schema";

type Choices = Pick<Settings["notifications"], "off" | "paused" | "quiet" | "mostADay" | "flow">;

/** What the shop has chosen after a change: a kind switched or paused ("all" of them, too), the rules for all, or whether Flow hears. */
export function choicesAfter(before: Choices, change: KindsChange): Partial<Choices> {
  if (change.do === "rules") return { quiet: change.quiet, mostADay: change.mostADay };
  if (change.do === "flow") return { flow: change.on };
  const { key } = change;
  const without = (list: string[]) => list.filter((one) => one !== key);
  switch (change.do) {
    case "on":
      return { off: without(before.off) };
    case "off":
      return { off: [...without(before.off), key] };
    case "pause":
      return { paused: [...without(before.paused), key] };
    case "resume":
      return { paused: without(before.paused) };
  }
}
