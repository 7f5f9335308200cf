import { BlockStack, Box, Button, ButtonGroup, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { XSmallIcon } from "@shopify/polaris-icons";
import { type FormEvent, useState } from "react";
import { METHODS, OUTCOMES } from "../policy-schema";
import { RETURN_REASONS } from "../reasons";
import { RETURN_STATES } from "../states";
import {
  defaultSort,
  filterParams,
  LIST_SORTS,
  type ListFilter,
  listFilterSchema,
  listUrl,
  type Narrowing,
  narrowedBy,
} from "../views";
import { staffWords } from "../words/staff";
import { listWords } from "../words/staff-list";
import type { AdminReturnListProps } from "./admin-return-list";

const words = listWords.filters;

type Choices = readonly { value: string; label: string }[];
const choices = <T extends string>(values: readonly T[], label: (value: T) => string): Choices => [
  { value: "", label: words.any },
  ...values.map((value) => ({ value, label: label(value) })),
];

/** The parts that are one of a few, and what they may be. */
const OFFERED: Partial<Record<Narrowing, Choices>> = {
  state: choices(RETURN_STATES, (state) => staffWords.states[state].label),
  reason: choices(RETURN_REASONS, (reason) => staffWords.reasons[reason] ?? reason),
  outcome: choices(OUTCOMES, (outcome) => listWords.outcomes[outcome]),
  method: choices(METHODS, (method) => listWords.methods[method]),
  gift: choices(["yes", "no"] as const, (gift) => words[gift]),
};

/** Whatever narrows the list, and how it is sorted. What it says becomes the address. */
export function FilterPanel({ filter, onApplied, onGo }: AdminReturnListProps & { onApplied: () => void }) {
  const [draft, setDraft] = useState<Record<string, string>>(() => filterParams(filter));
  const set = (name: string) => (value: string) => setDraft((before) => ({ ...before, [name]: value }));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    onGo(listUrl(listFilterSchema.parse(draft)));
    onApplied();
  };
  return (
    <form onSubmit={apply} aria-label={words.title}>
      <BlockStack gap="300">
        <div className="admin-filters">
          {(Object.keys(words.names) as Narrowing[]).map((name) => (
            <Part key={name} name={name} value={draft[name] ?? ""} onChange={set(name)} />
          ))}
          <Select
            label={words.sort}
            options={LIST_SORTS.filter((sort) => sort !== "due" || filter.view === "overdue").map(
              (value) => ({
                value,
                label: words.sorts[value],
              }),
            )}
            value={draft.sort ?? defaultSort(filter.view)}
            onChange={set("sort")}
          />
        </div>
        <ButtonGroup>
          <Button submit variant="primary">
            {words.apply}
          </Button>
          <Button
            onClick={() => {
              onGo(listUrl({ view: filter.view }));
              onApplied();
            }}
          >
            {words.clear}
          </Button>
        </ButtonGroup>
      </BlockStack>
    </form>
  );
}

function Part({
  name,
  value,
  onChange,
}: {
  name: Narrowing;
  value: string;
  onChange: (value: string) => void;
}) {
  const offered = OFFERED[name];
  if (offered)
    return <Select label={words.names[name]} options={[...offered]} value={value} onChange={onChange} />;
  const type =
    name === "min" || name === "max" ? "number" : name === "from" || name === "to" ? "date" : "text";
  return (
    <TextField
      label={words.names[name]}
      type={type}
      value={value}
      onChange={onChange}
      autoComplete="off"
      {...(type === "number" ? { min: 0 } : {})}
      {...(name === "country" ? { maxLength: 2, placeholder: words.countryHint } : {})}
      {...(name === "product" ? { maxLength: 100 } : {})}
    />
  );
}

const said = (name: Narrowing, filter: ListFilter): string => {
  const value = String(filter[name] ?? "");
  const known = OFFERED[name]?.find((one) => one.value === value)?.label;
  return name === "gift" ? (known ?? value) : `${words.names[name]}: ${known ?? value}`;
};

/** What narrows the list now; each can be taken away by itself. */
export function AppliedFilters({ filter, onGo }: AdminReturnListProps) {
  const applied = narrowedBy(filter);
  if (applied.length === 0) return null;
  return (
    <InlineStack gap="200" blockAlign="center">
      {applied.map((name) => (
        <Box key={name}>
          <Button
            size="slim"
            icon={XSmallIcon}
            accessibilityLabel={words.remove(said(name, filter))}
            onClick={() => onGo(listUrl({ ...filter, [name]: undefined }))}
          >
            {said(name, filter)}
          </Button>
        </Box>
      ))}
      <Button variant="plain" onClick={() => onGo(listUrl({ view: filter.view }))}>
        {words.clear}
      </Button>
      <Text as="span" visuallyHidden>
        {words.count(applied.length)}
      </Text>
    </InlineStack>
  );
}
