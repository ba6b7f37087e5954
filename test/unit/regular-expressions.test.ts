// No regular expression of server and page takes long for a text from outside: a single address of 16 KB must not occupy the thread that
// answers all others.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseAst, transformWithOxc } from "vite";
import { expect, test } from "vitest";
import { slowText } from "../regular-expressions.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The literals of a source file. */
async function literalsOf(file: string): Promise<RegExp[]> {
  const { code } = await transformWithOxc(readFileSync(root + file, "utf8"), file, { jsx: { runtime: "automatic" } });
  const literals: RegExp[] = [];
  JSON.stringify(parseAst(code), (_key, value) => {
    if (value?.regex) literals.push(new RegExp(value.regex.pattern, value.regex.flags));
    return value?.regex || typeof value === "bigint" ? undefined : value;
  });
  return literals;
}

const files = ["server", "web"].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs)$/.test(name) && !/\.d\.ts$|^generated\//.test(name))
    .map((name) => `${folder}/${name}`),
);

test("every regular expression takes time in proportion to the text", async () => {
  const literals = (
    await Promise.all(files.map(async (file) => (await literalsOf(file)).map((literal) => ({ file, literal }))))
  ).flat();
  expect(literals.length).toBeGreaterThan(100);
  const slow = literals.map(({ file, literal }) => ({ file, literal: String(literal), text: slowText(literal) }));
  expect(slow.filter(({ text }) => text)).toEqual([]);
});

test.each([/\s+$/, /:\/\/[^@]*@/, /(a+)+$/, /^(a|a)*$/, /\s*;\s*/, /<body[^>]*>/, /^\d+1?\d+$/, /x*y*x*$/, /(.*),(.*);$/])(
  "%s is one that does not",
  (expression) => {
    expect(slowText(expression)).toBeDefined();
  },
);
