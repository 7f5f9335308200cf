import type { TextChannel } from "./channel";
import { twilio } from "./sms/twilio.server";

/** Every way to write to a phone. A new one is a file and a line here. */
export const textChannels = { sms: twilio } as const satisfies Record<string, TextChannel>;

export type TextChannelKey = keyof typeof textChannels;

/** The channel kept under a key; null for one that no version of ours knew. */
export const textChannelOf = (key: string): TextChannel | null =>
  Object.hasOwn(textChannels, key) ? textChannels[key as TextChannelKey] : null;
