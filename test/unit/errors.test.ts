// The closed set of errors: each folder's table is complete, every entry is in use, and each says in both languages what to do.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { AtlasError, type ErrorDefinition } from "../../server/core/errors.ts";
import { graphqlErrors } from "../../server/graphql/errors.ts";

const server = new URL("../../server/", import.meta.url);
const files = readdirSync(fileURLToPath(server), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const isTable = (name: string) => /^(core\/common-|\w+\/)errors\.ts$/.test(name) && name !== "core/errors.ts";
const tables = await Promise.all(
  files
    .filter(isTable)
    .map((name): Promise<Record<string, Record<string, ErrorDefinition>>> => import(new URL(name, server).href)),
);
const namedErrors = tables.flatMap((module) => Object.entries(module));
const definitions = namedErrors.flatMap(([table, errors]) => Object.values(errors).map((error) => ({ table, ...error })));
const sources = files.map((name) => readFileSync(new URL(name, server), "utf8"));

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

test("every table of errors is found, and no code is in two of them", () => {
  expect(namedErrors.length).toBe(sources.filter((text) => /= defineErrors\(/.test(text)).length);
  const codes = definitions.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test.each(definitions)("$code says the same in both languages", ({ en, zh }) => {
  expect(placeholders(zh)).toEqual(placeholders(en));
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).not.toMatch(/\p{Script=Han}/u);
});

test.each(definitions)("$code is in use", ({ table, code }) => {
  expect(sources.some((text) => new RegExp(`\\b${table}\\.${code}\\b`).test(text))).toBe(true);
});

// A rule for the value, a bound, what is allowed instead, or what to do.
const REMEDY =
  /\b(must|may|at least|at most|only once|or newer|runs? from|needs|[a-z]+ from)\b|: \{(allowed|expected)\}|with first or with last|(^|[.,;] )(Ask|Close|Correct|Create|Cut|Check|Download|Draw|Fix|Give|Have|Install|Leave|List|Name|Narrow|Remove|Repeat|Request|Restore|Send|Set|Shorten|Simplify|Start|Stop|Swap|Take|Try|Use|Write|are they swapped)\b/;

test.each(definitions.filter(({ status }) => status >= 400))("$code names a remedy", ({ en, zh }) => {
  expect(en).toMatch(REMEDY);
  expect(zh).toMatch(/请|须|需要|最多|至少|可用|只能|取|是否|不能同时|不得/);
});

test("what a stranger sent is quoted, but not at length", () => {
  const error = new AtlasError(graphqlErrors.ID_MALFORMED, { argument: "id", value: "x".repeat(5000) });
  expect(error.message.length).toBeLessThan(400);
});
