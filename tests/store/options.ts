import type { NewShop } from "./engine/index";

export interface StoreOptions {
  /** 0 or nothing: any free port. The other surfaces take the ports after it, or free ones too. */
  port?: number | undefined;
  /** Where the app listens, for webhooks and the app proxy: `http://127.0.0.1:3000`. */
  appUrl?: string | undefined;
  apiKey?: string | undefined;
  /** Without a secret the store stands alone: every access token opens it, and nothing is delivered. */
  apiSecret?: string | undefined;
  /** MailDev's address. */
  mailboxUrl?: string | undefined;
  /** Where the app takes in mail. */
  inboundSmtp?: { host: string; port: number } | undefined;
  /** The address shoppers write to; each shop's own unless told. */
  supportAddress?: string | undefined;
  shops?: NewShop[] | undefined;
  /** Directory of the project, for `shopify.app.toml` and `extensions/`. */
  projectDirectory?: string | undefined;
  /** How many times faster than Shopify webhooks are retried: 8 tries over 4 hours, divided by this. */
  retrySpeed?: number | undefined;
  /** Chance, for tests that want none. */
  random?: (() => number) | undefined;
  /**
   * Whose time tokens and signatures tell. The store's, unless the app is one whose clock does not follow the
   * store's when that is moved.
   */
  tokenClock?: "store" | "machine" | undefined;
  planPointsPerSecond?: number | undefined;
}

/** The options once every gap is filled. */
export interface Settings {
  appUrl: string | undefined;
  apiKey: string;
  apiSecret: string | undefined;
  mailboxUrl: string | undefined;
  inboundSmtp: { host: string; port: number } | undefined;
  supportAddress: string | undefined;
  projectDirectory: string;
  retrySpeed: number;
  random: () => number;
}

export function fillSettings(options: StoreOptions): Settings {
  return {
    appUrl: options.appUrl?.replace(/\/+$/, ""),
    apiKey: options.apiKey ?? "aftercare",
    apiSecret: options.apiSecret,
    mailboxUrl: options.mailboxUrl?.replace(/\/+$/, ""),
    inboundSmtp: options.inboundSmtp,
    supportAddress: options.supportAddress,
    projectDirectory: options.projectDirectory ?? new URL("../..", import.meta.url).pathname,
    retrySpeed: options.retrySpeed ?? 1,
    random: options.random ?? Math.random,
  };
}
