import { BlockStack, Button, InlineStack, Tag, Text, TextField } from "@shopify/polaris";
import { type KeyboardEvent, useState } from "react";
import { mailOutWords } from "../../words/mail-out-staff";
import type { MailOutDesk } from "./use-mail-out";

const words = mailOutWords.copies;

type Props = {
  desk: MailOutDesk;
  copies: readonly string[];
  offered: readonly string[];
  error: string | null;
};

/** Who gets copies of an answer besides the shopper; staff bring people in and take them out. */
export function AdminCopies({ desk, copies, offered, error }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const add = async (address: string) => {
    if (await desk.change({ do: "add", address })) setTyped(null);
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold">
          {words.to}
        </Text>
        {copies.map((address) => (
          <Tag key={address} onRemove={() => void desk.change({ do: "remove", address })}>
            {address}
          </Tag>
        ))}
        {copies.length === 0 && (
          <Text as="span" tone="subdued">
            {words.none}
          </Text>
        )}
        {offered.map((address) => (
          <Button
            key={address}
            size="slim"
            accessibilityLabel={words.offerLabel(address)}
            onClick={() => void add(address)}
          >
            {words.offer(address)}
          </Button>
        ))}
        {typed === null && (
          <Button size="slim" variant="plain" onClick={() => setTyped("")}>
            {words.add}
          </Button>
        )}
      </InlineStack>
      {error && typed === null && (
        <Text as="p" tone="critical">
          <span role="alert">{error}</span>
        </Text>
      )}
      {typed !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the button below does
        <div onKeyDown={(event) => addOnEnter(event, () => void add(typed))}>
          <TextField
            type="email"
            label={words.address}
            helpText={words.help}
            value={typed}
            onChange={setTyped}
            maxLength={254}
            autoComplete="off"
            autoFocus
            {...(error ? { error } : {})}
            connectedRight={
              <InlineStack gap="100">
                <Button disabled={typed.trim() === ""} onClick={() => void add(typed)}>
                  {words.confirm}
                </Button>
                <Button onClick={() => setTyped(null)}>{words.cancel}</Button>
              </InlineStack>
            }
          />
        </div>
      )}
    </BlockStack>
  );
}

/** It stands in the answer's own form, which it must not send. */
function addOnEnter(event: KeyboardEvent<HTMLElement>, add: () => void) {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  event.stopPropagation();
  add();
}
