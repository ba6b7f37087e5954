import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AtlasError } from "../core/errors.ts";
import { pageErrors } from "./errors.ts";
import { PAGE_FOLDER } from "./serve.ts";

/** Builds the page in a separate process if it is missing or older than its sources; throws PAGE_NOT_BUILT. */
export async function buildPage(say: (step: string) => void): Promise<void> {
  if (isBuilt()) return;
  say("building the page");
  const vite = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));
  const building = spawn(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    // Always the production build, even if a test run starts it.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => building.on("exit", resolve));
  if (code !== 0) throw new AtlasError(pageErrors.PAGE_NOT_BUILT);
  say("built the page");
}

// Whether it was built after the last change of its sources.
function isBuilt(): boolean {
  const manifest = `${PAGE_FOLDER}/.vite/manifest.json`;
  const sources = fileURLToPath(new URL("../../web", import.meta.url));
  if (!existsSync(manifest)) return false;
  const built = statSync(manifest).mtimeMs;
  return readdirSync(sources, { recursive: true, encoding: "utf8" }).every(
    (file) => statSync(`${sources}/${file}`).mtimeMs <= built,
  );
}
