import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AtlasError } from "../core/errors.ts";
import { databaseErrors } from "./errors.ts";

/**
 * Locks a folder for this process and returns the function that unlocks it; throws DATA_FOLDER_LOCKED with the pid of the holder. Two
 * processes would corrupt an embedded database, which does not lock its folder itself. The lock of a killed process is recognised and
 * taken over: a pid can be reused, so the lock also contains the start time of the process if the system provides it.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "atlas.lock");
  const ownIdentity = identity(process.pid);
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, ownIdentity, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readOrEmpty(file);
    const pid = Number.parseInt(holder, 10);
    if (holder !== "" && holder !== ownIdentity && isAlive(pid) && identity(pid) === holder) {
      throw new AtlasError(databaseErrors.DATA_FOLDER_LOCKED, { folder, pid });
    }
    discard(file, holder);
  }
  throw new AtlasError(databaseErrors.DATA_FOLDER_LOCKED, { folder, pid: Number.parseInt(readOrEmpty(file), 10) || "?" });
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

function identity(pid: number): string {
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
  return `${pid} ${readOrEmpty("/proc/sys/kernel/random/boot_id").trim()} ${fields[19] ?? ""}`.trim();
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
