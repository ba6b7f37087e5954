import { readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AtlasError } from "../core/errors.ts";
import { databaseErrors } from "./errors.ts";

/** How often the holder of a lock renews the time of its file, and how long others watch for that. */
export const RENEW_MS = 2_000;
const WATCH_MS = 15_000;

/**
 * Locks a folder for this process and returns the function that unlocks it; throws DATA_FOLDER_LOCKED with the pid of the holder. Two
 * processes would corrupt an embedded database, which does not lock its folder itself. The lock of a killed process is taken over: on
 * the same machine it is recognised by pid and start time, since a pid can be reused; a holder in another container or on another
 * machine, whose processes are not visible here, by its file, which it no longer renews. `onLoss` runs if that happened to this process, because it
 * was suspended: it must not write any more.
 */
export async function lockFolder(folder: string, onLoss: () => void, watchMs = WATCH_MS): Promise<() => void> {
  const file = join(folder, "atlas.lock");
  const ownIdentity = identity(process.pid);
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, ownIdentity, { flag: "wx" });
      return holdLock(file, ownIdentity, onLoss);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readOrEmpty(file);
    if (holder !== "" && holder !== ownIdentity && (await isHeld(file, holder, watchMs)))
      throw new AtlasError(databaseErrors.DATA_FOLDER_LOCKED, { folder, pid: Number.parseInt(holder, 10) });
    discard(file, holder);
  }
  throw new AtlasError(databaseErrors.DATA_FOLDER_LOCKED, { folder, pid: Number.parseInt(readOrEmpty(file), 10) || "?" });
}

function holdLock(file: string, ownIdentity: string, onLoss: () => void): () => void {
  const renewal = setInterval(() => {
    try {
      if (readFileSync(file, "utf8") === ownIdentity) return utimesSync(file, new Date(), new Date());
    } catch (error) {
      // Not read this time: the process may have too many files open. Only a file that is gone is not its own any more.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") return;
    }
    clearInterval(renewal);
    onLoss();
  }, RENEW_MS);
  renewal.unref();
  return () => {
    clearInterval(renewal);
    if (readOrEmpty(file) === ownIdentity) rmSync(file, { force: true });
  };
}

async function isHeld(file: string, holder: string, watchMs: number): Promise<boolean> {
  const pid = Number.parseInt(holder, 10);
  if (holder.endsWith(machine())) return isAlive(pid) && identity(pid) === holder;
  const before = timeOf(file);
  for (let waited = 0; waited < watchMs; waited += RENEW_MS / 4) {
    await sleep(RENEW_MS / 4);
    if (timeOf(file) !== before) return readOrEmpty(file) === holder;
  }
  return false;
}

// Renames the file and reads it again, so that a lock which another process has just taken is restored.
function discard(file: string, staleHolder: string): void {
  const movedFile = `${file}.${process.pid}`;
  try {
    renameSync(file, movedFile);
    if (readOrEmpty(movedFile) === staleHolder) rmSync(movedFile);
    else renameSync(movedFile, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** Pid, start time and machine of a process that is visible here. */
function identity(pid: number): string {
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
  return `${pid} ${fields[19] ?? ""} ${machine()}`;
}

/** The start of the system and the container, within which pids are one's own; the same for all where the system does not provide them. */
function machine(): string {
  const bootId = readOrEmpty("/proc/sys/kernel/random/boot_id").trim();
  try {
    return `${bootId} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return bootId;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const timeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
