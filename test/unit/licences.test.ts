// Everything that ships has a licence that lets anyone run, change and pass it on, and a bill of materials can be made of it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));

interface Package {
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
}
const PERMISSIVE = /^\(?(0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|ISC|MIT)( AND (BSD-3-Clause|MIT))?\)?$/;

test("no package that ships has a licence with conditions on the atlas", () => {
  const packages: [string, Package][] = Object.entries(read("package-lock.json").packages);
  const shipped = packages.filter(([path, { dev, devOptional }]) => path && !dev && !devOptional);
  expect(shipped.length).toBeGreaterThan(100);
  expect(shipped.filter(([, { license }]) => !license || !PERMISSIVE.test(license))).toEqual([]);
});

test("the command in docs/operations.md lists every direct dependency", () => {
  const [, options = ""] = /npm sbom (.*) > sbom\.json/.exec(readFileSync("docs/operations.md", "utf8")) ?? [];
  const bill = JSON.parse(execFileSync("npm", ["sbom", ...options.split(" ")], { encoding: "utf8", maxBuffer: 1e8 }));
  const names = bill.components.map(({ group, name }: { group?: string; name: string }) => (group ? `${group}/${name}` : name));
  expect(names).toEqual(expect.arrayContaining(Object.keys(read("package.json").dependencies)));
});
