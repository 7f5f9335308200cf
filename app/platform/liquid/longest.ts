/** The longest template that is kept, in characters of Liquid. Apart from the engine, which pages need not load. */
export const LONGEST_TEMPLATE = 20_000;
