// The links of data files lead to pages: a scheme such as javascript: would execute code of a file in the reader's page.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { readDataset } from "../../server/imports/dataset.ts";

const folder = mkdtempSync(join(tmpdir(), "atlas-links-"));
cpSync(fileURLToPath(new URL("../../prisma/data", import.meta.url)), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["sources.csv", /https?:\/\/[^,"\s]+/],
  ["service-trade-parks.yaml", /(?<=website: )\S+/],
])("a link of %s has http or https", (file, link) => {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  expect(text).toMatch(link);
  for (const other of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"]) {
    writeFileSync(path, text.replace(link, other));
    expect(() => readDataset(folder)).toThrow(file);
  }
  writeFileSync(path, text);
  expect(() => readDataset(folder)).not.toThrow();
});
