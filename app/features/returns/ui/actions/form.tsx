import { Banner, BlockStack, Text } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { ACTION_SCOPES, type ActionAccess } from "~/platform/shopify/scopes";
import { askForAccess } from "~/ui/admin/ask-for-access";
import { Modal } from "~/ui/admin/modal";
import { useReader } from "~/ui/admin/reader";
import { words as shared } from "~/ui/admin/words";
import { formatMoney, type Money } from "~/values/money";
import type { Refusal } from "~/values/result";
import type { ActionPanel } from "../../action-queries.server";
import { formWords as words } from "../../words/action-forms-staff";

/** What every form of the panel needs. */
export type FormProps = {
  panel: ActionPanel;
  busy: boolean;
  /** why the last try was refused; null: it was not */
  refused: Refusal | null;
  /** sends what the form asks for, with the form's own key */
  onSend(body: Record<string, unknown>): void;
  onClose(): void;
  /** after the merchant allowed something */
  onAllowed(): void;
};

type Props = Omit<FormProps, "panel" | "onSend"> & {
  panel: ActionPanel;
  title: string;
  /** what the shopper gets and is told, and whether it can be undone; null while that is not known */
  told: string | null;
  send: string;
  destructive?: boolean;
  /** what the merchant must have allowed for it */
  needs?: ActionAccess | null;
  /** can it be sent as it stands? */
  ready: boolean;
  onSend(): void;
  children?: ReactNode;
};

/** A form in a window: its fields, what comes of it, and why not. */
export function ActionForm(props: Props) {
  const { title, told, send, destructive = false, ready, busy, refused, needs, panel } = props;
  // What was allowed a moment ago may not have been heard of yet: the server asks Shopify itself.
  const [allowed, setAllowed] = useState<ActionAccess | null>(null);
  const missing = needs && needs !== allowed && panel.missing.includes(needs) ? needs : null;
  const onAllowed = (access: ActionAccess) => {
    setAllowed(access);
    props.onAllowed();
  };
  const { locale } = useReader();
  return (
    <Modal
      open
      onClose={props.onClose}
      title={title}
      primaryAction={{
        content: send,
        destructive,
        loading: busy,
        disabled: !ready || missing !== null,
        onAction: props.onSend,
      }}
      secondaryActions={[{ content: shared.cancel, onAction: props.onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {missing && (
            <Banner
              tone="warning"
              action={{
                content: words.allow,
                onAction: () =>
                  void askForAccess([ACTION_SCOPES[missing]], words.declined, () => onAllowed(missing)),
              }}
            >
              <p>{words.needs[missing]}</p>
            </Banner>
          )}
          {refused && (
            <Banner tone="critical">
              <p role="alert">{refusalText(refused, panel.left, locale)}</p>
            </Banner>
          )}
          {props.children}
          {told && (
            <Text as="p" tone="subdued">
              {told}
            </Text>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

/** Why it was refused, with the amount or Shopify's own sentence where there is one. */
function refusalText({ code, detail }: Refusal, left: Money, locale: string): string {
  const said = words.refused[code] ?? words.refusedOther;
  if (code === "returns.refundTooLarge")
    return `${said} ${words.left(formatMoney({ ...left, amount: BigInt(detail?.left ?? 0) }, locale))}`;
  return detail?.why ? `${said} ${detail.why}` : said;
}

/** The key of one opening of a form: sent twice, it is one wish. */
export const useRequestKey = (): string => useState(() => crypto.randomUUID())[0];

/** Says from what amount on somebody else decides, where there is a limit. */
export function LimitNote({ panel }: { panel: ActionPanel }) {
  const { locale } = useReader();
  return panel.limit ? (
    <Text as="p" tone="subdued">
      {words.limit(formatMoney(panel.limit, locale))}
    </Text>
  ) : null;
}

/** Names of a record as a list to choose from. */
export const optionsOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  (Object.entries(names) as [Key, string][]).map(([value, label]) => ({ value, label }));
