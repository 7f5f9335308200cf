import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A child process of the demo, with its output in a file. */
export type Running = {
  name: string;
  child: ChildProcess;
  logFile: string;
  /** Asks it to end well and waits; kills it when it does not within half a minute. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
};

/** Starts one of the app's two commands as production does, with the store's seam loaded ahead of it. */
export function startProcess(
  name: "web" | "worker",
  env: Record<string, string>,
  logFolder: string,
): Running {
  fs.mkdirSync(logFolder, { recursive: true });
  const logFile = path.join(logFolder, `${name}.log`);
  const log = fs.openSync(logFile, "a");
  const seams = ["./tests/store/preload.mjs", "./tests/demo/clock.mjs"].flatMap((file) => ["--import", file]);
  const flags = name === "worker" ? ["--max-semi-space-size=64"] : []; // as `npm run worker` has it
  const child = spawn(process.execPath, [...flags, ...seams, `build/server/${name}.js`], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", log, log],
    detached: true, // Ctrl-C goes to the demo alone, which then stops everything in order
  });
  fs.closeSync(log);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
    await ended;
    clearTimeout(late);
  };
  return { name, child, logFile, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

/** Waits until `url` answers 200; throws with the end of the log when the process ended, or after a minute. */
export async function untilReady(url: string, running: Running): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (running.child.exitCode !== null) break;
    await sleep(100);
  }
  const tail = fs.readFileSync(running.logFile, "utf8").slice(-2_000);
  throw new Error(`${running.name} did not become ready. The end of its log:\n${tail}`);
}

/** A port nobody listens on: `wanted` when it is free, else any. */
export async function freePort(wanted = 0): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | null>((resolve) => {
      const server = net.createServer();
      server.once("error", () => resolve(null));
      server.listen(port, "127.0.0.1", () => {
        const { port: got } = server.address() as net.AddressInfo;
        server.close(() => resolve(got));
      });
    });
  const port = (await listen(wanted)) ?? (await listen(0));
  if (port === null) throw new Error("No free port on this machine");
  return port;
}
