/**
 * The views of the inbox. forMe: mine, and what I follow with something new; mine: mine, not closed; unassigned:
 * open and nobody's; late: an answer was promised by now; due: a target is soon due, or overdue; the others are
 * states.
 */
export const VIEWS = [
  "open",
  "forMe",
  "mine",
  "unassigned",
  "late",
  "due",
  "snoozed",
  "waiting",
  "closed",
] as const;
export type View = (typeof VIEWS)[number];

/** How urgent, the least first; the place in the list is what is kept. */
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What a kept number stands for. */
export const priorityOf = (kept: number): Priority => PRIORITIES[kept] ?? "normal";

export const MOST_TAG_LETTERS = 40;
/** More conversations than this of one tag are only said to be more. */
export const TAGGED_AT_MOST = 99;
/** A conversation has at most so many. */
export const MOST_TAGS = 20;

/** A tag as it is kept: one spelling, so that "VIP " and "vip" are one; empty when nothing is left of it. */
export const cleanTag = (typed: string): string =>
  typed
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf},]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .toLocaleLowerCase("en")
    .slice(0, MOST_TAG_LETTERS)
    .trim();
