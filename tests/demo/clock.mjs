/**
 * Loaded ahead of the app: its dates follow the clock of the store on this machine, so that moving that
 * clock moves the whole demo; timers keep the machine's time. The app itself knows nothing of it.
 */
const origin = process.env.AFTERCARE_STORE_ORIGIN;
const RealDate = Date;
const realFetch = globalThis.fetch;
let offset = 0;

globalThis.Date = class StoreDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offset);
    else super(...given);
  }
  static now() {
    return RealDate.now() + offset;
  }
};

async function follow() {
  try {
    const answer = await realFetch(`${origin}/panel/api/clock`, { signal: AbortSignal.timeout(1_000) });
    offset = (await answer.json()).offsetMs;
  } catch {
    // the store is starting or stopping: the clock stays where it was
  }
  setTimeout(follow, 500).unref();
}
await follow();
