// Fetches the page assets named in package-lock.json and copies what pages need into wwwroot/lib.
// Run by the build (Assets.targets) when they are missing or older than the lock file.
import { execSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(project, ...parts);
const lib = at("wwwroot", "lib");
const stamp = join(lib, "assets.stamp");
const lock = at("obj", "page-assets.lock");
const staleLockMilliseconds = 5 * 60 * 1000;

const files = [
  ["bootstrap/dist/css/bootstrap.min.css", "bootstrap/bootstrap.min.css"],
  ["bootstrap/LICENSE", "bootstrap/LICENSE"],
  ["uplot/dist/uPlot.iife.min.js", "uplot/uPlot.iife.min.js"],
  ["uplot/dist/uPlot.min.css", "uplot/uPlot.min.css"],
  ["uplot/LICENSE", "uplot/LICENSE"],
];

const hash = createHash("sha256");
for (const name of ["package-lock.json", "assets.mjs"]) hash.update(readFileSync(at(name)));
const wanted = hash.digest("hex");
const upToDate = () =>
  existsSync(stamp) &&
  readFileSync(stamp, "utf8") === wanted &&
  files.every(([, target]) => existsSync(join(lib, target)));

mkdirSync(dirname(lock), { recursive: true });
await takeLock();
try {
  if (!upToDate()) {
    execSync("npm ci --no-audit --no-fund --loglevel=error", { cwd: project, stdio: ["ignore", "ignore", "inherit"] });
    for (const [source, target] of files) {
      mkdirSync(dirname(join(lib, target)), { recursive: true });
      cpSync(at("node_modules", source), join(lib, target));
    }
  }
  // Written even when nothing was to do: its time tells the build that the assets are up to date.
  writeFileSync(stamp, wanted);
} finally {
  rmSync(lock, { recursive: true, force: true });
}

// Making a folder is atomic everywhere: builds of several processes take turns.
async function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (Date.now() - changedAt(lock) > staleLockMilliseconds) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function changedAt(path) {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return Date.now();
  }
}
