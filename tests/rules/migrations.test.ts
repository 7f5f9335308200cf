import { spawnSync } from "node:child_process";
import { expect, inject, it } from "vitest";

/** Custom SQL (functions, triggers, checks, policies) is not part of Prisma's schema and is not compared. */
it("the migrations make exactly the tables, columns and indexes of the schema", () => {
  const server = Object.assign(new URL(inject("template")), { pathname: "/postgres" }).toString();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "node_modules/prisma/build/index.js",
      ...["migrate", "diff", "--from-migrations", "prisma/migrations"],
      ...["--to-schema-datamodel", "prisma/schema", "--exit-code"],
    ],
    {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: server, CHECKPOINT_DISABLE: "1" },
      timeout: 50_000,
    },
  );
  expect(`${stdout}${status === 0 ? "" : stderr}`).toMatch(/No difference detected|empty migration/);
  expect(status).toBe(0);
}, 60_000);
