// Who may open a folder, on the same machine and beyond: a process in a namespace of its own is what a container is.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { lockFolder, RENEW_MS } from "../../server/database/lock.ts";

const lockModule = fileURLToPath(new URL("../../server/database/lock.ts", import.meta.url));
const ofItsOwn = ["--pid", "--fork", "--mount-proc", "--kill-child", ...(process.getuid?.() === 0 ? [] : ["--map-root-user"])];
const hasNamespaces = spawnSync("unshare", [...ofItsOwn, "true"]).status === 0;

const children: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "atlas-lock-"));
  folders.push(folder);
  return folder;
};
const ignoreLoss = () => undefined;

/** A process that holds the lock of a folder. */
async function holder(folder: string, command: string[] = []): Promise<ChildProcess> {
  const script = `const { lockFolder } = await import(${JSON.stringify(lockModule)});
    await lockFolder(${JSON.stringify(folder)}, () => undefined);
    console.log("locked");
    setInterval(() => undefined, 1000);`;
  const [program = "", ...parameters] = [...command, process.execPath, "--import", "tsx", "--input-type=module", "-e", script];
  const child = spawn(program, parameters, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

test.each([
  ["beside this one", []],
  ...(hasNamespaces ? ([["in another container", ["unshare", ...ofItsOwn]]] as const) : []),
] as [string, string[]][])("a process %s keeps its lock while it lives, and no longer", async (_, command) => {
  const folder = newFolder();
  const child = await holder(folder, command);
  await expect(lockFolder(folder, ignoreLoss)).rejects.toMatchObject({ code: "DATA_FOLDER_LOCKED" });
  const ended = once(child, "close");
  child.kill("SIGKILL");
  await ended;
  const unlock = await lockFolder(folder, ignoreLoss, 1_000);
  unlock();
  expect(existsSync(join(folder, "atlas.lock"))).toBe(false);
});

test("who has lost the lock hears of it and does not remove that of another", async () => {
  const folder = newFolder();
  const file = join(folder, "atlas.lock");
  const lost = await new Promise<() => void>((resolve) => {
    const locking = lockFolder(folder, () => void locking.then(resolve));
    void locking.then(() => writeFileSync(file, "1 of another machine"));
  });
  lost();
  expect(readFileSync(file, "utf8")).toBe("1 of another machine");
});

test("a lock that cannot be read for a while is not lost", async () => {
  const folder = newFolder();
  const file = join(folder, "atlas.lock");
  let losses = 0;
  const unlock = await lockFolder(folder, () => losses++);
  const identity = readFileSync(file, "utf8");
  rmSync(file);
  // A folder cannot be read as a file, just as nothing can when too many files are open.
  mkdirSync(file);
  await new Promise((resolve) => setTimeout(resolve, 2 * RENEW_MS));
  rmSync(file, { recursive: true });
  writeFileSync(file, identity);
  expect(losses).toBe(0);
  unlock();
  expect(existsSync(file)).toBe(false);
});
