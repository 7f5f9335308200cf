import { globalId } from "../state/ids";

export interface ReasonDefinition {
  __typename: "ReturnReasonDefinition";
  id: string;
  handle: string;
  name: string;
  deleted: boolean;
}

/** The start of Shopify's library, numbered as it is there; the rest goes on by alphabet. */
const NAMES: [name: string, handle?: string][] = [
  ["Unknown"],
  ["Changed my mind"],
  ["Item not as described"],
  ["Received the wrong item"],
  ["Other", "other-reason"],
  ["Damaged or defective"],
  ["Too small"],
  ["Too big"],
  ["Style"],
  ["Color"],
  ["Absorbency"],
  ["Academic level"],
  ["Accuracy"],
  ["Adhesion"],
  ["Adhesive"],
  ["Adhesive strength"],
  ["Adjustability"],
  ["Age range"],
  ["Amperage"],
  ["Angle"],
];

export const REASONS: readonly ReasonDefinition[] = NAMES.map(([name, handle], index) => ({
  __typename: "ReturnReasonDefinition",
  id: globalId("ReturnReasonDefinition", index + 1),
  handle: handle ?? name.toLowerCase().replaceAll(" ", "-"),
  name,
  deleted: false,
}));

/** The old enum says less than the library: what it cannot say is OTHER. */
const BY_ENUM: Record<string, string> = {
  UNKNOWN: "unknown",
  UNWANTED: "changed-my-mind",
  NOT_AS_DESCRIBED: "item-not-as-described",
  WRONG_ITEM: "received-the-wrong-item",
  OTHER: "other-reason",
  DEFECTIVE: "damaged-or-defective",
  SIZE_TOO_SMALL: "too-small",
  SIZE_TOO_LARGE: "too-big",
  STYLE: "style",
  COLOR: "color",
};

export function definitionFor(reason: string): ReasonDefinition | null {
  return REASONS.find((each) => each.handle === BY_ENUM[reason]) ?? null;
}

export function enumFor(definition: ReasonDefinition): string {
  return Object.entries(BY_ENUM).find(([, handle]) => handle === definition.handle)?.[0] ?? "OTHER";
}

const CLOTHES = ["too-small", "too-big", "style", "color"];
const ALWAYS = [
  "changed-my-mind",
  "item-not-as-described",
  "received-the-wrong-item",
  "damaged-or-defective",
  "other-reason",
];

/** What Shopify would suggest for a product: sizes and looks for what is worn, the general reasons for all. */
export function suggestedFor(productType: string | null): ReasonDefinition[] {
  const isWorn = /apparel|cloth|shirt|dress|shoe|jumper|sweater|trouser|jacket|hat|sock/i.test(
    productType ?? "",
  );
  const handles = isWorn ? [...CLOTHES, ...ALWAYS] : ALWAYS;
  return handles.flatMap((handle) => REASONS.filter((each) => each.handle === handle));
}
