/** What all of a shop's mails have in common: colours of text and lines on light ground, and how wide they are. */
export const INK = "#1c1f1e";
export const QUIET = "#5b6360";
export const LINE = "#e3e6e4";
/** The widest a mail is, in CSS pixels. */
export const WIDTH = 600;
