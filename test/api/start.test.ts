// The program itself, as a process: how it starts, ends, is killed and is refused.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

function start(environment: Record<string, string>, ...flags: string[]) {
  // Optimised code does not pay for itself in processes that live for seconds.
  const child = spawn(process.execPath, ["--no-opt", "--liftoff-only", "--import", "tsx", "server/main.ts", ...flags], {
    cwd: root,
    env: { ...process.env, PORT: "0", LANG: "C", ...environment },
  });
  children.push(child);
  const out = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (out.text += chunk));
  const waitForOutput = async (pattern: RegExp): Promise<RegExpExecArray> => {
    await until(() => pattern.test(out.text), { child, out });
    return pattern.exec(out.text) as RegExpExecArray;
  };
  return { child, out, says: waitForOutput, url: async () => (await waitForOutput(/ready: (\S+)/))[1] ?? "" };
}

/** As long as the process lives: how long a step takes is not looked at here. */
async function until(isTrue: () => boolean, { child, out }: { child: ChildProcess; out: { text: string } }): Promise<void> {
  while (!isTrue()) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`never came to ${isTrue}: ${out.text}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const count = async (url: string): Promise<number> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"query":"{sites{totalCount}}"}',
  });
  return (await response.json()).data.sites.totalCount;
};

test("a folder outlives kills at any moment, is refused to a second process, and has the demonstration beside it, marked", async () => {
  const DATA_DIR = newFolder();
  // While the cluster is created, which then starts over, and during what follows the migrations.
  const making = start({ DATA_DIR });
  await until(() => existsSync(join(DATA_DIR, "postgres", "PG_VERSION")), making);
  making.child.kill("SIGKILL");
  await once(making.child, "exit");
  const publishing = start({ DATA_DIR });
  await publishing.says(/applied \d+ migrations/);
  await new Promise((resolve) => setTimeout(resolve, 300));
  publishing.child.kill("SIGKILL");
  await once(publishing.child, "exit");

  const first = start({ DATA_DIR });
  expect(await count(await first.url())).toBe(47);
  const second = start({ DATA_DIR });
  expect((await once(second.child, "exit"))[0]).toBe(1);
  expect(second.out.text).toContain(`in use by process ${first.child.pid}`);
  expect(await count(await first.url())).toBe(47);
  first.child.kill("SIGKILL");
  await once(first.child, "exit");

  cpSync(preparedFolder("demo"), join(DATA_DIR, "demo"), { recursive: true });
  const [real, demo] = [start({ DATA_DIR }), start({ DATA_DIR }, "--demo")];
  expect(await count(await real.url())).toBe(47);
  const plainResponse = await fetch(await real.url());
  expect(plainResponse.headers.get("x-atlas-demo")).toBeNull();
  expect(await plainResponse.text()).not.toContain("demo-strip");
  const marked = await fetch(await demo.url());
  expect(demo.out.text).toContain("synthetic figures");
  expect(marked.headers.get("x-atlas-demo")).toBe("true");
  expect(await marked.text()).toContain('class="demo-strip"');
  for (const { child, out } of [real, demo]) {
    child.kill("SIGINT");
    expect((await once(child, "exit"))[0]).toBe(0);
    expect(out.text).toContain("stopped");
  }
  const refused = start({ DATA_DIR: join(DATA_DIR, "demo"), LANG: "zh_CN.UTF-8" });
  expect((await once(refused.child, "exit"))[0]).toBe(1);
  expect(refused.out.text).toContain("演示数据库，含虚构数字，不能作为正式数据打开");
});

test.each([
  ["PORT", { PORT: "many" }, "The setting PORT cannot be many"],
  ["DATABASE_URL", { DATABASE_URL: "mysql://localhost/x" }, "The setting DATABASE_URL cannot be"],
  // The flag for where no flag can be given.
  ["ATLAS_DEMO", { ATLAS_DEMO: "yes" }, "The setting ATLAS_DEMO cannot be yes"],
  [
    "an unreachable server",
    { DATABASE_URL: "postgresql://postgres@127.0.0.1:1/x" },
    "No PostgreSQL server responds at 127.0.0.1:1",
  ],
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
    expect(refused.out.text).toContain("lacks the necessary rights");
  } finally {
    await owner.query("DROP DATABASE atlas_test_bare WITH (FORCE)");
    await owner.query("DROP ROLE atlas_test_guest");
    await owner.end();
  }
});
