import { FormLayout, Select, TextField } from "@shopify/polaris";
import type { ShortValue } from "../approved-texts";
import { staffWords } from "../words/staff";
import { whatsAppStaffWords as words } from "../words/whatsapp-staff";

export type TypedTemplate = { name: string; languages: string; parameters: ShortValue[] };

const MOST_PARAMETERS = 10;

type Props = {
  kind: string;
  typed: TypedTemplate;
  values: { name: ShortValue; sample: string }[];
  disabled: boolean;
  onChange: (next: TypedTemplate) => void;
};

/** One kind's template: its name, and once it has one, its languages and what fills its places, one more than filled. */
export function ApprovedFields({ kind, typed, values, disabled, onChange }: Props) {
  const { parameters } = typed;
  const places = [...parameters, null].slice(0, MOST_PARAMETERS);
  const options = [
    { label: words.none, value: "" },
    ...values.map(({ name, sample }) => ({ label: words.option(words.values[name], sample), value: name })),
  ];
  /** Without a value, a place ends the list there: places have no gaps. */
  const fill = (place: number, value: string) =>
    onChange({
      ...typed,
      parameters:
        value === "" ? parameters.slice(0, place) : parameters.toSpliced(place, 1, value as ShortValue),
    });
  return (
    <FormLayout>
      <TextField
        label={words.template(staffWords.kinds[kind] ?? kind)}
        value={typed.name}
        onChange={(name) => onChange({ ...typed, name })}
        autoComplete="off"
        disabled={disabled}
        maxLength={512}
      />
      {typed.name.trim() !== "" && (
        <>
          <TextField
            label={words.languages(typed.name.trim())}
            helpText={words.languagesHelp}
            value={typed.languages}
            onChange={(languages) => onChange({ ...typed, languages })}
            autoComplete="off"
            disabled={disabled}
            maxLength={600}
          />
          {places.map((value, place) => (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
              key={place}
              label={words.parameter(place + 1, typed.name.trim())}
              options={options}
              value={value ?? ""}
              disabled={disabled}
              onChange={(chosen) => fill(place, chosen)}
            />
          ))}
        </>
      )}
    </FormLayout>
  );
}
