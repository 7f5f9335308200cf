import { createContext, useContext } from "react";

/** Puts words into the answer that is being written on this page; null: nobody writes one here. */
export type PutIntoAnswer = ((text: string) => void) | null;

const AnswerContext = createContext<PutIntoAnswer>(null);

/** A page where an answer is written says how words are put into it. */
export const AnswerProvider = AnswerContext.Provider;

export const usePutIntoAnswer = (): PutIntoAnswer => useContext(AnswerContext);
