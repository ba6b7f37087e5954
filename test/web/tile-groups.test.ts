import { createExpression, featureFilter, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { type Language, languages } from "../../server/contract/language.ts";
import { atlasLayers } from "../../web/map/layers/order.ts";
import { chosenSites, siteNames, sites } from "../../web/map/layers/sites.ts";
import { tileGroupCounts, tileGroups } from "../../web/map/layers/tile-groups.ts";
import { uncertaintyCircles } from "../../web/map/layers/uncertainty.ts";
import { palettes } from "../../web/map/palette.ts";
import { rgb } from "../../web/map/symbols.ts";
import { someOptions } from "./some-layer-options.ts";

const aTileGroup = (pointCount: number) => ({ type: 1 as const, properties: { pointCount, parks: pointCount } });
const aSite = { type: 1 as const, properties: { slug: "air-tianhe", kind: "LOGISTICS_HUB", accuracyM: 700 } };

function evaluate(expression: unknown, feature: ReturnType<typeof aTileGroup>): unknown {
  const compiled = createExpression(expression);
  if (compiled.result === "error") throw new Error(compiled.value.join());
  return compiled.value.evaluate({ zoom: 8 }, feature);
}

const label = (count: number, language: Language) =>
  String(evaluate(tileGroupCounts(someOptions({ language })).layout?.["text-field"], aTileGroup(count)));

describe("groups of sites in tiles", () => {
  it.each(languages.flatMap((language) => (["light", "dark"] as const).map((theme) => someOptions({ language, theme }))))(
    "have layers that are valid: %o",
    (options) => {
      const source = { type: "vector" as const, tiles: ["http://atlas.test/{z}/{x}/{y}.mvt"] };
      // Plain data, for the validator has types of its own.
      const layers = JSON.parse(JSON.stringify([tileGroups(options), tileGroupCounts(options)]));
      const style = { version: 8 as const, glyphs: "{fontstack}/{range}", sources: { sites: source }, layers };
      expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
    },
  );

  it("are drawn by their own layers, and sites by all others", () => {
    const takes = (filter: unknown, feature: object) => featureFilter(filter as never).filter({ zoom: 8 }, feature as never);
    for (const layer of [tileGroups(someOptions()), tileGroupCounts(someOptions())]) {
      expect([takes(layer.filter, aTileGroup(2)), takes(layer.filter, aSite)]).toEqual([true, false]);
    }
    for (const layer of [
      sites(someOptions()),
      siteNames(someOptions()),
      chosenSites(someOptions()),
      uncertaintyCircles(someOptions()),
    ]) {
      expect([layer.id, takes(layer.filter, aTileGroup(2)), takes(layer.filter, aSite)]).toEqual([layer.id, false, true]);
    }
  });

  it("stand below the symbols of sites", () => {
    const ids = atlasLayers(someOptions()).map(({ id }) => id);
    for (const id of ["tile-groups", "tile-group-counts"]) expect(ids.indexOf(id)).toBeLessThan(ids.indexOf("sites"));
  });

  it("say their number as people do", () => {
    expect([7, 999, 1000, 12_340, 200_000, 1_500_000].map((count) => label(count, "en"))).toEqual([
      "7",
      "999",
      "1k",
      "12.3k",
      "200k",
      "1.5M",
    ]);
    expect([7, 9999, 10_000, 12_340, 200_000].map((count) => label(count, "zh"))).toEqual(["7", "9999", "1万", "1.2万", "20万"]);
  });

  it("grow with their number, and no further than their neighbours allow", () => {
    const radius = (count: number) => Number(evaluate(tileGroups(someOptions()).paint?.["circle-radius"], aTileGroup(count)));
    const radii = [2, 20, 200, 2000, 10_000].map(radius);
    expect(radii).toEqual([...radii].sort((a, b) => a - b));
    expect(radius(1_000_000)).toBe(radius(10_000));
  });

  it.each(["light", "dark"] as const)("can be read in the %s theme: 4.5:1", (theme) => {
    const { tileGroup, symbolCasing, land } = palettes[theme];
    expect(contrast(tileGroup, symbolCasing)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tileGroup, land)).toBeGreaterThanOrEqual(3);
  });
});

// WCAG 2.2.
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = rgb(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

it("on paper the chosen site has its name on the map, which on the screen stands in its card", () => {
  const opacity = (onPaper: boolean) => siteNames(someOptions({ onPaper })).paint?.["text-opacity"];
  expect(opacity(true)).toBe(1);
  expect(opacity(false)).not.toBe(1);
});
