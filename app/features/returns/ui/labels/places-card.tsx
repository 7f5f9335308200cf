import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { ReturnPlace } from "~/features/settings/schema";
import { addressLines } from "~/values/address";
import { labelWords } from "../../words/labels-staff";
import { Quiet, Titled } from "../admin-return-cards";
import type { LabelsPageProps } from "./labels-page";
import { takenBy, withPlace } from "./place-draft";
import { LocationSelect, PlaceForm } from "./place-form";

const words = labelWords.places;

/** Other addresses than the shop's own, in the order in which they are tried, and where things are put back. */
export function PlacesCard(props: LabelsPageProps) {
  const { places: all, locations, mayChange, busy, done, onAct } = props;
  const [editing, setEditing] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each thing done closes the form
  useEffect(() => setEditing(null), [done]);
  const disabled = !mayChange || busy;
  const save = (value: typeof all) => onAct({ intent: "places", value });
  const form = (place: ReturnPlace | null) => (
    <PlaceForm
      place={place}
      locations={locations}
      busy={busy}
      onSave={(typed) => save(withPlace(all, typed))}
      onClose={() => setEditing(null)}
    />
  );
  const earlier = (at: number) => {
    const places = [...all.places];
    places.splice(Math.max(0, at - 1), 0, ...places.splice(at, 1));
    save({ ...all, places });
  };
  return (
    <Titled title={words.title}>
      <BlockStack gap="400">
        <Quiet>{words.text}</Quiet>
        {all.places.length === 0 && <Quiet>{words.none}</Quiet>}
        <BlockStack as="ul" gap="300">
          {all.places.map((place, at) => (
            <Box
              as="li"
              key={place.id}
              borderWidth="025"
              borderColor="border"
              borderRadius="200"
              padding="300"
            >
              {editing === place.id ? (
                form(place)
              ) : (
                <Place
                  place={place}
                  locations={locations}
                  disabled={disabled}
                  onEarlier={at > 0 ? () => earlier(at) : null}
                  onEdit={() => setEditing(place.id)}
                  onRemove={() => save({ ...all, places: all.places.filter((one) => one !== place) })}
                />
              )}
            </Box>
          ))}
        </BlockStack>
        {editing === "" ? (
          form(null)
        ) : (
          <InlineStack>
            <Button disabled={disabled} onClick={() => setEditing("")}>
              {words.add}
            </Button>
          </InlineStack>
        )}
        <LocationSelect
          label={words.restock}
          locations={locations}
          value={all.locationId}
          disabled={disabled}
          onChange={(locationId) => save({ ...all, locationId })}
        />
      </BlockStack>
    </Titled>
  );
}

type PlaceProps = {
  place: ReturnPlace;
  locations: { id: string; name: string }[];
  disabled: boolean;
  onEarlier: (() => void) | null;
  onEdit: () => void;
  onRemove: () => void;
};

function Place({ place, locations, disabled, onEarlier, onEdit, onRemove }: PlaceProps) {
  const actions = [
    ...(onEarlier ? [[words.earlier, onEarlier] as const] : []),
    [words.edit, onEdit] as const,
    [words.remove, onRemove] as const,
  ];
  return (
    <InlineStack gap="300" align="space-between" blockAlign="center">
      <BlockStack>
        <Text as="h3" variant="headingSm" breakWord>
          {place.name}
        </Text>
        <Quiet>
          <bdi>{addressLines(place.address).join(", ")}</bdi>
        </Quiet>
        <Quiet>{takenBy(place, locations)}</Quiet>
      </BlockStack>
      <InlineStack gap="200">
        {actions.map(([label, act]) => (
          <Button
            key={label}
            variant="tertiary"
            accessibilityLabel={`${label}: ${place.name}`}
            disabled={disabled}
            onClick={act}
          >
            {label}
          </Button>
        ))}
      </InlineStack>
    </InlineStack>
  );
}
