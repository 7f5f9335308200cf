import fs from "node:fs";
import path from "node:path";
import { MailDev } from "maildev";
import pg from "pg";
import { type Store, startStore } from "#tests/store/index";
import { joinEmbeddedPostgres } from "~/platform/database/embedded.server";
import { freePort, type Running, startProcess, untilReady } from "./processes";

const API_KEY = "aftercare-demo";
const API_SECRET = "a-secret-that-only-this-machine-knows";

export type StackOptions = {
  /** data and logs go here */
  folder: string;
  /** preferred ports, or all free ones */
  ports?: { web: number; store: number; mailbox: number };
  /** how many web and worker processes */
  webs?: number;
  workers?: number;
  /** the address of an SMTP server instead of the mailbox */
  smtpUrl?: string;
  /** said before each slow step */
  say?: (step: string) => void;
  env?: Record<string, string>;
};

/** Everything the demo runs: a database, the store, a mailbox, web and worker. */
export type Stack = {
  store: Store;
  appUrl: string;
  mailboxUrl: string;
  databaseUrl: string;
  webs: Running[];
  workers: Running[];
  env: Record<string, string>;
  folder: string;
  startWeb(port?: number): Promise<Running>;
  startWorker(): Promise<Running>;
  stop(): Promise<void>;
};

/** Starts the whole stack on real parts. Each start begins with an empty database and a new store. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { folder, say = () => {}, ports } = options;
  fs.mkdirSync(folder, { recursive: true });
  say("Starting Postgres");
  const postgres = await joinEmbeddedPostgres(path.join(folder, "postgres"));
  const databaseUrl = await emptyDatabase(postgres.url, `demo_${process.pid}`);

  say("Opening the mailbox and the store");
  const mailboxPort = await freePort(ports?.mailbox);
  const smtpPort = await freePort();
  const mailbox = new MailDev({
    smtp: smtpPort,
    ip: "127.0.0.1",
    web: mailboxPort,
    webIp: "127.0.0.1",
    mailDirectory: path.join(folder, "mails"),
    silent: true,
  });
  await mailbox.start();
  const mailboxUrl = `http://127.0.0.1:${mailboxPort}`;
  const webPort = await freePort(ports?.web);
  const inboundPort = await freePort();
  const appUrl = `http://127.0.0.1:${webPort}`;
  const store = await startStore({
    port: ports ? await freePort(ports.store) : 0,
    appUrl,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    mailboxUrl,
    inboundSmtp: { host: "127.0.0.1", port: inboundPort },
    retrySpeed: 60,
  });

  const env: Record<string, string> = {
    DATABASE_URL: databaseUrl,
    DATA_FOLDER: folder,
    HOST: "127.0.0.1",
    SHOPIFY_APP_URL: store.gatewayUrl,
    SHOPIFY_API_KEY: API_KEY,
    SHOPIFY_API_SECRET: API_SECRET,
    SMTP_URL: options.smtpUrl ?? `smtp://127.0.0.1:${smtpPort}`,
    INBOUND_MAIL_DOMAIN: "reply.aftercare.example",
    AFTERCARE_STORE_ORIGIN: store.url,
    ...options.env,
  };
  const stack: Stack = {
    store,
    appUrl,
    mailboxUrl,
    databaseUrl,
    env,
    folder,
    webs: [],
    workers: [],
    async startWeb(port) {
      const own = port ?? (await freePort());
      const first = own === webPort ? { INBOUND_SMTP_PORT: String(inboundPort) } : {};
      const web = startProcess("web", { ...env, ...first, PORT: String(own) }, path.join(folder, "logs"));
      stack.webs.push(web);
      await untilReady(`http://127.0.0.1:${own}/readyz`, web);
      return web;
    },
    async startWorker() {
      const port = await freePort();
      const worker = startProcess("worker", { ...env, HEALTH_PORT: String(port) }, path.join(folder, "logs"));
      stack.workers.push(worker);
      await untilReady(`http://127.0.0.1:${port}/readyz`, worker);
      return worker;
    },
    async stop() {
      await Promise.all([...stack.webs, ...stack.workers].map((one) => one.stop()));
      await store.stop();
      await mailbox.stop();
      await postgres.leave();
    },
  };
  say("Starting web and worker");
  await stack.startWeb(webPort);
  for (let i = 1; i < (options.webs ?? 1); i++) await stack.startWeb();
  await Promise.all(Array.from({ length: options.workers ?? 1 }, () => stack.startWorker()));
  say("Installing the app in both shops");
  for (const shop of store.shopify.shops()) {
    await openAdmin(stack, shop.domain);
    await mailAtAnyHour(stack, shop.domain);
  }
  return stack;
}

/** Opens the app once as the merchant does after installing: that is when it gets its tokens. */
export const openAdmin = (stack: Stack, shop: string): Promise<void> => askAdmin(stack, shop, "/app");

/** Whoever looks at the demo by night should not have to wait for the morning: the merchant wants no quiet hours. */
const mailAtAnyHour = (stack: Stack, shop: string): Promise<void> =>
  askAdmin(stack, shop, "/app/notifications/kinds?index", { do: "rules", quiet: null, mostADay: 50 });

async function askAdmin(stack: Stack, shop: string, address: string, body?: object): Promise<void> {
  const host = Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url");
  const token = stack.store.sessionToken(shop);
  const query = new URLSearchParams({ shop, host, embedded: "1", id_token: token });
  const answer = await fetch(`${stack.appUrl}${address}${address.includes("?") ? "&" : "?"}${query}`, {
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
    headers: {
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
      ...(body ? { authorization: `Bearer ${token}` } : {}),
    },
    redirect: "manual",
  });
  if (answer.status !== 200) throw new Error(`${address} of ${shop} answered ${answer.status}`);
  await answer.text();
}

async function emptyDatabase(server: string, name: string): Promise<string> {
  const owner = new pg.Client({ connectionString: server });
  await owner.connect();
  const { rows } = await owner.query<{ datname: string }>(
    "select datname from pg_database d where datname like 'demo_%' and not exists (select 1 from pg_stat_activity a where a.datname = d.datname)",
  );
  for (const { datname } of rows) await owner.query(`drop database if exists "${datname}"`);
  await owner.query(`drop database if exists "${name}" with (force)`);
  await owner.query(`create database "${name}"`);
  await owner.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).toString();
}
