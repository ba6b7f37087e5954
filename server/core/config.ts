import { resolve } from "node:path";
import { z } from "zod";
import { AtlasError } from "./errors.ts";

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .refine((text) => URL.canParse(text))
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/$/, ""))
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
});

/** How this atlas runs. Without `databaseUrl` it keeps an embedded database in `dataDir`. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl?: string | undefined;
  databasePool: number;
  /** Where users reach the atlas, if that is not what the request says: behind a proxy. */
  publicUrl?: string | undefined;
}

/** Reads the environment; throws CONFIG_INVALID naming the variable. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new AtlasError("CONFIG_INVALID", { name, value: (given[name] ?? "").replace(/:\/\/[^@]*@/, "://…@") });
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, DATABASE_POOL, PUBLIC_URL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    databasePool: DATABASE_POOL,
    publicUrl: PUBLIC_URL,
  };
}
