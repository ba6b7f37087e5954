// The order of the folders is kept: who may import whom, no circles, no way around schema.graphql, no file without a reader.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { printedSchema } from "../../server/schema.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith(".d.ts") && !name.includes("generated"));

const imports = new Map([...sources("server"), ...sources("web"), ...sources("prisma")].map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const importPaths = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, path]) => path ?? "");
  return importPaths.map((path) => relative(root, resolve(root, dirname(file), path.replace(/\?.*$/, ""))));
}

const topFolders = (file: string): string => file.split("/").slice(0, 2).join("/");

const ORDER = [
  "server/generated",
  "server/contract",
  "server/core",
  "server/geometry",
  "server/database",
  "server/graphql",
  "server/cql2",
  "server/page",
  "server/provenance",
  "server/districts",
  "server/sites",
  "server/indicators",
  "server/plan",
  "server/search",
  "server/compare",
  "server/imports",
  "server/demo",
  "server/spatial",
  "server/tiles",
  "server/exports",
  "server/ogc",
];
const TOP = ["server/config.ts", "server/schema.ts", "server/app.ts", "server/main.ts"];

test("server folders import only folders before them; nothing imports the top", () => {
  for (const [file, targets] of imports) {
    if (!file.startsWith("server/") || TOP.includes(file)) continue;
    for (const target of targets) {
      expect([file, target, TOP.includes(target)]).toEqual([file, target, false]);
      expect(ORDER.indexOf(topFolders(target)), `${file} imports ${target}`).toBeLessThanOrEqual(ORDER.indexOf(topFolders(file)));
      expect(ORDER, `${target} is in a folder that has no place in the order`).toContain(topFolders(target));
    }
  }
});

// Folders that several slices of the page use, in the order in which they may import each other.
const SHARED = ["web/core", "web/address", "web/ui", "web/map", "web/provenance", "web/series"];

test("web: shared folders in their order, then the slices, then the composition; no slice imports another", () => {
  for (const [file, targets] of imports) {
    if (!file.startsWith("web/")) continue;
    for (const target of targets) {
      const [from, to] = [topFolders(file), topFolders(target)];
      if (!target.startsWith("web/")) {
        expect(target, `${file} reaches out of the page`).toMatch(
          /^(server\/contract\/[\w-]+\.ts|prisma\/data\/(rivers|landmarks|metro-lines|metro-stations)\.geojson)$/,
        );
        continue;
      }
      const isComposition = from === "web/app" || !statSync(join(root, from)).isDirectory();
      if (from === to || isComposition) continue;
      expect(SHARED, `${file} imports ${target}`).toContain(to);
      if (SHARED.includes(from)) expect(SHARED.indexOf(to), `${file} imports ${target}`).toBeLessThan(SHARED.indexOf(from));
    }
  }
});

test("the contract of page and server is pure: it imports nothing but itself and the values of the model's enums", () => {
  for (const [file, targets] of imports) {
    if (topFolders(file) !== "server/contract") continue;
    expect(readFileSync(join(root, file), "utf8"), file).not.toMatch(/from "(node:|[^."])/);
    for (const target of targets)
      expect(target, `${file} imports ${target}`).toMatch(/^server\/(contract\/[\w-]+|generated\/values)\.ts$/);
  }
});

test("there are no circles", () => {
  const visited = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    expect(path.includes(file) ? [...path, file].join(" -> ") : "").toBe("");
    if (visited.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    visited.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
});

test("every file is imported, started or loaded by something", () => {
  const started = [
    "server/main.ts",
    "server/database/embedded-worker.mjs",
    "web/main.tsx",
    "web/embed.tsx",
    "web/graphiql.tsx",
    "prisma/generate.mjs",
    "prisma/generator.mjs",
  ];
  const imported = new Set([...imports.values()].flat());
  const unusedFiles = [...imports.keys()].filter((file) => !imported.has(file) && !started.includes(file));
  expect(unusedFiles).toEqual([]);
});

test("the dependencies are what runs needs: those that the server imports, and what starts it", () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: object };
  const used = [...imports.keys()]
    .filter((file) => file.startsWith("server/") || file === "prisma/seed.ts")
    .map((file) => readFileSync(join(root, file), "utf8"))
    .flatMap((source) => [
      ...source.matchAll(/^(?!import type).*(?:from |import |import\()"((?:@[\w-]+\/)?[\w-][\w.-]*)(?:\/[^"]*)?"/gm),
    ])
    .flatMap(([, name]) => (name ? [name] : []));
  // The generated client is Prisma's; tsx is what npm start calls.
  expect([...new Set([...used, "@prisma/client", "tsx"])].sort()).toEqual(Object.keys(dependencies).sort());
});

test("schema.graphql is the schema", () => {
  expect(readFileSync(join(root, "server/schema.graphql"), "utf8")).toBe(printedSchema());
});

test("nothing that ships needs what lies beside the project", () => {
  for (const file of imports.keys())
    expect([file, /\.\.\/shared/.test(readFileSync(join(root, file), "utf8"))]).toEqual([file, false]);
  expect(existsSync(join(root, "package-lock.json"))).toBe(true);
});
