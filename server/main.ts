import "./core/production.ts";
import type { RunningAtlas } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { AtlasError } from "./core/errors.ts";
import { awaitListening, checkPortIsFree } from "./core/port.ts";
import { isPrepared } from "./database/embedded.ts";
import { buildPage } from "./page/build.ts";

const started = Date.now();
/** Prints the steps of the start to the terminal; requests and errors are logged by Fastify. */
const logStep = (step: string) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${step}`);

async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  await checkPortIsFree(config);
  announce(config);
  // The page is built in a separate process while the database is being prepared; in development Vite serves it.
  const page = process.argv.includes("--dev") ? undefined : buildPage(logStep);
  const [runningAtlas] = await Promise.all([buildAtlas(config), page]);
  await awaitListening(config, runningAtlas.app.listen({ host: config.host, port: config.port }));
  logStep(
    `ready: http://${config.host === "0.0.0.0" || config.host === "127.0.0.1" ? "localhost" : config.host}:${portOf(runningAtlas.app.server.address())}`,
  );

  let stopping = false;
  const stop = async () => {
    // A second signal ends the process at once: all that was confirmed is already stored.
    if (stopping) process.exit(1);
    stopping = true;
    logStep("stopping");
    await runningAtlas.close();
    logStep("stopped; everything is stored");
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

// Loaded only now: the schema takes seconds, and a setting that cannot be used is refused before it.
async function buildAtlas(config: Config): Promise<RunningAtlas> {
  const { buildApp } = await import("./app.ts");
  return buildApp(config, logStep);
}

function announce({ databaseUrl, dataDir, demo }: Config): void {
  if (demo) logStep("DEMO 演示: gaps are filled with synthetic figures, marked on every page, print, file and answer");
  if (databaseUrl) logStep(`using PostgreSQL at ${new URL(databaseUrl).host}`);
  else if (isPrepared(dataDir)) logStep(`opening the database in ${dataDir}`);
  else logStep(`preparing a new database in ${dataDir}: this takes about 20 seconds, once`);
}

const portOf = (address: ReturnType<RunningAtlas["app"]["server"]["address"]>) =>
  typeof address === "object" ? address?.port : address;

start().catch((error: unknown) => {
  const chinese = /^zh/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "");
  console.error(error instanceof AtlasError ? error.textIn(chinese ? "zh" : "en") : error);
  process.exit(1);
});
