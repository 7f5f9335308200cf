import { hkdfSync } from "node:crypto";
import { z } from "zod";

/** The only reader of process.env. Every setting is listed in .env.example with what it does. */
const schema = z.object({
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  DATABASE_APP_URL: z.string().startsWith("postgres").optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  DATA_FOLDER: z.string().default(".data"),
  HOST: z.string().default("0.0.0.0"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HEALTH_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  SHOPIFY_APP_URL: z.url().default("http://localhost:3000"),
  SHOPIFY_API_KEY: z.string().min(1).default("aftercare-development-key"),
  SHOPIFY_API_SECRET: z.string().min(16).default("aftercare-development-secret"),
  APP_SECRET: z.string().min(16).optional(),
  SMTP_URL: z.url().default("smtp://127.0.0.1:1025"),
  SMTP_URL_SECOND: z.url().optional(),
  MAIL_FROM: z.string().default("no-reply@aftercare.example"),
  INBOUND_MAIL_DOMAIN: z.string().default("reply.aftercare.example"),
  SPF_INCLUDE: z
    .string()
    .regex(/^[a-z0-9.-]{1,253}$/i)
    .optional(),
  DNS_SERVERS: z
    .string()
    .transform((list) => list.split(",").map((one) => one.trim()))
    .optional(),
  INBOUND_SMTP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  INBOUND_SMTP_CERTIFICATE: z.string().optional(),
  INBOUND_SMTP_KEY: z.string().optional(),
  MAIL_GOOGLE_CLIENT_ID: z.string().optional(),
  MAIL_GOOGLE_CLIENT_SECRET: z.string().optional(),
  MAIL_MICROSOFT_CLIENT_ID: z.string().optional(),
  MAIL_MICROSOFT_CLIENT_SECRET: z.string().optional(),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(8),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

function read(): Env {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings cannot be used:\n${lines.join("\n")}`);
}

export const env: Env = read();

/** What our own child processes (the embedded Postgres) inherit. */
export const inheritedEnvironment: NodeJS.ProcessEnv = process.env;

/**
 * A 32-byte key for one purpose, derived (HKDF-SHA256, RFC 5869) from APP_SECRET or else the Shopify
 * secret, so that one secret serves many purposes and none can be used for another.
 */
export function keyFor(purpose: string): Buffer {
  let key = keys.get(purpose);
  if (!key) {
    const secret = env.APP_SECRET ?? env.SHOPIFY_API_SECRET;
    key = Buffer.from(hkdfSync("sha256", secret, "aftercare", purpose, 32));
    keys.set(purpose, key);
  }
  return key;
}

const keys = new Map<string, Buffer>();
