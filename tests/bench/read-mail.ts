import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import PostalMime from "postal-mime";
import { readMail } from "~/platform/channels/email/read-mail";
import { mailCorpus, withPhoto } from "./mail-corpus";
import { type Measure, measure, median, now, say } from "./measure";

const ROUNDS = 7;
const MAILS = 10_000;
const LARGE = 37 * 1024 * 1024; // 50 MB as base64

/**
 * Reading mail: the whole of readMail beside the bare MIME parser on the same mails, in turns; and what is left
 * in memory after ten thousand, one of 50 MB among them.
 */
export async function readMailMeasures(): Promise<Measure[]> {
  say("Reading mail: ours and the bare parser, in turns");
  const corpus = mailCorpus();
  const ours = () => perSecond(corpus, (raw) => readMail(raw));
  const bare = () => perSecond(corpus, (raw) => PostalMime.parse(raw));
  await ours();
  await bare();
  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ ours: await ours(), bare: await bare() });
  return [
    measure("mails read", median(rounds.map((one) => one.ours)), "mails/s", {
      ceiling: median(rounds.map((one) => one.bare)),
      ratio: median(rounds.map((one) => one.ours / one.bare)),
      targets: [{ of: "ratio", atLeast: 0.6 }],
    }),
    ...(await memory(corpus)),
  ];
}

async function perSecond(corpus: Buffer[], read: (raw: Buffer) => Promise<unknown>): Promise<number> {
  const began = now();
  for (let round = 0; round < 5; round++) for (const raw of corpus) await read(raw);
  return (5 * corpus.length * 1_000) / (now() - began);
}

async function memory(corpus: Buffer[]): Promise<Measure[]> {
  say(`Reading mail: ${MAILS} of them, one of 50 MB`);
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // Buffers outside the heap are given back a turn after their owners are gone.
  const held = async () => {
    for (let turn = 0; turn < 4; turn++) {
      collect();
      await sleep(20);
    }
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1024 / 1024;
  };
  const read = async (count: number) => {
    for (let at = 0; at < count; at++) await readMail(corpus[at % corpus.length] as Buffer);
  };
  await read(1_000);
  const before = await held();
  await read(MAILS / 2);
  const began = now();
  await readMail(withPhoto(0, LARGE));
  const large = now() - began;
  await read(MAILS / 2 - 1);
  return [
    measure("memory grown after 10,000 mails", (await held()) - before, "MB", {
      targets: [{ of: "value", atMost: 8 }],
    }),
    measure("one mail of 50 MB", large, "ms", { targets: [{ of: "value", atMost: 5_000 }] }),
  ];
}
