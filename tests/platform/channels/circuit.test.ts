import { describe, expect, it } from "vitest";
import { type Circuit, closedCircuit, enter, reached, unreached } from "~/platform/channels/email/circuit";

const broken = (at: number, times = 3) =>
  Array.from({ length: times }).reduce<Circuit>((circuit) => unreached(circuit, at), closedCircuit);

describe("a mail server that cannot be reached", () => {
  it("is asked until it failed three times in a row", () => {
    expect(enter(broken(0, 2), 1).may).toBe(true);
    expect(enter(broken(0, 3), 1).may).toBe(false);
  });
  it("is tried by one mail after half a minute, and by no other meanwhile", () => {
    const rested = enter(broken(0), 30_000);
    expect(rested.may).toBe(true);
    expect(enter(rested.circuit, 30_001).may).toBe(false);
    expect(enter(rested.circuit, 90_001).may).toBe(true); // the one that tried is lost
  });
  it("is everybody's again after one success, and rests anew after a failure", () => {
    const tried = enter(broken(0), 30_000).circuit;
    expect(enter(reached(), 30_001).may).toBe(true);
    const failed = unreached(tried, 31_000);
    expect(enter(failed, 60_999).may).toBe(false);
    expect(enter(failed, 61_000).may).toBe(true);
  });
});
