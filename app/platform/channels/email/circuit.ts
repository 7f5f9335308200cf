/**
 * When a mail server is asked and when it is passed by: after so many failures in a row it is left alone for a
 * while, then one mail tries it again, and the first success brings all of them back. Pure; times are
 * milliseconds of any steady clock.
 */
export type Circuit = {
  /** failures without a success in between */
  failures: number;
  /** passed by until then */
  openUntil: number;
  /** when somebody went to try it, while it was open */
  tryingSince: number | null;
};

export const closedCircuit: Circuit = { failures: 0, openUntil: 0, tryingSince: null };

const MOST_FAILURES = 3;
/** A server that restarts is back within this time. */
const REST_MS = 30_000;
/** A trial that has not ended by now has been lost. */
const TRIAL_MS = 60_000;

const isOpen = ({ failures }: Circuit) => failures >= MOST_FAILURES;

/** May a mail go to this server? Answers the circuit as it is then: a trial is one mail's alone. */
export function enter(circuit: Circuit, now: number): { may: boolean; circuit: Circuit } {
  if (!isOpen(circuit)) return { may: true, circuit };
  const tried = circuit.tryingSince !== null && now - circuit.tryingSince < TRIAL_MS;
  if (now < circuit.openUntil || tried) return { may: false, circuit };
  return { may: true, circuit: { ...circuit, tryingSince: now } };
}

/** The server could be reached, whatever it said. */
export const reached = (): Circuit => closedCircuit;

/** It could not. */
export const unreached = ({ failures }: Circuit, now: number): Circuit => ({
  failures: failures + 1,
  openUntil: now + REST_MS,
  tryingSince: null,
});
