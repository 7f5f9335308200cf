/** A signature is a few lines; longer ones are letters. */
export const MOST_SIGNATURE_CHARACTERS = 2_000;
