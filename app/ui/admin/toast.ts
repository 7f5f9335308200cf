import { useEffect } from "react";

type Bridge = { toast?: { show(message: string, options?: { isError?: boolean }): void } };

/**
 * Says in a toast of Shopify's what was done. `said` is a new object for every answer, so that doing the
 * same twice is said twice.
 */
export function useToast(said: { message: string; isError?: boolean } | null | undefined) {
  useEffect(() => {
    if (!said) return;
    (window as { shopify?: Bridge }).shopify?.toast?.show(said.message, { isError: said.isError ?? false });
  }, [said]);
}
