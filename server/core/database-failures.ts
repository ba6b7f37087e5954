// Failures of the database itself, recognised by what is certain. A statement that is wrong or too large is none of them.
import type { FastifyBaseLogger } from "fastify";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";
import { REQUEST_LIMITS } from "./limits.ts";

/** SQLSTATE of a statement that was cancelled: by its time limit, or on demand. */
export const QUERY_CANCELED = "57014";
/** Too many connections; no disk space, or no memory. */
const TOO_MANY_CONNECTIONS = "53300";
const WITHOUT_RESOURCES = /^53[12]00$/;
/** The server closed the connection, or shuts down or starts up. A protocol violation (08P01) is a bug of the atlas. */
const CONNECTION_LOST = /^(08(000|001|003|004|006|007)|57P0[123])$/;
const SOCKET_LOST = /^(ECONNRESET|EPIPE)$/;
/** The driver's own errors have no code. */
const DRIVER_LOST = /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/;
const DRIVER_BUSY = /timeout exceeded when trying to connect/;

/** Whether all connections of a pool were in use for as long as it waits. */
export const isPoolBusy = (error: unknown): boolean => DRIVER_BUSY.test(String((error as Error).message));

/** The error for a failure of the database; undefined for any other. */
export function databaseFailure(error: unknown): AtlasError | undefined {
  const { code = "", syscall, message = "" } = error as { code?: string; syscall?: string; message?: string };
  if (code === QUERY_CANCELED) return new AtlasError(commonErrors.TIMEOUT, { seconds: REQUEST_LIMITS.seconds });
  if (code === TOO_MANY_CONNECTIONS || isPoolBusy(error)) return new AtlasError(commonErrors.DATABASE_BUSY);
  if (WITHOUT_RESOURCES.test(code)) return new AtlasError(commonErrors.DATABASE_FULL, { reason: message });
  // ENOENT and others are errors of files as well.
  const isUnreachable = syscall === "connect" || syscall === "getaddrinfo";
  const isLost = CONNECTION_LOST.test(code) || SOCKET_LOST.test(code) || (code === "" && DRIVER_LOST.test(message));
  return isUnreachable || isLost ? new AtlasError(commonErrors.DATABASE_DOWN) : undefined;
}

/** Whether a server failed, and not the statement: another server may answer it. */
export function isServerFailure(error: unknown): boolean {
  const code = databaseFailure(error)?.code;
  return code === "DATABASE_DOWN" || code === "DATABASE_FULL" || (error as { code?: string }).code === TOO_MANY_CONNECTIONS;
}

const LOG_EVERY_MS = 10_000;
let lastLogged = Number.NEGATIVE_INFINITY;
let unlogged = 0;

/** Logs a failure of the database; further ones within ten seconds only by their number, because every request may have the same. */
export function logDatabaseFailure(log: FastifyBaseLogger, error: unknown): void {
  unlogged++;
  if (performance.now() - lastLogged < LOG_EVERY_MS) return;
  log.error({ err: error, failures: unlogged }, "the database fails");
  [lastLogged, unlogged] = [performance.now(), 0];
}
