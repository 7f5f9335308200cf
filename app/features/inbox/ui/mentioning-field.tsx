import { Box, Text, TextField, type TextFieldProps } from "@shopify/polaris";
import { type KeyboardEvent, useEffect, useState } from "react";
import { type Call, callAt, offered, type StaffMember, withCall } from "../people";
import { staffWords } from "../words/staff";
import { placeIn } from "./mail-out/use-enclosing";

const words = staffWords.composer.mention;
const optionId = (id: string) => `mention-${id}`;
const LIST = "mentions";

type Props = Pick<TextFieldProps, "label" | "helpText"> & {
  id: string;
  value: string;
  /** who can be called with "@"; null: nobody is called here */
  people: readonly StaffMember[] | null;
  onChange(text: string): void;
};

/**
 * A large field in which an "@" offers names: typing narrows them, arrows move among them, Enter or Tab takes the one
 * that is marked, Escape leaves what is typed. The focus stays in the field; it is a text box with a list that belongs
 * to it, since a field of several lines may not be a combobox (ARIA in HTML).
 */
export function MentioningField({ id, value, people, onChange, ...field }: Props) {
  const [call, setCall] = useState<Call | null>(null);
  const [marked, setMarked] = useState(0);
  const [shutAt, setShutAt] = useState<number | null>(null);
  const goTo = useGoTo(id);
  const isAsked = call !== null && call.from !== shutAt;
  const shown = people && isAsked ? offered(call.typed, people) : [];
  const current = shown[Math.min(marked, shown.length - 1)];
  const look = (text: string) => {
    const place = placeIn(id);
    const next = place === null ? null : callAt(text, place);
    setCall(next);
    if (next?.from !== shutAt) setShutAt(null);
  };
  const take = (person: StaffMember) => {
    if (!call) return;
    const { text, place } = withCall(value, call, person);
    onChange(text);
    goTo(place);
    setCall(null);
  };
  const press = (event: KeyboardEvent) => {
    if (!call || !current || isWithOthers(event)) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setMarked((shown.indexOf(current) + by + shown.length) % shown.length);
    else if (event.key === "Enter" || event.key === "Tab") take(current);
    else if (event.key === "Escape") setShutAt(call.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field in it
    <div
      onKeyDown={press}
      onKeyUp={() => look(value)}
      onMouseUp={() => look(value)}
      onBlur={() => setCall(null)}
    >
      <TextField
        {...field}
        id={id}
        name="text"
        labelHidden
        value={value}
        onChange={(text) => {
          onChange(text);
          setMarked(0);
          look(text);
        }}
        multiline={5}
        maxHeight="50vh"
        autoComplete="off"
        {...(people ? { ariaAutocomplete: "list" } : {})}
        {...(current ? { ariaControls: LIST, ariaActiveDescendant: optionId(current.id) } : {})}
      />
      <Text as="span" visuallyHidden>
        <span role="status">{shown.length > 0 ? words.offered(shown.length) : ""}</span>
      </Text>
      {current && (
        <Box paddingBlockStart="200">
          <Names shown={shown} current={current} onTake={take} />
        </Box>
      )}
    </div>
  );
}

const isWithOthers = ({ nativeEvent, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || ctrlKey || metaKey || altKey || shiftKey;

type NamesProps = { shown: StaffMember[]; current: StaffMember; onTake(person: StaffMember): void };

const Names = ({ shown, current, onTake }: NamesProps) => (
  <div id={LIST} role="listbox" aria-label={words.label} className="admin-options">
    {shown.map((person) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which holds the focus
      // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant of the field
      <div
        key={person.id}
        id={optionId(person.id)}
        ref={person === current ? intoView : null}
        role="option"
        aria-selected={person === current}
        className="admin-option"
        // the field keeps the focus, and a phone its keyboard
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onTake(person)}
      >
        <bdi>{person.name}</bdi>
      </div>
    ))}
  </div>
);

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: "nearest" });

/** Puts the caret of a field somewhere, once what was put into it is there. */
function useGoTo(id: string): (place: number) => void {
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => {
    const field = document.getElementById(id);
    if (place === null || !(field instanceof HTMLTextAreaElement)) return;
    field.focus();
    field.setSelectionRange(place, place);
    setPlace(null);
  }, [id, place]);
  return setPlace;
}
