/** How each value is made. */
export type Makers<T> = { readonly [name: string]: () => T };

/**
 * Values that are made when they are first asked for, and once: a template names few of all that it may. Reads
 * like any object.
 */
export function onDemand<T>(makers: Makers<T>): { readonly [name: string]: T } {
  const made = {} as { [name: string]: T };
  for (const [name, make] of Object.entries(makers))
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = make();
        Object.defineProperty(made, name, { enumerable: true, value });
        return value;
      },
    });
  return made;
}
