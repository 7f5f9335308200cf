import type { Channel, MailChannel, TextChannel } from "./channel";
import { sendMail } from "./email/send.server";
import { twilio } from "./sms/twilio.server";
import { metaCloud } from "./whatsapp/meta-cloud.server";

const email: MailChannel = { key: "email", name: "SMTP", send: sendMail };

/** Every way to write to a phone, the preferred one first: news goes there once. A new one is a file and a line here. */
export const textChannels = {
  whatsapp: metaCloud,
  sms: twilio,
} as const satisfies Record<string, TextChannel>;

/** Every way to reach a person. */
export const channels = { email, ...textChannels } as const satisfies Record<string, Channel>;

export type TextChannelKey = keyof typeof textChannels;

export const TEXT_CHANNELS = Object.keys(textChannels) as TextChannelKey[];

/** The channel kept under a key; null for one that no version of ours knew. */
export const textChannelOf = (key: string): TextChannel | null =>
  Object.hasOwn(textChannels, key) ? textChannels[key as TextChannelKey] : null;
