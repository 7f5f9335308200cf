import { BlockStack, Box, Card, ChoiceList, FormLayout, Text, TextField } from "@shopify/polaris";
import type { Address } from "~/values/address";
import { staffWords } from "../words/staff";
import type { CardProps } from "./settings-page";

const words = staffWords.address;

const EMPTY: Address = {
  name: null,
  company: null,
  line1: null,
  line2: null,
  city: null,
  province: null,
  zip: null,
  country: null,
  phone: null,
};

/** Where returns go: the shop's own address, or another. */
export function AddressCard(props: CardProps & { shopAddress: string[] }) {
  const { draft, change, disabled, shopAddress } = props;
  const { address } = draft.returns;
  const setAddress = (next: Address | null) => change({ returns: { ...draft.returns, address: next } });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.text}
          </Text>
        </BlockStack>
        <ChoiceList
          title={words.choice}
          titleHidden
          disabled={disabled}
          selected={[address ? "own" : "shop"]}
          onChange={([chosen]) => setAddress(chosen === "own" ? EMPTY : null)}
          choices={[
            { value: "shop", label: words.shop },
            { value: "own", label: words.own },
          ]}
        />
        {address ? (
          <Fields {...props} address={address} set={(part) => setAddress({ ...address, ...part })} />
        ) : (
          <Box paddingInlineStart="800">
            <Text as="p" tone="subdued">
              <span style={{ whiteSpace: "pre-line" }}>{shopAddress.join("\n") || words.unknown}</span>
            </Text>
          </Box>
        )}
      </BlockStack>
    </Card>
  );
}

type FieldsProps = CardProps & { address: Address; set: (part: Partial<Address>) => void };

function Fields({ address, set, problem, disabled }: FieldsProps) {
  const field = (part: keyof Address, autoComplete: string, most: number) => (
    <TextField
      label={words[part]}
      value={address[part] ?? ""}
      onChange={(text) => set({ [part]: text })}
      error={problem(`returns.address.${part}`)}
      autoComplete={autoComplete}
      maxLength={most}
      disabled={disabled}
    />
  );
  return (
    <FormLayout>
      <FormLayout.Group>
        {field("name", "off", 100)}
        {field("company", "organization", 100)}
      </FormLayout.Group>
      {field("line1", "address-line1", 200)}
      {field("line2", "address-line2", 200)}
      <FormLayout.Group>
        {field("zip", "postal-code", 30)}
        {field("city", "address-level2", 100)}
      </FormLayout.Group>
      <FormLayout.Group>
        {field("province", "address-level1", 100)}
        {field("country", "country", 2)}
      </FormLayout.Group>
      {field("phone", "tel", 40)}
    </FormLayout>
  );
}
