// What is made of a table in the contract, the documentation names too.
import { expect, test } from "vitest";
import { basemapKinds } from "../../server/contract/basemaps.ts";
import { filterParameters } from "../../server/contract/site-filter.ts";
import { documentation } from "../docs.ts";

const names = [...documentation.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

test.each(basemapKinds)("the documentation names the basemap %s", (kind) => {
  expect(names.some((name) => name === kind || name.startsWith(`${kind}:`))).toBe(true);
});

test.each(filterParameters)("the documentation names the filter's parameter %s", (parameter) => {
  expect(names.some((name) => name === parameter || name.startsWith(`${parameter}=`))).toBe(true);
});
