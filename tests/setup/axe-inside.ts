/** axe inside of an extension's sandbox: it needs more of a document than that has, which is lent to it meanwhile. */
export const withWholeDocument = (axe: string) => `(async () => {
  const limits = Object.entries(Object.getOwnPropertyDescriptors(document)).filter(([, one]) => typeof one.value === "function");
  for (const [name] of limits) delete document[name];
  try {
    ${axe};
    return await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
  } finally {
    for (const [name, one] of limits) Object.defineProperty(document, name, one);
  }
})()`;
