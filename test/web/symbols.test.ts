import { describe, expect, it } from "vitest";
import { siteKinds } from "../../server/contract/kinds.ts";
import type { SiteKind } from "../../web/core/graphql.ts";
import { kindColours, kindShapes } from "../../web/core/kinds.ts";
import { distanceToShape, shapePath } from "../../web/core/shapes.ts";
import { palettes } from "../../web/map/palette.ts";
import { readSymbolId, rgb, type SymbolImage, symbolForms, symbolId, symbolImage } from "../../web/map/symbols.ts";

const themes = ["light", "dark"] as const;

describe("symbols", () => {
  it("have names that read back", () => {
    for (const kind of siteKinds) {
      for (const form of symbolForms) {
        for (const theme of themes) expect(readSymbolId(symbolId(kind, form, theme))).toEqual({ kind, form, theme });
      }
    }
    expect(readSymbolId("circle")).toBeNull();
  });

  it.each(siteKinds)("%s is filled with its colour, cased, and clear at the corners", (kind) => {
    const image = symbolImage(kind, "plain", "light");
    expect(pixel(image, 0.5, 0.5)).toEqual([...rgb(kindColours.light[kind]), 255]);
    expect(pixel(image, 0, 0)[3]).toBe(0);
  });

  it("are hollow for infrastructure", () => {
    expect(pixel(symbolImage("LOGISTICS_HUB", "hollow", "light"), 0.5, 0.55)).toEqual([...rgb(palettes.light.symbolCasing), 255]);
  });

  it("can be distinguished by shape alone", () => {
    const masks = siteKinds.map((kind) => mask(symbolImage(kind, "plain", "light"), kind));
    for (const [index, one] of masks.entries()) {
      for (const other of masks.slice(index + 1)) {
        const different = one.filter((inside, index) => inside !== other[index]).length;
        expect(different / one.length).toBeGreaterThan(0.04);
      }
    }
  });

  it.each(themes)("stand out from the ground in the %s theme by 3:1", (theme) => {
    for (const kind of siteKinds) expect(contrast(kindColours[theme][kind], palettes[theme].land)).toBeGreaterThanOrEqual(3);
  });

  it("share their shapes with chips and legend", () => {
    for (const kind of siteKinds) {
      expect(shapePath(kindShapes[kind])).toMatch(/^M.*z$/);
      expect(distanceToShape(kindShapes[kind], [0, 0])).toBeLessThan(0);
      expect(distanceToShape(kindShapes[kind], [2, 2])).toBeGreaterThan(0);
    }
  });
});

/** The pixel at a part of width and height. */
function pixel({ width, height, data }: SymbolImage, x: number, y: number): number[] {
  const index = (Math.min(height - 1, Math.floor(y * height)) * width + Math.min(width - 1, Math.floor(x * width))) * 4;
  return [...data.slice(index, index + 4)];
}

/** Which pixels have the kind's own colour. */
function mask({ data }: SymbolImage, kind: SiteKind): boolean[] {
  const [red, green, blue] = rgb(kindColours.light[kind]);
  return Array.from(
    { length: data.length / 4 },
    (_, index) => data[index * 4] === red && data[index * 4 + 1] === green && data[index * 4 + 2] === blue,
  );
}

/** Contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex).map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
