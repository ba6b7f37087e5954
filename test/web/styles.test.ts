// What web/ui gives every page is not written again by one of them.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const web = fileURLToPath(new URL("../../web", import.meta.url));
const files = readdirSync(web, { recursive: true, encoding: "utf8" }).filter((file) => !file.startsWith("graphiql"));
const read = (file: string) => readFileSync(`${web}/${file}`, "utf8");
const sheets = files.filter((file) => file.endsWith(".css"));

/** What is drawn on a screen: paper has sizes of its own. */
const onScreen = (sheet: string) => read(sheet).replace(/\n@media print \{.*?\n\}/gs, "");
const matchesIn = (texts: readonly string[], pattern: RegExp, text: (file: string) => string) =>
  texts.flatMap((file) => (text(file).match(pattern) ?? []).map((match) => `${file}: ${match.trim()}`));

describe("the styles of the page", () => {
  it("set type on a screen in the sizes of the scale", () => {
    expect(matchesIn(sheets, /font-size: (?!var\(--text-|inherit)[^;]+/g, onScreen)).toEqual([]);
    const scale = new Set(read("ui/controls.css").match(/(?<=--text-(xs|s|m|l|xl|title): )\d+px/g));
    // The title is smaller on a phone.
    expect(scale.size).toBe(7);
  });

  it("name the widths at which the page changes", () => {
    expect(
      matchesIn(
        files.filter((file) => /\.(css|tsx?)$/.test(file) && file !== "core/widths.ts"),
        /76[78]px/g,
        read,
      ),
    ).toEqual([]);
  });

  it("leave buttons as web/ui has reset them", () => {
    expect(
      matchesIn(sheets, /[^{}]*button[^{},]*\{[^{}]*background: none[^{}]*\}/g, onScreen).filter(
        (each) => !each.startsWith("ui/controls.css"),
      ),
    ).toEqual([]);
  });
});
