import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AtlasError } from "../core/errors.ts";
import { databaseErrors } from "./errors.ts";
import { lockFolder } from "./lock.ts";

interface EmbeddedServer {
  /** Folder of the unix socket on which it speaks the PostgreSQL protocol. */
  socketFolder: string;
  /** Resolves when the server is ready: immediately, except during a restart. */
  ready(): Promise<void>;
  /**
   * Stops the running statement and restarts the server. PGlite cannot cancel a statement, so its thread is terminated. Everything it
   * has acknowledged is in its folder.
   */
  restart(): void;
  close(): Promise<void>;
}

const clusterOf = (dataDir: string) => ({ folder: join(dataDir, "postgres"), unfinished: join(dataDir, "postgres.unfinished") });

/** Whether the folder already contains an embedded database. */
export function isPrepared(dataDir: string): boolean {
  const { folder, unfinished } = clusterOf(dataDir);
  return existsSync(folder) && !existsSync(unfinished);
}

/** Starts the embedded PostgreSQL on its folder; throws DATA_FOLDER_LOCKED or DATA_FOLDER_UNUSABLE. */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const unlock = await lockDataFolder(dataDir, () => {
    void worker.terminate();
    // No caller can catch this: the process ends, because another one may be writing to the folder now.
    throw new AtlasError(databaseErrors.DATA_FOLDER_LOST, { folder: dataDir });
  });
  const isNew = !isPrepared(dataDir);
  // A socket in a folder that only this user can access: no port, no password. Its path must be shorter than 100 characters.
  const socketFolder = mkdtempSync(join(tmpdir(), "atlas-"));
  const socket = join(socketFolder, ".s.PGSQL.5432");
  const startThread = (isNew: boolean) =>
    new Worker(new URL("./embedded-worker.mjs", import.meta.url), {
      workerData: { ...clusterOf(dataDir), isNew, socket },
    });
  let worker = startThread(isNew);
  let started: Promise<unknown> = once(worker, "message");
  const release = () => {
    rmSync(socketFolder, { recursive: true, force: true });
    unlock();
  };
  try {
    await started;
  } catch (error) {
    release();
    throw new AtlasError(databaseErrors.DATA_FOLDER_UNUSABLE, { folder: dataDir, reason: (error as Error).message });
  }
  return {
    socketFolder,
    ready: async () => void (await started),
    restart() {
      started = worker.terminate().then(() => {
        rmSync(socket, { force: true });
        worker = startThread(false);
        return once(worker, "message");
      });
      // Reported to waiting callers, if any.
      started.catch(() => undefined);
    },
    async close() {
      await started;
      const ended = once(worker, "exit");
      worker.postMessage("close");
      await ended;
      release();
    },
  };
}

async function lockDataFolder(dataDir: string, onLoss: () => void): Promise<() => void> {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await lockFolder(dataDir, onLoss);
  } catch (error) {
    if (error instanceof AtlasError) throw error;
    throw new AtlasError(databaseErrors.DATA_FOLDER_UNUSABLE, { folder: dataDir, reason: (error as Error).message });
  }
}
