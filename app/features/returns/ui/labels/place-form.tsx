import {
  BlockStack,
  Button,
  ChoiceList,
  FormLayout,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { ReturnPlace } from "~/features/settings/schema";
import { labelWords } from "../../words/labels-staff";
import {
  ADDRESS_FIELDS,
  draftOf,
  LIST_FIELDS,
  type PlaceDraft,
  readPlace,
  type TypedField,
} from "./place-draft";

const words = labelWords.places;

type Props = {
  place: ReturnPlace | null;
  locations: { id: string; name: string }[];
  busy: boolean;
  onSave: (place: ReturnPlace) => void;
  onClose: () => void;
};

/** An address and what goes there. */
export function PlaceForm({ place, locations, busy, onSave, onClose }: Props) {
  const [draft, setDraft] = useState<PlaceDraft>(() => draftOf(place, crypto.randomUUID()));
  const [wrong, setWrong] = useState(false);
  const set = (part: Partial<PlaceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const field = (name: TypedField) => (
    <TextField
      key={name}
      label={words.fields[name]}
      helpText={words.help[name]}
      value={draft[name]}
      onChange={(said) => set({ [name]: said })}
      maxLength={name === "name" ? 80 : 1_000}
      autoComplete="off"
    />
  );
  const save = () => {
    const read = readPlace(draft);
    setWrong(!read);
    if (read) onSave(read);
  };
  return (
    <BlockStack gap="400">
      <FormLayout>
        {field("name")}
        <Text as="h4" variant="headingSm">
          {words.address}
        </Text>
        <FormLayout.Group>{ADDRESS_FIELDS.map(field)}</FormLayout.Group>
        <Text as="h4" variant="headingSm">
          {words.takes}
        </Text>
        <Text as="p" tone="subdued">
          {words.takesHelp}
        </Text>
        <FormLayout.Group>{LIST_FIELDS.map(field)}</FormLayout.Group>
        {locations.length > 1 && (
          <ChoiceList
            title={words.sentFrom}
            allowMultiple
            choices={locations.map(({ id, name }) => ({ value: id, label: name }))}
            selected={draft.locationIds}
            onChange={(locationIds) => set({ locationIds })}
          />
        )}
        <LocationSelect
          label={words.locationId}
          locations={locations}
          value={draft.locationId}
          onChange={(locationId) => set({ locationId })}
        />
      </FormLayout>
      {wrong && (
        <Text as="p" tone="critical">
          <span role="alert">{words.wrong}</span>
        </Text>
      )}
      <InlineStack gap="200">
        <Button variant="primary" loading={busy} onClick={save}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </InlineStack>
    </BlockStack>
  );
}

type SelectProps = {
  label: string;
  locations: { id: string; name: string }[];
  value: string | null;
  disabled?: boolean;
  onChange: (locationId: string | null) => void;
};

/** One of Shopify's locations, or the shop's first. One that Shopify does not name now is kept as it is. */
export function LocationSelect({ label, locations, value, disabled = false, onChange }: SelectProps) {
  const unnamed = value !== null && !locations.some(({ id }) => id === value);
  return (
    <Select
      label={label}
      options={[
        { value: "", label: words.ownLocation },
        ...locations.map(({ id, name }) => ({ value: id, label: name })),
        ...(unnamed ? [{ value, label: value }] : []),
      ]}
      value={value ?? ""}
      disabled={disabled}
      onChange={(chosen) => onChange(chosen || null)}
    />
  );
}
