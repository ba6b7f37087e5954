import "./core/production.ts";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildApp } from "./app.ts";
import { type Config, readConfig } from "./core/config.ts";
import { isPrepared } from "./core/embedded.ts";
import { AtlasError } from "./core/errors.ts";
import { PAGE_FOLDER } from "./core/page.ts";

const started = Date.now();
const say = (step: string) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${step}`);

async function start(): Promise<void> {
  const config = readConfig(process.env);
  announce(config);
  // The page is built in a process of its own while the database is being prepared.
  const page = buildPage();
  const atlas = await Promise.all([buildApp(config, say), page]).then(([built]) => built);
  await listen(atlas.app, config);
  say(
    `ready: http://${config.host === "0.0.0.0" || config.host === "127.0.0.1" ? "localhost" : config.host}:${portOf(atlas.app.server.address())}`,
  );

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say("stopping");
    await atlas.close();
    say("stopped; everything is stored");
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function announce({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl) say(`using PostgreSQL at ${new URL(databaseUrl).host}`);
  else if (isPrepared(dataDir)) say(`opening the database in ${dataDir}`);
  else say(`preparing a new database in ${dataDir}: this takes about 20 seconds, once`);
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>["app"], { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? new AtlasError("PORT_TAKEN", { port }) : error;
  }
}

const portOf = (address: ReturnType<Awaited<ReturnType<typeof buildApp>>["app"]["server"]["address"]>) =>
  typeof address === "object" ? address?.port : address;

async function buildPage(): Promise<void> {
  if (isBuilt()) return;
  say("building the page");
  const vite = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));
  const building = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => building.on("exit", resolve));
  if (code !== 0) throw new AtlasError("PAGE_NOT_BUILT");
  say("built the page");
}

// Built after the newest of its sources.
function isBuilt(): boolean {
  const manifest = `${PAGE_FOLDER}/.vite/manifest.json`;
  const sources = fileURLToPath(new URL("../web", import.meta.url));
  if (!existsSync(manifest)) return false;
  const built = statSync(manifest).mtimeMs;
  return readdirSync(sources, { recursive: true, encoding: "utf8" }).every(
    (file) => statSync(`${sources}/${file}`).mtimeMs <= built,
  );
}

start().catch((error: unknown) => {
  const chinese = /^zh/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "");
  console.error(error instanceof AtlasError ? error.textIn(chinese ? "zh" : "en") : error);
  process.exit(1);
});
