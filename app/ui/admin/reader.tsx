import { createContext, type ReactNode, useContext } from "react";

/** How the person at the screen reads dates and amounts. */
export type Reader = { locale: string; timeZone: string };

const ReaderContext = createContext<Reader>({ locale: "en", timeZone: "UTC" });

/** Tells every DayText, TimeText and MoneyText below how to write. The admin's frame sets it once. */
export const ReaderProvider = ({ reader, children }: { reader: Reader; children: ReactNode }) => (
  <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>
);

export const useReader = (): Reader => useContext(ReaderContext);
