import { Banner } from "@shopify/polaris";
import { OPTIONAL_SCOPES, type OptionalAccess } from "~/platform/shopify/scopes";
import { askForAccess } from "~/ui/admin/ask-for-access";
import { accessKey } from "../access";
import { staffWords } from "../words/staff";

const words = staffWords.allow;

/** The button that asks for what is missing; null when nothing is. */
export function allowButton(missing: readonly OptionalAccess[], onAllowed: () => void) {
  if (missing.length === 0) return null;
  const scopes = missing.map((one) => OPTIONAL_SCOPES[one]);
  return { content: words.button, onAction: () => void askForAccess(scopes, words.declined, onAllowed) };
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
