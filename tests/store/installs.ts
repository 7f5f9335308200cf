import type { AppConfig } from "./app-config";

/** At which shops the app is installed, and what it may do there. */
export interface Installs {
  has(shop: string): boolean;
  scopes(shop: string): string[];
  install(shop: string): void;
  uninstall(shop: string): void;
  grant(shop: string, scopes: string[]): string[];
  withdraw(shop: string, scopes: string[]): string[];
}

export function createInstalls(config: () => AppConfig): Installs {
  const extras = new Map<string, Set<string>>();
  const scopes = (shop: string) => [...new Set([...config().scopes, ...(extras.get(shop) ?? [])])];
  return {
    has: (shop) => extras.has(shop),
    scopes,
    install(shop) {
      extras.set(shop, new Set());
    },
    uninstall(shop) {
      extras.delete(shop);
    },
    grant(shop, more) {
      for (const scope of more) extras.get(shop)?.add(scope);
      return scopes(shop);
    },
    withdraw(shop, less) {
      for (const scope of less) extras.get(shop)?.delete(scope);
      return scopes(shop);
    },
  };
}
