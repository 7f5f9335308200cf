import type pg from "pg";
import { keyFor } from "~/env.server";

/** The database role that web and worker log in as. It owns nothing, so row-level security binds it. */
export const APP_ROLE = "aftercare_app";

const password = () => keyFor("database role aftercare_app").toString("hex");

/** The connection address of the app's role on the owner's database. */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password();
  return url.toString();
}

/**
 * Makes the app's role if it is missing and gives it today's password. Roles belong to the whole server,
 * so two databases migrating at once may race: the loser finds the role already made.
 */
export async function ensureAppRole(owner: pg.Client): Promise<void> {
  const secret = owner.escapeLiteral(password());
  const { rowCount } = await owner.query("select 1 from pg_roles where rolname = $1", [APP_ROLE]);
  const sql = rowCount
    ? `alter role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password ${secret}`
    : `create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password ${secret}`;
  try {
    await owner.query(sql);
  } catch (error) {
    const lostTheRace = ["42710", "23505", "XX000"].includes((error as { code?: string }).code ?? "");
    if (!lostTheRace) throw error;
  }
}
