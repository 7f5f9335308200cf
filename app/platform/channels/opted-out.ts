import { NeverMind } from "~/platform/queue/failures";

/** The provider knows that this person wants no more messages. */
export class OptedOut extends NeverMind {
  override name = "OptedOut";
}
