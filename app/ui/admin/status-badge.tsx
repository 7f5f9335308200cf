import { Badge, type BadgeProps } from "@shopify/polaris";

export type Tone = NonNullable<BadgeProps["tone"]>;
/** How each state is called, and how urgent it looks; no tone is a quiet one. */
export type BadgeMap = Readonly<Record<string, { label: string; tone?: Tone }>>;

/** A state in a word. One that is not in the map is shown as it is, so that nothing new is ever hidden. */
export function StatusBadge({ state, map }: { state: string; map: BadgeMap }) {
  const known = map[state];
  const label = known?.label ?? state.replaceAll("_", " ");
  return known?.tone ? <Badge tone={known.tone}>{label}</Badge> : <Badge>{label}</Badge>;
}
