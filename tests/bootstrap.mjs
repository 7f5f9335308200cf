// Runs on the machine's own Node, before anything is installed: plain JavaScript, no dependencies.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";

/** The Node this project runs on: the one its lockfile pins, which npm installs with the other packages. */
export const nodeBinary = path.join(root, "node_modules", ".bin", windows ? "node.cmd" : "node");

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Aftercare needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
  process.exit(1);
}

const digest = (text) => createHash("sha256").update(text).digest("hex");

/** Runs `work` only when what it depends on has changed since it last ended well. */
async function once(name, dependsOn, work) {
  const stamp = path.join(root, ".cache", `${name}.stamp`);
  const now = digest(dependsOn());
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === now) return;
  await work();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, digest(dependsOn())); // what the work made counts too
}

function run(title, command, args) {
  const startedAt = Date.now();
  process.stdout.write(`${title} …\n`);
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    shell: windows,
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      PATH: `${path.dirname(nodeBinary)}${path.delimiter}${process.env.PATH}`,
    },
  });
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}\nThat failed: ${command} ${args.join(" ")}`);
    process.exit(1);
  }
  process.stdout.write(`  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

const read = (file) => fs.readFileSync(path.join(root, file), "utf8");

function filesUnder(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "generated.ts")
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Everything installed and generated. Says what takes time; says nothing when there is nothing to do. */
export async function ensureInstalled() {
  if (!isInstalled()) run("Installing packages (about a minute, the first time only)", "npm", ["ci"]);
  const sources = () =>
    [read(".graphqlrc.ts"), read("package-lock.json"), generatedExist()]
      .concat(filesUnder("prisma/schema").map((file) => fs.readFileSync(file, "utf8")))
      .concat(filesUnder("app/platform/shopify/operations").map((file) => fs.readFileSync(file, "utf8")))
      .join("\n");
  await once("generate", sources, () =>
    run("Generating the database client and Shopify's types", "npm", ["run", "generate"]),
  );
}

/** npm notes what it installed in a lock file of its own; an older one than ours is out of date. */
function isInstalled() {
  const noted = path.join(root, "node_modules", ".package-lock.json");
  const changed = (file) => fs.statSync(file).mtimeMs;
  return (
    fs.existsSync(nodeBinary) &&
    fs.existsSync(noted) &&
    changed(noted) >= changed(path.join(root, "package-lock.json"))
  );
}

const generatedExist = () =>
  [
    path.join(root, "app/platform/shopify/generated.ts"),
    path.join(root, "node_modules/.prisma/client/index.js"),
  ]
    .map((file) => fs.existsSync(file))
    .join();

/** The build of web and worker, made anew when a source changed. */
export async function ensureBuilt() {
  const sources = () =>
    ["vite.config.ts", "package-lock.json"]
      .map(read)
      .concat(
        [...filesUnder("prisma/schema"), ...filesUnder("app")].map(
          (file) => `${file}\n${fs.readFileSync(file, "utf8")}`,
        ),
      )
      .concat(String(fs.existsSync(path.join(root, "build/server/web.js"))))
      .join("\n");
  await once("build", sources, () => run("Building web and worker", "npm", ["run", "build"]));
}

/** Goes on with the pinned Node, hands over the signals, and ends as it ends. */
export function goOn(args, env = {}) {
  const child = spawnSync(nodeBinary, args, {
    cwd: root,
    stdio: "inherit",
    shell: windows,
    env: { ...process.env, ...env, PATH: `${path.dirname(nodeBinary)}${path.delimiter}${process.env.PATH}` },
  });
  process.exit(child.status ?? 1);
}
