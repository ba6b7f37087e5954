// The addresses of PostgreSQL, one for each kind of work, so that each can have a role with the rights that it needs and no others.
import type pg from "pg";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { databaseErrors } from "./errors.ts";

export interface DatabaseUrl {
  url: string;
  /** The setting that it comes from, for messages. */
  setting: "DATABASE_URL" | "DATABASE_WRITE_URL" | "DATABASE_OWNER_URL";
}

/** Connects once; closes the pool and throws the errors of address, version and rights if that is of no use. */
export async function checkServer(pool: pg.Pool, address: DatabaseUrl): Promise<void> {
  try {
    const { rows } = await pool.query<{ number: number; version: string; postgis: string | null }>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
         (SELECT max(version) FROM pg_available_extension_versions WHERE name = 'postgis' AND version >= '3.3') AS postgis`,
    );
    const [server] = rows;
    if (!server || server.number < 150000)
      throw new AtlasError(databaseErrors.DATABASE_TOO_OLD, { version: server?.version ?? "?" });
    if (!server.postgis) throw new AtlasError(databaseErrors.DATABASE_WITHOUT_POSTGIS);
  } catch (error) {
    await pool.end();
    throw connectionError(error, address);
  }
}

function connectionError(error: unknown, { url, setting }: DatabaseUrl): unknown {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  const { code } = error as { code?: string };
  if (code === "28P01" || code === "28000") return new AtlasError(databaseErrors.DATABASE_REFUSED, { place, setting });
  if (code === "3D000") return new AtlasError(databaseErrors.DATABASE_MISSING, { place, name: pathname.slice(1), setting });
  if (error instanceof AtlasError) return error;
  return code === undefined || /^E[A-Z]+$/.test(code)
    ? new AtlasError(commonErrors.DATABASE_UNREACHABLE, { place, setting })
    : error;
}

const WITHOUT_RIGHTS = "42501";

/** DATABASE_WITHOUT_RIGHTS for a statement that the role may not run; any other error as it is. */
export function rightsError(error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  return code === WITHOUT_RIGHTS ? new AtlasError(databaseErrors.DATABASE_WITHOUT_RIGHTS, { reason: message }) : error;
}
