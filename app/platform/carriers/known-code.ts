import { statusCode } from "./status";
import { GENERIC_STATUS } from "./status-maps";

/** Do we know this code of any carrier, be it one that says nothing? Codes of several parts are joined by " / ". */
export const isKnownCode = (raw: string): boolean =>
  raw.split(" / ").every((part) => Object.hasOwn(GENERIC_STATUS, statusCode(part)));
