// @vitest-environment jsdom
import { act } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { RangeBar, scaleOf } from "~/features/notifications/ui/range-bar";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

it("stands as the server sent it, though the browser would space the days differently", async () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const day = (date: number) => new Date(Date.UTC(2026, 10, date, 12));
  const range = { p10: day(24), p50: day(26), p90: day(28), promised: day(25) };
  const shown = <RangeBar range={range} scale={scaleOf([range], now)} now={now} />;
  const sent = renderToString(shown).replace(/\s*–\s*/g, " to ");
  expect(sent).toContain(" to ");
  const place = document.createElement("div");
  place.innerHTML = sent;
  const mended: unknown[] = [];
  await act(async () => {
    hydrateRoot(place, shown, { onRecoverableError: (error) => mended.push(error) });
  });
  expect(mended).toEqual([]);
  expect(place.textContent).toContain("Promised Nov 25");
});
