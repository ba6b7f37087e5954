import { join, resolve } from "node:path";
import { z } from "zod";
import { datums } from "./contract/basemaps.ts";
import { commonErrors } from "./core/common-errors.ts";
import { AtlasError } from "./core/errors.ts";
import { invalidSetting, type SettingName, withoutPassword } from "./core/setting-rules.ts";
import type { DatabaseSettings } from "./database/pool.ts";
import { type Basemaps, InvalidBasemapSetting, readBasemaps, readOrigins } from "./page/basemaps.ts";

const proxyAddress = z.union([z.enum(["loopback", "linklocal", "uniquelocal"]), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

const requiredDatabaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//)
  .refine((text) => URL.canParse(text));
const databaseUrl = requiredDatabaseUrl.optional();

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: databaseUrl,
  DATABASE_READ_URLS: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(requiredDatabaseUrl).max(20))
    .default([]),
  DATABASE_WRITE_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl,
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(6000),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(proxyAddress))
    .default([]),
  BASEMAP: z.string().default("embedded"),
  BASEMAP_DATUM: z.enum(datums).optional(),
  BASEMAP_ATTRIBUTION: z.string().max(300).optional(),
  BASEMAP_APPROVAL: z.string().max(100).optional(),
  BASEMAP_HOLDER: z.string().max(200).optional(),
  BASEMAP_HOSTS: z.string().optional(),
  TIANDITU_KEY: z.string().optional(),
  EMBED_ORIGINS: z.string().default("*"),
  CONTACT_EMAIL: z.email().optional(),
  ATLAS_DEMO: z
    .enum(["0", "1"])
    .transform((text) => text === "1")
    .default(false),
} satisfies Partial<Record<SettingName, z.ZodType>>);

/** How this atlas runs. Without `databaseUrl` it keeps an embedded database in `dataDir`. */
export interface Config extends DatabaseSettings {
  /** Whether gaps are filled with synthetic figures, in a database of its own: `--demo`, or ATLAS_DEMO=1 where no flag can be given. */
  demo: boolean;
  /** Whether data files that newer ones have followed are published again: `--republish`. */
  republishes: boolean;
  /** TCP port; 0 for any free one. */
  port: number;
  host: string;
  /** Port at which /metrics is served, on the same host; undefined for none. */
  metricsPort?: number | undefined;
  /** Where users reach the atlas, if that is not what the request says: behind a proxy. */
  publicUrl?: string | undefined;
  /** Requests that one client may send per minute; 0 for any number. */
  requestsPerMinute: number;
  /** Addresses and networks of proxies whose statement of the client's address is believed. */
  trustedProxies: string[];
  basemaps: Basemaps;
  /** The address that readers report errors to. */
  contactEmail?: string | undefined;
  /** Origins whose pages may frame /embed; "*" for all. */
  embedOrigins: readonly string[];
}

/** Reads environment and flags; throws CONFIG_INVALID naming the variable. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv, flags: readonly string[] = []): Config {
  const nonEmpty = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const refuseSetting = (name: SettingName) => invalidSetting(name, nonEmpty[name] ?? "");
  const result = settingsSchema.safeParse(nonEmpty);
  if (!result.success) throw refuseSetting(result.error.issues[0]?.path[0] as SettingName);
  const {
    PORT,
    HOST,
    DATA_DIR,
    DATABASE_URL,
    DATABASE_READ_URLS,
    DATABASE_WRITE_URL,
    DATABASE_OWNER_URL,
    DATABASE_POOL,
    PUBLIC_URL,
    EMBED_ORIGINS,
    CONTACT_EMAIL,
    ATLAS_DEMO,
    REQUESTS_PER_MINUTE,
    TRUSTED_PROXIES,
    METRICS_PORT,
  } = result.data;
  // Somebody who names only these would get the embedded database without being told.
  for (const name of ["DATABASE_READ_URLS", "DATABASE_WRITE_URL", "DATABASE_OWNER_URL"] as const)
    if (nonEmpty[name] && !DATABASE_URL) throw refuseSetting(name);
  const demo = ATLAS_DEMO || flags.includes("--demo");
  const pageConfig = readOrThrow(
    () => ({
      basemaps: readBasemaps(result.data),
      embedOrigins: EMBED_ORIGINS === "*" ? ["*"] : readOrigins(EMBED_ORIGINS, "EMBED_ORIGINS"),
    }),
    refuseSetting,
  );
  return {
    ...pageConfig,
    contactEmail: CONTACT_EMAIL,
    demo,
    republishes: flags.includes("--republish"),
    port: PORT,
    metricsPort: METRICS_PORT,
    host: HOST,
    // Below the other one, so that whatever may write there may write here: a container's volume.
    dataDir: demo ? join(resolve(DATA_DIR), "demo") : resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    databaseReadUrls: DATABASE_READ_URLS,
    databaseWriteUrl: DATABASE_WRITE_URL,
    databaseOwnerUrl: DATABASE_OWNER_URL,
    databasePool: DATABASE_POOL,
    publicUrl: PUBLIC_URL && originOf(PUBLIC_URL),
    requestsPerMinute: REQUESTS_PER_MINUTE,
    trustedProxies: TRUSTED_PROXIES,
  };
}

function readOrThrow<Value>(read: () => Value, refuseSetting: (name: SettingName) => AtlasError): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof InvalidBasemapSetting ? refuseSetting(error.setting) : error;
  }
}

// Pages, files and tiles name each other by paths from the root, so that behind a path of a proxy half of them would be missing.
function originOf(publicUrl: string): string {
  const { origin, href } = new URL(publicUrl);
  if (href === `${origin}/`) return origin;
  throw new AtlasError(commonErrors.PUBLIC_URL_UNFIT, { value: withoutPassword(publicUrl) });
}
