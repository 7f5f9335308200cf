import { Banner } from "@shopify/polaris";
import { OPTIONAL_SCOPES, type OptionalAccess } from "~/platform/shopify/scopes";
import { accessKey } from "../access";
import { staffWords } from "../words/staff";

const words = staffWords.allow;

/** The part of App Bridge that asks the merchant: it answers once they decided, in Shopify's own dialog. */
type Bridge = {
  scopes?: { request(scopes: string[]): Promise<{ result: "granted-all" | "declined-all" }> };
  toast?: { show(message: string, options?: { isError?: boolean }): void };
};

/** The button that asks for what is missing; null when nothing is. */
export function allowButton(missing: readonly OptionalAccess[], onAllowed: () => void) {
  if (missing.length === 0) return null;
  const ask = async () => {
    const bridge = (window as { shopify?: Bridge }).shopify;
    const answer = await bridge?.scopes
      ?.request(missing.map((one) => OPTIONAL_SCOPES[one]))
      .catch(() => null);
    if (answer?.result === "granted-all") onAllowed();
    else bridge?.toast?.show(words.declined, { isError: true });
  };
  return { content: words.button, onAction: () => void ask() };
}

type Props = { missing: readonly OptionalAccess[]; onAllowed: () => void };

/** What the policy offers and Shopify does not let us give yet, with the way to allow it. */
export function AllowBanner({ missing, onAllowed }: Props) {
  const allow = allowButton(missing, onAllowed);
  const key = accessKey(missing);
  if (!allow || !key) return null;
  return (
    <Banner tone="warning" title={words.title} action={allow}>
      <p>
        {words.text[key]} {words.until}
      </p>
    </Banner>
  );
}
