/** Where the focus was: on what, on which screen, and in what that stood, from the inside out. */
export type Place = {
  thing: HTMLElement;
  pathname: string;
  around: { parent: Element; at: number }[];
};

const PRESSED = 'a[href], button:not(:disabled, [aria-disabled="true"]), summary';
const TAKES = `${PRESSED}, input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]`;

/** Notes where something stands, as far as its window or the page's `main`; of what floats elsewhere, nothing. */
export function placeOf(thing: HTMLElement): Place {
  const around: Place["around"] = [];
  const root = thing.closest('[role="dialog"], main');
  for (let at: Element = thing; root && at !== root && at.parentElement; at = at.parentElement)
    around.push({ parent: at.parentElement, at: [...at.parentElement.children].indexOf(at) });
  return { thing, pathname: location.pathname, around };
}

/** Can the focus be on it now? */
export const takesFocus = (thing: HTMLElement): boolean =>
  thing.isConnected && !thing.matches(":disabled") && thing.getClientRects().length > 0;

/**
 * What is there instead of something that is gone or stays switched off: the same control of what took its place (in
 * a list, of the next row), or the first control there; else the nearest button or link around it. A field is never
 * taken from around: what is typed next would be written.
 */
export function insteadOf({ around }: Place): HTMLElement | null {
  const left = around.findIndex(({ parent }) => parent.isConnected);
  const from = around[left];
  if (!from) return null;
  const { children } = from.parent;
  const heir = children[Math.min(from.at, children.length - 1)];
  const same = around
    .slice(0, left)
    .reduceRight<Element | undefined>((in_, { at }) => in_?.children[at], heir);
  if (same instanceof HTMLElement && same.matches(TAKES) && takesFocus(same)) return same;
  // what is switched off only while something is saved can have it, too
  const first = heir && (firstIn(heir, TAKES) ?? firstIn(heir, "button"));
  if (first) return first;
  for (const { parent } of around.slice(left, -1)) {
    const near = firstIn(parent, PRESSED);
    if (near) return near;
  }
  return null;
}

const firstIn = (within: Element, which: string): HTMLElement | null =>
  [within, ...within.querySelectorAll(which)].find(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(which) && takesFocus(one),
  ) ?? null;
