import { describe, expect, it } from "vitest";
import { brokenBarrel, brokenEnvironment, brokenImports, brokenPrismaUse, brokenReach } from "./house-rules";
import { appSources, readSource } from "./sources";

const sources = appSources();

describe("the house", () => {
  it("has sources to read", () => expect(sources.length).toBeGreaterThan(150));
  it("rooms and features import only whom they may", () =>
    expect(sources.flatMap(brokenImports)).toEqual([]));
  it("packages and the raw client stay in their rooms", () =>
    expect(sources.flatMap(brokenReach)).toEqual([]));
  it("only stores and queries speak Prisma", () => expect(sources.flatMap(brokenPrismaUse)).toEqual([]));
  it("one file reads the environment", () => expect(sources.flatMap(brokenEnvironment)).toEqual([]));
  it("has no barrels", () => expect(sources.flatMap(brokenBarrel)).toEqual([]));
});

describe("the rules themselves", () => {
  const all = [brokenImports, brokenReach, brokenPrismaUse, brokenEnvironment, brokenBarrel];
  const judge = (file: string, text: string) => all.flatMap((rule) => rule(readSource(file, text)));

  it.each([
    ["app/values/money.ts", 'import { log } from "~/platform/log.server";'],
    ["app/ui/admin/page.tsx", 'import { pickLocale } from "~/platform/i18n/locales";'],
    ["app/platform/queue/x.ts", 'import { admin } from "../../doors/admin.server";'],
    ["app/doors/admin.server.ts", 'import { env } from "~/env.server";'],
    ["app/doors/admin.server.ts", 'const rules = await import("~/features/orders/rules");'],
    ["app/features/orders/rules.ts", 'import type { Admin } from "~/doors/admin.server";'],
    ["app/features/orders/rules.ts", 'import { Button } from "~/ui/mail/letter";'],
    ["app/features/orders/rules.ts", 'import { allowed } from "~/features/returns/rules";'],
    ["app/features/returns/rules.ts", 'export { x } from "~/features/notifications/rules";'],
    ["app/features/returns/x.ts", 'import * as theirs from "~/features/orders/store.server";'],
    ["app/features/inbox/x.ts", 'import { noteSweep } from "~/features/connection/queries.server";'],
    ["app/routes/app.tsx", 'import { log } from "~/platform/log.server";'],
    ["app/jobs/x.ts", 'import { Page } from "~/ui/admin/page";'],
    ["app/features/orders/x.ts", 'import { redirect } from "@remix-run/node";'],
    ["app/routes/app.tsx", 'import { Page } from "@shopify/polaris";'],
    ["app/features/orders/x.server.ts", 'import pkg from "@prisma/client";'],
    ["app/platform/files/x.ts", 'import { database } from "../database/database.server";'],
    ["app/jobs/x.ts", 'import { mintShop } from "~/platform/database/shop.server";'],
    ["app/features/orders/x.server.ts", "export const f = (tx: ShopTx) => tx.db.order.findMany();"],
    ["app/jobs/x.ts", "export const port = process.env.PORT;"],
    ["app/features/orders/index.ts", 'import "./rules";'],
    ["app/features/orders/all.ts", 'export { a } from "./a"; export { b } from "./b";'],
    ["app/features/orders/all.ts", 'export * from "./a";'],
    ["app/helpers/x.ts", 'import { ok } from "~/values/result";'],
    ["app/values/x.ts", 'import { freshDatabase } from "#tests/setup/database";'],
  ])("%s is told: %s", (file, text) => expect(judge(file, text)).not.toEqual([]));

  it.each([
    ["app/features/returns/x.server.ts", 'import { orderDetail } from "~/features/orders/queries.server";'],
    ["app/features/orders/x.ts", 'import { shopFace } from "~/features/settings/queries.server";'],
    ["app/features/orders/ui/x.tsx", 'import { Page } from "@shopify/polaris";'],
    ["app/doors/job.server.ts", 'import { mintShop } from "~/platform/database/shop.server";'],
    ["app/jobs/x.ts", 'import { sweepOrders } from "~/features/orders/sweep-orders.server";'],
    ["app/features/orders/look-up-store.server.ts", "export const f = (tx: ShopTx) => tx.db.order.count();"],
  ])("%s may: %s", (file, text) => expect(judge(file, text)).toEqual([]));
});
