import { parseCrontab } from "graphile-worker";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { appSources } from "#tests/rules/sources";
import { readAppConfig } from "#tests/store/app-config";
import { kinds } from "~/features/notifications/registry";
import { reactions } from "~/jobs/reactions";
import { webhookReaders } from "~/jobs/webhook-readers";
import { schedule, tasks } from "~/jobs/worker.server";

const known = new Set(Object.keys(tasks));

describe("every job has somebody who does it", () => {
  it("those that follow from facts", () => {
    const named = Object.entries(reactions).flatMap(([fact, list]) =>
      list.map((task) => `${fact} → ${task}`),
    );
    expect(named.filter((one) => !known.has(one.split(" → ")[1] ?? ""))).toEqual([]);
  });

  it("those of the clock, for one shop each", () => {
    const items = parseCrontab(schedule);
    expect(items.length).toBeGreaterThan(0);
    for (const { task } of items) {
      expect(known).toContain(task);
      expect(known).toContain(task.replace("every-shop:", ""));
    }
  });

  it("those that code adds", () => {
    const added = appSources().flatMap((source) => {
      const names: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && /^enqueue$/.test(node.expression.getText(source.tree))) {
          const name = node.arguments[1];
          if (name && ts.isStringLiteral(name)) names.push(`${source.file}: ${name.text}`);
        }
        if (
          ts.isPropertyAssignment(node) &&
          node.name.getText(source.tree) === "task" &&
          ts.isStringLiteral(node.initializer)
        )
          names.push(`${source.file}: ${node.initializer.text}`);
        ts.forEachChild(node, visit);
      };
      visit(source.tree);
      return names;
    });
    expect(added.length).toBeGreaterThan(5);
    expect(added.filter((one) => !known.has(one.split(": ")[1] ?? ""))).toEqual([]);
  });
});

describe("what happened and what is heard", () => {
  it("every kind of news answers a fact that leads to it", () => {
    expect(kinds.filter((kind) => !reactions[kind.fact]?.includes("notify")).map((kind) => kind.key)).toEqual(
      [],
    );
  });

  it("every webhook we ask Shopify for is read, and every one read is asked for", () => {
    const asked = readAppConfig(process.cwd()).subscriptions.flatMap((one) => [
      ...one.topics,
      ...one.complianceTopics,
    ]);
    expect([...new Set(asked)].sort()).toEqual([...webhookReaders.keys()].sort());
  });
});
