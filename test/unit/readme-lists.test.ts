// What is made of a table in the contract, README names too.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { basemapKinds } from "../../server/contract/basemaps.ts";
import { filterParameters } from "../../server/contract/site-filter.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const names = [...readme.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

test.each(basemapKinds)("README names the basemap %s", (kind) => {
  expect(names.some((name) => name === kind || name.startsWith(`${kind}:`))).toBe(true);
});

test.each(filterParameters)("README names the filter's parameter %s", (parameter) => {
  expect(names.some((name) => name === parameter || name.startsWith(`${parameter}=`))).toBe(true);
});
