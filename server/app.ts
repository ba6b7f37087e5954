import fastifyCompress from "@fastify/compress";
import Fastify, { type FastifyInstance } from "fastify";
import { seed, seedDemo } from "../prisma/seed.ts";
import type { Config } from "./config.ts";
import { limitClients } from "./core/client-limits.ts";
import { closeInTime } from "./core/closing.ts";
import { MIN_COMPRESSED_BYTES } from "./core/compression.ts";
import { prepareRoutes, withoutMalformedPath } from "./core/http.ts";
import { REQUEST_LIMITS } from "./core/limits.ts";
import { type Reading, serveMetrics } from "./core/metrics.ts";
import { checkPathParameters } from "./core/query.ts";
import { setSecurityHeaders } from "./core/security-headers.ts";
import { rightsError } from "./database/connections.ts";
import { migrate } from "./database/migrations.ts";
import { checkMode, claimMode } from "./database/mode.ts";
import { checkOwner } from "./database/owner.ts";
import { asOwner, type Database, openDatabase } from "./database/pool.ts";
import { databaseReadings } from "./database/readings.ts";
import { serveExports } from "./exports/routes.ts";
import { serveGraphql } from "./graphql/serve.ts";
import { renewSearchTexts } from "./imports/search-texts.ts";
import { OGC_STYLE } from "./ogc/html.ts";
import { serveOgc } from "./ogc/routes.ts";
import { EMBEDDED_ONLY } from "./page/basemaps.ts";
import { DEMO_STYLE, markResponsesAsDemo } from "./page/demo.ts";
import { serveBasemap, servePage } from "./page/serve.ts";
import { dataVersion, versionNow } from "./provenance/version.ts";
import { schema } from "./schema.ts";
import { serveTiles } from "./tiles/routes.ts";

export interface RunningAtlas {
  app: FastifyInstance;
  database: Database;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date and builds the whole server, not yet listening. `logStep` receives each step. */
export async function buildApp(config: Config, logStep: (step: string) => void = () => undefined): Promise<RunningAtlas> {
  const database = await openDatabase(config);
  const mode = { demo: config.demo, location: config.databaseUrl ? withoutCredentials(config.databaseUrl) : config.dataDir };
  try {
    await checkOwner(database.pool, mode.location);
    await checkMode(database.pool, mode);
    const applied = await asOwner(database, config, migrate);
    if (applied > 0) logStep(`applied ${applied} migrations`);
    await claimMode(database.pool, mode);
    const version = await seed(database, logStep, config.republishes);
    if (version !== undefined) logStep(`published the data files as version ${version}`);
    const renewed = await renewSearchTexts(database);
    if (renewed > 0) logStep(`updated the search texts of ${renewed} names`);
    const syntheticVersion = config.demo ? await seedDemo(database) : undefined;
    if (syntheticVersion !== undefined) logStep(`filled the gaps with synthetic figures as version ${syntheticVersion}`);
    const app = await serve(database, config.publicUrl, config);
    const close = async () => {
      await app.close();
      await database.close();
    };
    return { app, database, close };
  } catch (error) {
    await database.close();
    throw rightsError(error);
  }
}

const withoutCredentials = (databaseUrl: string): string => {
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
};

type ServerSettings = Pick<
  Config,
  "basemaps" | "embedOrigins" | "contactEmail" | "requestsPerMinute" | "trustedProxies" | "host" | "metricsPort"
>;

const defaultSettings: ServerSettings = {
  basemaps: EMBEDDED_ONLY,
  embedOrigins: ["*"],
  requestsPerMinute: 0,
  trustedProxies: [],
  host: "127.0.0.1",
};

/**
 * The server over an open database; without `settings` it offers the embedded basemap, anyone may frame /embed and send any number of
 * requests.
 */
export async function serve(database: Database, publicUrl?: string, settings = defaultSettings): Promise<FastifyInstance> {
  const { basemaps, embedOrigins, contactEmail, requestsPerMinute, trustedProxies, host, metricsPort } = settings;
  const app = Fastify({
    bodyLimit: REQUEST_LIMITS.bodyBytes,
    requestTimeout: REQUEST_LIMITS.seconds * 1000,
    // What arrives on an open connection while the server closes is answered too.
    return503OnClosing: false,
    // Longer than any address that Node takes: each endpoint checks the length and has its own error.
    routerOptions: { maxParamLength: 20_000 },
    rewriteUrl: withoutMalformedPath,
    ...(trustedProxies.length > 0 && { trustProxy: trustedProxies }),
    logger: { level: process.env.LOG_LEVEL ?? "warn" },
  });
  const { demo } = await dataVersion(database);
  closeInTime(app);
  prepareRoutes(app);
  if (metricsPort !== undefined)
    serveMetrics(app, { host, port: metricsPort }, [versionReading(database), ...databaseReadings(database)]);
  if (requestsPerMinute > 0) await limitClients(app, requestsPerMinute);
  app.addHook("onRequest", checkPathParameters);
  if (demo) markResponsesAsDemo(app);
  setSecurityHeaders(app, { hosts: basemaps.hosts, embedOrigins, publicUrl, styles: [DEMO_STYLE, OGC_STYLE] });
  await app.register(fastifyCompress, { threshold: MIN_COMPRESSED_BYTES, encodings: ["br", "gzip"], globalDecompression: false });
  const version = async () => `${(await dataVersion(database)).tiles}/${database.changes()}`;
  await serveGraphql(app, schema, { database, version, demo });
  serveTiles(app, database, publicUrl);
  serveOgc(app, database, publicUrl);
  serveExports(app, database, publicUrl);
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", async () => {
    const { version, demo } = await versionNow(database);
    return { status: "ok", version, ...(demo && { demo }) };
  });
  await serveBasemap(app, basemaps);
  await servePage(app, basemaps, contactEmail);
  return app;
}

const versionReading = (database: Database): Reading => ({
  name: "atlas_data_version",
  help: "Version of the data, the number of the last change set",
  read: async () => (await versionNow(database)).version,
});
