import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import type { Named } from "../templates/names";
import { templateWords } from "../words/templates-staff";

const words = templateWords.names;
type Props = { names: readonly Named[]; disabled: boolean; onInsert: (text: string) => void };

/** Every name that the words of this message may use, with its value in the sample; a click inserts it. */
export function TemplateNames({ names, disabled, onInsert }: Props) {
  const group = (title: string, is: Named["is"]) => {
    const some = names.filter((one) => one.is === is);
    return some.length === 0 ? null : (
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        <ul className="admin-plain-list">
          {some.map(({ name, sample }) => (
            <li key={name}>
              <Button
                variant="plain"
                disabled={disabled}
                accessibilityLabel={words.insert(name)}
                onClick={() => onInsert(is === "list" ? loop(name) : `{{ ${name} }}`)}
              >
                {name}
              </Button>{" "}
              <Text as="span" tone="subdued" variant="bodySm">
                <bdi>{is === "part" ? "" : sample.slice(0, 60) || words.none}</bdi>
              </Text>
            </li>
          ))}
        </ul>
      </BlockStack>
    );
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
        <div style={{ maxBlockSize: 360, overflowY: "auto" }}>
          <BlockStack gap="300">
            {group(words.parts, "part")}
            <Text as="p" variant="bodySm" tone="subdued">
              {words.button}
            </Text>
            {group(words.values, "value")}
            {group(words.lists, "list")}
          </BlockStack>
        </div>
      </BlockStack>
    </Card>
  );
}

const loop = (list: string) => words.listText(list, list.replace(/s$/, ""));
