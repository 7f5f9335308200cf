import { BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import { policyWords as words } from "../../words/policy-staff";
import { FoundAt, Place } from "./places";

type SectionProps = { path: string; title: string; text?: string; children: ReactNode };

/** A part of the policy's form. */
export const Section = ({ path, title, text, children }: SectionProps) => (
  <Place path={path} saysInside>
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {text && (
            <Text as="p" tone="subdued">
              {text}
            </Text>
          )}
          <FoundAt path={path} />
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  </Place>
);

type RowsProps<Row extends { id: string }> = {
  path: string;
  rows: Row[];
  onChange: (rows: Row[]) => void;
  nameOf: (number: number) => string;
  /** does their order matter? */
  ordered?: boolean;
  add: string;
  onAdd: () => Row;
  most: number;
  disabled: boolean;
  children: (row: Row, set: (part: Partial<Row>) => void, at: number) => ReactNode;
};

/** Rows that can be added, taken away and put in order. */
export function Rows<Row extends { id: string }>({
  path,
  rows,
  onChange,
  nameOf,
  ordered = false,
  add,
  onAdd,
  most,
  disabled,
  children,
}: RowsProps<Row>) {
  const move = (at: number, to: number) => {
    const next = [...rows];
    const [row] = next.splice(at, 1);
    if (row) next.splice(to, 0, row);
    onChange(next);
  };
  return (
    <BlockStack gap="400">
      {rows.map((row, at) => (
        <Place key={row.id} path={`${path}.${at}`} saysInside>
          <div className="admin-policy-row">
            <BlockStack gap="300">
              <InlineStack align="space-between" blockAlign="center" wrap={false}>
                <Text as="h3" variant="headingSm">
                  {nameOf(at + 1)}
                </Text>
                <ButtonGroup>
                  {ordered && (
                    <Button
                      icon={ArrowUpIcon}
                      accessibilityLabel={words.actions.up(nameOf(at + 1))}
                      disabled={disabled || at === 0}
                      onClick={() => move(at, at - 1)}
                    />
                  )}
                  {ordered && (
                    <Button
                      icon={ArrowDownIcon}
                      accessibilityLabel={words.actions.down(nameOf(at + 1))}
                      disabled={disabled || at === rows.length - 1}
                      onClick={() => move(at, at + 1)}
                    />
                  )}
                  <Button
                    icon={DeleteIcon}
                    accessibilityLabel={words.actions.removeNamed(nameOf(at + 1))}
                    disabled={disabled}
                    onClick={() => onChange(rows.filter((other) => other !== row))}
                  />
                </ButtonGroup>
              </InlineStack>
              <FoundAt path={`${path}.${at}`} />
              {children(
                row,
                (part) => onChange(rows.map((other) => (other === row ? { ...row, ...part } : other))),
                at,
              )}
            </BlockStack>
          </div>
        </Place>
      ))}
      <InlineStack>
        <Button disabled={disabled || rows.length >= most} onClick={() => onChange([...rows, onAdd()])}>
          {add}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

/** An id for something new in a policy. */
export const newRowId = (): string => crypto.randomUUID().slice(0, 8);
