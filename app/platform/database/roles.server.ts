import { createHash } from "node:crypto";
import type pg from "pg";
import { keyFor } from "~/env.server";

/** The role that holds the app's rights. It owns nothing, so row-level security binds it. */
export const APP_ROLE = "aftercare_app";

/**
 * What web and worker log in as: a member of that role, named after its own password. Two installations on
 * one server, each with its secret, have a login each and never change the other's.
 */
function login(): { name: string; password: string } {
  const password = keyFor("database role aftercare_app").toString("hex");
  const name = `${APP_ROLE}_${createHash("sha256").update(password).digest("hex").slice(0, 12)}`;
  return { name, password };
}

/** The connection address of the app's login on the owner's database. */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const { name, password } = login();
  url.username = name;
  url.password = password;
  return url.toString();
}

/**
 * Makes the app's role and login where they are missing. Roles belong to the whole server, so two databases
 * migrating at once may race: the loser finds them made.
 */
export async function ensureAppRole(owner: pg.Client): Promise<void> {
  const { name, password } = login();
  const { rows } = await owner.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname = any($1)",
    [[APP_ROLE, name]],
  );
  const there = new Set(rows.map((row) => row.rolname));
  if (!there.has(APP_ROLE)) await make(owner, `create role ${APP_ROLE} nologin`);
  if (!there.has(name))
    await make(
      owner,
      `create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${owner.escapeLiteral(password)} in role ${APP_ROLE}`,
    );
}

async function make(owner: pg.Client, sql: string): Promise<void> {
  try {
    await owner.query(sql);
  } catch (error) {
    const lostTheRace = ["42710", "23505", "XX000"].includes((error as { code?: string }).code ?? "");
    if (!lostTheRace) throw error;
  }
}
