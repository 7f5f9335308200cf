/** A box to tick takes the space bar alone. */
const TYPED = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** Do keys that are pressed there write or choose something? */
export const isTypedInto = (target: unknown): boolean =>
  typeof target === "object" &&
  target !== null &&
  "closest" in target &&
  typeof target.closest === "function" &&
  target.closest(TYPED) !== null;
