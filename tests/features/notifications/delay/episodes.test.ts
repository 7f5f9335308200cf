import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EPISODE_RULES,
  type Episode,
  harmOf,
  type News,
  NO_EPISODE,
  nextNews,
} from "~/features/notifications/delay/episodes";
import { fit as learn, predict } from "~/features/notifications/delay/predict";

const HOUR = 3_600_000;
const START = Date.parse("2026-03-02T08:00:00Z");
const PROMISED = new Date(START + 240 * HOUR);

/** [hours after the start, likelihood late, arrival by (hours after the promise)] */
type Look = [hours: number, late: number, by: number];

function newsOf(looks: readonly Look[], promised: Date | null = PROMISED): News[] {
  let episode: Episode = NO_EPISODE;
  return looks.map(([hours, lateProbability, by]) => {
    const forecast = { lateProbability, p90: new Date(PROMISED.getTime() + by * HOUR) };
    const decision = nextNews(episode, forecast, promised, new Date(START + hours * HOUR));
    episode = JSON.parse(JSON.stringify(decision.episode)) as Episode;
    return decision.news;
  });
}

describe("news of a delay", () => {
  const none = "nothing";

  it.each<[string, Look[], News[]]>([
    [
      "says nothing while it is on time",
      [
        [0, 0.1, -20],
        [24, 0.2, -10],
        [48, 0.6, 5],
      ],
      [none, none, none],
    ],
    ["speaks at once when it is sure", [[0, 0.95, 50]], ["late"]],
    [
      "waits a day when it is likely only",
      [
        [0, 0.75, 10],
        [12, 0.75, 10],
        [24, 0.75, 10],
      ],
      [none, none, "late"],
    ],
    [
      "says it once",
      [
        [0, 0.95, 50],
        [24, 0.96, 50],
        [48, 0.99, 52],
        [96, 1, 60],
      ],
      ["late", none, none, none],
    ],
    [
      "forgets a doubt that passes",
      [
        [0, 0.75, 10],
        [12, 0.4, 0],
        [24, 0.75, 10],
      ],
      [none, none, none],
    ],
    [
      "tells a new date when it moved by days",
      [
        [0, 0.95, 50],
        [48, 0.99, 110],
      ],
      ["late", "lateNewDate"],
    ],
    [
      "but not a day after the last message",
      [
        [0, 0.95, 50],
        [24, 0.99, 110],
      ],
      ["late", none],
    ],
    [
      "takes it back when it is truly on its way",
      [
        [0, 0.95, 50],
        [48, 0.1, -9],
        [72, 0.1, -9],
      ],
      ["late", none, "backOnTrack"],
    ],
    [
      "speaks when the promise passes",
      [
        [239, 0.6, 30],
        [241, 0.6, 30],
      ],
      [none, "late"],
    ],
    [
      "tells anew when the told date has passed too",
      [
        [239, 0.95, 30],
        [289, 1, 60],
      ],
      ["late", "lateNewDate"],
    ],
  ])("%s", (_, looks, news) => expect(newsOf(looks)).toEqual(news));

  it("without a promise nothing is late", () =>
    expect(
      newsOf(
        [
          [0, 1, 9],
          [999, 1, 9],
        ],
        null,
      ),
    ).toEqual([none, none]));

  it("asked again with what it answered, says nothing more", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 30 }),
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.integer({ min: -50, max: 400 }),
          ),
          { maxLength: 40 },
        ),
        (steps) => {
          let hours = 0;
          const twice = steps.flatMap(([more, late, by]): Look[] => {
            hours += more;
            return [
              [hours, late, by],
              [hours, late, by],
            ];
          });
          const news = newsOf(twice);
          expect(news.filter((one, i) => i % 2 === 1 && one !== none)).toEqual([]);
        },
      ),
    );
  });

  it("never flaps: late and back take turns, messages are few and two days apart", () => {
    const look = fc.tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: -50, max: 900 }),
    );
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), (steps) => {
        let hours = 0;
        const looks = steps.map(([more, late, by]): Look => {
          hours += more;
          return [hours, late, by];
        });
        const told = newsOf(looks).flatMap((news, i) =>
          news === none ? [] : [{ news, at: looks[i]?.[0] ?? 0 }],
        );
        expect(told.length).toBeLessThanOrEqual(EPISODE_RULES.mostMessages);
        told.forEach(({ news, at }, i) => {
          const before = told[i - 1];
          if (before) expect(at - before.at).toBeGreaterThanOrEqual(EPISODE_RULES.restHours);
          if (news === "late") expect([undefined, "backOnTrack"]).toContain(before?.news);
          else expect(["late", "lateNewDate"]).toContain(before?.news);
        });
      }),
    );
  });

  it("looked at each hour, a likelihood that wavers around the threshold makes one message at most", () => {
    const looks = Array.from({ length: 200 }, (_, hour): Look => [hour, hour % 2 ? 0.69 : 0.72, 20]);
    expect(newsOf(looks).filter((one) => one !== none).length).toBeLessThanOrEqual(1);
  });
});

describe("harm", () => {
  const parcel = {
    handedOver: "2026-03-02T15:00:00Z",
    origin: { country: "DE" },
    destination: { country: "DE" },
  };
  const harm = (promised: string | null, now: string, lastScan?: { at: string; status?: string }) =>
    harmOf(predict(learn([]), { ...parcel, promised, lastScan: lastScan ?? null }, now), promised);

  it("grows with the days a parcel is late, and is nothing without a promise", () => {
    const now = "2026-03-16T09:00:00Z";
    expect(harm(null, now)).toBe(0);
    expect(harm("2026-03-04", now)).toBeGreaterThan(harm("2026-03-12", now));
    expect(harm("2026-03-12", now)).toBeGreaterThan(harm("2026-12-12", now));
  });

  it("is more for a parcel that stands still, and for one nobody was told of", () => {
    const now = "2026-03-09T09:00:00Z";
    const moving = harm("2026-03-06", now, { at: "2026-03-09T08:00:00Z" });
    expect(harm("2026-03-06", now, { at: "2026-03-09T08:00:00Z", status: "failed" })).toBeGreaterThan(moving);
    const prediction = predict(learn([]), { ...parcel, promised: "2026-03-06" }, now);
    expect(harmOf(prediction, "2026-03-06", { ...NO_EPISODE, state: "on" })).toBeLessThan(
      harmOf(prediction, "2026-03-06"),
    );
  });
});
