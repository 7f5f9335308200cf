import { TryAgain } from "~/platform/queue/failures";

/** The provider's answer was lost: it may have sent the message, and cannot be asked. */
export class Unclear extends TryAgain {
  override name = "Unclear";
}
