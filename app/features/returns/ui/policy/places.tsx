import { Text } from "@shopify/polaris";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Contradiction } from "../../contradictions";
import { contradictionWords } from "../../words/policy-contradictions";

const PLACE = "policy-";

/** The place on the page that a path leads to, or what is nearest around it. */
export function placeOf(path: string): HTMLElement | null {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const place = document.getElementById(PLACE + parts.slice(0, length).join("."));
    if (place) return place;
  }
  return null;
}

/** What contradicts itself, by the place nearest to it. */
type FoundByPlace = Readonly<Record<string, readonly Contradiction[]>>;
export const FoundHere = createContext<FoundByPlace>({});

/** Which places say what: known once the page is drawn, since some fields are only there while they are needed. */
export function useFoundHere(found: readonly Contradiction[]): FoundByPlace {
  const [byPlace, setByPlace] = useState<FoundByPlace>({});
  const all = JSON.stringify(found);
  useEffect(() => {
    const next: Record<string, Contradiction[]> = {};
    for (const one of JSON.parse(all) as Contradiction[]) {
      const place = placeOf(one.path)?.id.slice(PLACE.length);
      if (place) next[place] = [...(next[place] ?? []), one];
    }
    setByPlace(next);
  }, [all]);
  return byPlace;
}

/** What contradicts itself here, in sentences. */
export function FoundAt({ path }: { path: string }) {
  const found = useContext(FoundHere)[path] ?? [];
  return found.map((one) => {
    const sentence = contradictionWords[one.code](one.detail ?? {});
    return (
      <Text
        as="p"
        key={`${one.code} ${one.path} ${sentence}`}
        tone={one.weight === "stop" ? "critical" : "caution"}
      >
        {sentence}
      </Text>
    );
  });
}

type PlaceProps = {
  path: string;
  /** the sentences stand further inside, where they read better */
  saysInside?: boolean;
  children: ReactNode;
};

/** A place on the page that a sentence can lead to, and that says what contradicts itself there. */
export const Place = ({ path, saysInside = false, children }: PlaceProps) => (
  <div id={PLACE + path} tabIndex={-1} style={{ scrollMarginBlockStart: "5rem" }}>
    {children}
    {!saysInside && <FoundAt path={path} />}
  </div>
);

/** Does something inside of this place contradict itself? */
export const useFoundIn = (path: string): boolean =>
  Object.keys(useContext(FoundHere)).some((place) => place.startsWith(`${path}.`));
