import { formatTime } from "~/platform/i18n/locales";
import { always, HOUR, type Kind } from "../kind";
import { letterOf } from "../plain-news";

/**
 * The shop said by when it answers. The fact `conversation.replyPromised` has a conversation, the order it is
 * about, and `by`, an ISO 8601 time; whoever makes promises records it.
 */
export const replyPromised: Kind = {
  key: "replyPromised",
  fact: "conversation.replyPromised",
  group: "order",
  audience: "writer",
  channels: ["email"],
  harm: "some",
  anytime: true,
  stillTrue: always,
  freshFor: HOUR,
  sample: { by: "2026-11-04T17:00:00Z" },
  say(occasion) {
    const { words, data, locale, timeZone } = occasion;
    const { title, text } = words.news.replyPromised;
    const by = typeof data.by === "string" ? new Date(data.by) : null;
    const isDate = by !== null && !Number.isNaN(by.getTime());
    return letterOf(occasion, { title, text: isDate ? text(formatTime(by, locale, timeZone)) : title });
  },
};
