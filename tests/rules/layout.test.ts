import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectFiles } from "./sources";

/** What stands at the top, each with who demands it there. */
const TOP: Record<string, string> = {
  app: "the house",
  extensions: "the house",
  prisma: "the house",
  public: "the house",
  tests: "the house",
  "shopify.app.toml": "the house",
  "package.json": "the house",
  "tsconfig.json": "the house",
  "README.md": "the house",
  LICENSE: "hosts of code look for it here",
  Dockerfile: "docker build",
  ".dockerignore": "docker build",
  ".ci": "the command of CI",
  ".env.example": "whoever sets the app up looks for it here",
  ".gitignore": "git",
  ".npmrc": "npm",
  ".graphqlrc.ts": "GraphQL editors and code generation",
  "biome.json": "biome",
  "package-lock.json": "npm",
  "prisma.config.ts": "prisma",
  "vite.config.ts": "vite",
  "vitest.config.ts": "vitest",
};

const files = projectFiles();
const isText = (file: string) =>
  /\.(tsx?|mjs|js|json|md|toml|sql|graphql|prisma|yml|css|html|liquid|example)$/.test(file);
const read = (file: string) => fs.readFileSync(file, "utf8");
const mine = path.normalize("tests/rules/layout.test.ts");

describe("the layout", () => {
  it("holds only what the house or a tool wants at the top", () => {
    const found = [...new Set(files.map((file) => file.split("/")[0] ?? ""))];
    expect(found.filter((name) => !(name in TOP))).toEqual([]);
  });

  it("names files in kebab-case, without Service, Manager, Helper, Utils or Data", () => {
    const named = files.filter((file) => /^app\/.*\.tsx?$/.test(file) && !file.startsWith("app/routes/"));
    // words are named as their locale is (BCP 47: "pt-BR", "zh-Hans")
    const words = /\/words\/([a-z-]+\/)?[a-z]{2}-([A-Z]{2}|[A-Z][a-z]{3})\.ts$/;
    const odd = named.filter((file) => {
      if (words.test(file)) return false;
      const base = path.posix.basename(file).replace(/(\.server|\.test|\.d)?\.tsx?$/, "");
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(base) ||
        /(^|-)(service|manager|helpers?|utils?)(-|$)/.test(base)
      );
    });
    expect(odd).toEqual([]);
  });

  it("names no machine's or person's folders", () => {
    const personal = /\/(home|Users)\/[A-Za-z0-9_.-]+\/|\/root\/|[A-Z]:\\\\Users\\\\/;
    expect(files.filter((file) => isText(file) && file !== mine && personal.test(read(file)))).toEqual([]);
  });

  it("replaces no module in tests: only the network and the clock are faked", () => {
    const mocking = /\bvi\s*\.\s*(mock|doMock|unstable_mockModule)\s*\(/;
    const tests = files.filter((file) => file.startsWith("tests/") && /\.(tsx?|mjs)$/.test(file));
    expect(tests.filter((file) => mocking.test(read(file)))).toEqual([]);
  });

  it("leaves no note of work that is still to do", () => {
    const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/;
    const sources = files.filter((file) =>
      /^(app|tests|extensions|prisma)\/.*\.(tsx?|mjs|sql|graphql)$/.test(file),
    );
    expect(sources.filter((file) => file !== mine && unfinished.test(read(file)))).toEqual([]);
  });
});
