import { SafeError } from "~/platform/log.server";

/**
 * Outward failures, sorted by who must act. A task throws one of these; the job door does the rest.
 * Messages are ours, in English, without personal data: they may be logged and shown to staff.
 */
export class TryAgain extends SafeError {
  override name = "TryAgain";
}

/** Only the merchant can mend it (reconnect, fix an address): stop, and show it where they look. */
export class NeedsMerchant extends SafeError {
  override name = "NeedsMerchant";
}

/** It no longer matters (shop gone, already done elsewhere): note it and stop. */
export class NeverMind extends SafeError {
  override name = "NeverMind";
}
