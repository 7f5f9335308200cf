import { expect, it } from "vitest";
import { keywordOf } from "~/platform/channels/sms/keywords";

it.each([
  ["STOP", "stop"],
  [" Stop! ", "stop"],
  ["ＳＴＯＰ", "stop"],
  ["Arrêt", "stop"],
  ["arre\u0302t", "stop"],
  ["Abmelden.", "stop"],
  ["הסר", "stop"],
  ["\u200fتوقف", "stop"],
  ["配信停止", "stop"],
  ["unstop", "start"],
  ["Start", "start"],
  ["Hilfe?", "help"],
  ["ヘルプ", "help"],
  ["please stop by at noon", null],
  ["When does it stop?", null],
  ["", null],
  ["!!!", null],
  ["stop".repeat(100), null],
])("%j means %s", (text, keyword) => expect(keywordOf(text)).toBe(keyword));
