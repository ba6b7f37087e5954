import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AtlasError } from "../core/errors.ts";
import { pageErrors } from "./errors.ts";
import { PAGE_FOLDER } from "./serve.ts";

/** Builds the page in a separate process if it is missing or older than its sources; throws PAGE_NOT_BUILT. */
export async function buildPage(logStep: (step: string) => void): Promise<void> {
  if (isBuilt()) return;
  logStep("building the page");
  const vite = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));
  const building = spawn(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    // Always the production build, even if a test run starts it.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => building.on("exit", resolve));
  if (code !== 0) throw new AtlasError(pageErrors.PAGE_NOT_BUILT);
  logStep("built the page");
}

// What the page is made of: its own files, what it shares with the server, and the embedded basemap.
const SOURCES = ["web", "server/contract", "server/generated/values.ts", "prisma/data", "vite.config.ts"];

/** Whether the page was built after the last change of its sources; a source that is not installed has not changed. */
function isBuilt(): boolean {
  const manifest = `${PAGE_FOLDER}/.vite/manifest.json`;
  if (!existsSync(manifest)) return false;
  const builtAt = statSync(manifest).mtimeMs;
  return SOURCES.map((source) => fileURLToPath(new URL(`../../${source}`, import.meta.url)))
    .filter((source) => existsSync(source))
    .flatMap(filesOf)
    .every((path) => statSync(path).mtimeMs <= builtAt);
}

const filesOf = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => join(path, file))
    : [path];
