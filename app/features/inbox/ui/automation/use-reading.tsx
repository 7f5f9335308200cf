import { useMemo } from "react";
import { useReader } from "~/ui/admin/reader";
import type { KeptReading } from "../../automation/reading.server";
import type { Reading } from "../../automation/sentence";

/** How whoever looks at the page reads rules. */
export function useReading({ currency, macros }: KeptReading): Reading {
  const { locale } = useReader();
  return useMemo(() => ({ locale, currency, macros: new Map(macros) }), [locale, currency, macros]);
}
