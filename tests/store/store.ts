import type { ApiCall } from "./admin-api/routes";
import type { AppConfig } from "./app-config";
import type { StoreClock } from "./clock";
import type { NewShop, Shopify, ShopSummary } from "./engine/index";
import type { Faults } from "./faults";
import type { Installs } from "./installs";
import type { AccessTokens } from "./oauth/access-tokens";
import type { Settings } from "./options";
import type { PostOffice } from "./webhooks/post-office";

/** A store that is up: what its surfaces share, and what tests hold. */
export interface Store {
  /** The control panel, its JSON API, the Admin API and the admin frame. */
  url: string;
  /** The app as the admin's iframe sees it. */
  gatewayUrl: string;
  /** Each shop's storefront has an origin of its own. */
  storefrontUrl(shop: string): string;
  adminUrl(shop: string, appPath?: string): string;
  settings: Settings;
  config(): AppConfig;
  shopify: Shopify;
  clock: StoreClock;
  faults: Faults;
  webhooks: PostOffice;
  installs: Installs;
  /** Absent when the store stands alone. */
  tokens: AccessTokens | undefined;
  /** The last calls the app made to the Admin API. */
  calls: ApiCall[];
  addShop(shop: NewShop): Promise<ShopSummary>;
  /** A shop by domain or handle; the first one when nothing is named. */
  shop(name?: string): ShopSummary;
  /** The time that tokens and signatures tell. */
  tokenNow(): number;
  sessionToken(shop: string, userId?: string): string;
  stop(): Promise<void>;
}

export const handleOf = (shop: string): string => shop.replace(/\.myshopify\.com$/, "");

/** Something was asked of the store that it will not do; `status` is what the API answers. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status = 422,
  ) {
    super(message);
  }
}
