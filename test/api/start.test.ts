// The program itself, as a process: how it starts, ends, is killed and is refused.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { preparedFolder, SERVER, urlOf } from "../atlas.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const children: ChildProcess[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "atlas-start-"));
  folders.push(folder);
  return folder;
};

const filledFolder = (): string => {
  const folder = newFolder();
  cpSync(preparedFolder(), folder, { recursive: true });
  return folder;
};

function start(environment: Record<string, string>, ...flags: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", ...flags], {
    cwd: root,
    env: { ...process.env, PORT: "0", LANG: "C", ...environment },
  });
  children.push(child);
  const out = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (out.text += chunk));
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    // As long as the process lives: how long a step takes is not looked at here.
    for (;;) {
      const match = pattern.exec(out.text);
      if (match) return match;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`never said ${pattern}: ${out.text}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { child, out, until, url: async () => (await until(/ready: (\S+)/))[1] ?? "" };
}

const count = async (url: string): Promise<number> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"query":"{sites{totalCount}}"}',
  });
  return (await response.json()).data.sites.totalCount;
};

test("a second process on the same folder is refused with the holder's pid; Ctrl-C ends the first cleanly", async () => {
  const DATA_DIR = filledFolder();
  const first = start({ DATA_DIR });
  const url = await first.url();
  const second = start({ DATA_DIR });
  expect((await once(second.child, "exit"))[0]).toBe(1);
  expect(second.out.text).toContain(`in use by process ${first.child.pid}`);
  expect(await count(url)).toBe(47);
  first.child.kill("SIGINT");
  expect((await once(first.child, "exit"))[0]).toBe(0);
  expect(first.out.text).toContain("stopped");
});

test("a kill at any moment loses nothing that was acknowledged, and the next start works", async () => {
  const DATA_DIR = newFolder();
  for (const moment of [/preparing/, /applied \d+ migrations/]) {
    const killed = start({ DATA_DIR });
    await killed.until(moment);
    // Somewhere in the midst of the next step.
    await new Promise((resolve) => setTimeout(resolve, 300));
    killed.child.kill("SIGKILL");
    await once(killed.child, "exit");
  }
  const next = start({ DATA_DIR });
  const url = await next.url();
  expect(await count(url)).toBe(47);
  next.child.kill("SIGKILL");
  await once(next.child, "exit");
  expect(await count(await start({ DATA_DIR }).url())).toBe(47);
});

test.each([
  ["PORT", { PORT: "many" }, "The setting PORT cannot be many"],
  ["DATABASE_URL", { DATABASE_URL: "mysql://localhost/x" }, "The setting DATABASE_URL cannot be"],
  ["an unreachable server", { DATABASE_URL: "postgresql://postgres@127.0.0.1:1/x" }, "No PostgreSQL answers at 127.0.0.1:1"],
])("%s that cannot be used: one clear line, exit 1", async (_what, environment, line) => {
  const refused = start({ DATA_DIR: newFolder(), ...environment });
  expect((await once(refused.child, "exit"))[0]).toBe(1);
  expect(refused.out.text.trim().split("\n").at(-1)).toContain(line);
});

test("a data folder that is a file, in Chinese", async () => {
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  const refused = start({ DATA_DIR: file, LANG: "zh_CN.UTF-8" });
  expect((await once(refused.child, "exit"))[0]).toBe(1);
  expect(refused.out.text).toContain("无法使用");
});

test("--demo: a database of its own beside the other one, marked; neither is opened as the other", async () => {
  const DATA_DIR = filledFolder();
  cpSync(preparedFolder("demo"), join(DATA_DIR, "demo"), { recursive: true });
  const demo = start({ DATA_DIR }, "--demo");
  const url = await demo.url();
  expect(demo.out.text).toContain("made-up figures");
  const page = await fetch(url);
  expect(page.headers.get("x-atlas-demo")).toBe("true");
  expect(await page.text()).toContain('class="demo-strip"');
  const real = await start({ DATA_DIR }).url();
  const plain = await fetch(real);
  expect(plain.headers.get("x-atlas-demo")).toBeNull();
  expect(await plain.text()).not.toContain("demo-strip");
  demo.child.kill("SIGINT");
  await once(demo.child, "exit");
  const refused = start({ DATA_DIR: join(DATA_DIR, "demo"), LANG: "zh_CN.UTF-8" });
  expect((await once(refused.child, "exit"))[0]).toBe(1);
  expect(refused.out.text).toContain("演示用的，含虚构数字，不能作为正式数据打开");
  // ATLAS_DEMO is the flag for where no flag can be given.
  const over = start({ DATA_DIR: newFolder(), ATLAS_DEMO: "yes" });
  expect((await once(over.child, "exit"))[0]).toBe(1);
  expect(over.out.text).toContain("The setting ATLAS_DEMO cannot be yes");
});

test("a port in use is named before anything is prepared", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const refused = start({ DATA_DIR: newFolder(), PORT: String(port) });
  expect((await once(refused.child, "exit"))[0]).toBe(1);
  taken.close();
  expect(refused.out.text).toContain(`Port ${port} is in use`);
  expect(refused.out.text).not.toContain("preparing");
});

test.runIf(SERVER)("PostgreSQL without the database, and without rights in it", async () => {
  const missing = start({ DATABASE_URL: urlOf(SERVER ?? "", "atlas_not_there") });
  expect((await once(missing.child, "exit"))[0]).toBe(1);
  expect(missing.out.text).toContain("There is no database atlas_not_there");
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: SERVER });
  await owner.connect();
  await owner.query("DROP DATABASE IF EXISTS atlas_test_bare WITH (FORCE)");
  await owner.query("CREATE DATABASE atlas_test_bare TEMPLATE template0");
  await owner.query("DROP ROLE IF EXISTS atlas_test_guest");
  await owner.query("CREATE ROLE atlas_test_guest LOGIN");
  try {
    const guest = Object.assign(new URL(urlOf(SERVER ?? "", "atlas_test_bare")), {
      username: "atlas_test_guest",
      password: "",
    }).href;
    const refused = start({ DATABASE_URL: guest });
    expect((await once(refused.child, "exit"))[0]).toBe(1);
    expect(refused.out.text).toContain("may not do this");
  } finally {
    await owner.query("DROP DATABASE atlas_test_bare WITH (FORCE)");
    await owner.query("DROP ROLE atlas_test_guest");
    await owner.end();
  }
});
