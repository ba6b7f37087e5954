import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kinds, siteKinds } from "../../server/contract/kinds.ts";
import { tables } from "../../server/generated/model.ts";
import { siteProperties } from "../../server/sites/properties.ts";

// What the drawer says of a base's holder and batch, files leave out.
const ONLY_ON_THE_PAGE = ["batchZh", "batchEn", "holderZh", "holderEn", "holderConfidence"];

test.each(siteKinds)("files, OGC features and CQL2 have every column that only %s has", (kind) => {
  const columnNames = Object.keys(tables[kinds[kind].type].columns).filter((name) => name !== "siteId");
  expect(Object.keys(siteProperties)).toEqual(
    expect.arrayContaining(columnNames.filter((name) => !ONLY_ON_THE_PAGE.includes(name))),
  );
});

test.each(siteKinds)("README names the kind %s in Chinese", (kind) => {
  expect(readFileSync(new URL("../../README.md", import.meta.url), "utf8")).toContain(kinds[kind].plural.zh);
});
