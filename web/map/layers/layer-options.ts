import type { ExpressionSpecification } from "maplibre-gl";
import type { Language } from "../../../server/contract/language.ts";
import type { Groups } from "../../address/spatial.ts";
import type { Theme } from "../../core/kinds.ts";
import { metresPerPixel } from "../geometry.ts";
import type { ValuesOverlay } from "../overlays.ts";
import { type Palette, palettes } from "../palette.ts";
import type { Offsets } from "../spread.ts";

/** What the drawing of the layers depends on besides the data. */
export interface LayerOptions {
  language: Language;
  theme: Theme;
  /** Symbols that share a point, set apart. */
  offsets: Offsets;
  /** Slugs of the sites outside the city: there no district is named, so the map names them at every zoom. */
  slugsOutsideCity?: readonly string[];
  /** Codes of the districts that the filter names. */
  filteredDistricts: readonly string[];
  /** Sites are counted together. */
  groups?: Groups["grouping"] | null;
  /** Districts are in the colours of their values: the tone of each that has one, and the patterns of the others. */
  values?: Pick<ValuesOverlay, "tones" | "patterns"> | null;
  /** The district colours are the content, so the symbols of sites are subdued. */
  hasValues?: boolean;
  /** Slugs of the sites that are drawn in the size of their figure; null where sites are not sized. */
  sizedSlugs?: readonly string[] | null;
  /** Some sites are side by side: the others are subdued and without names. Those of them that share a point, set apart. */
  comparedOffsets?: Offsets | null;
  /** On paper no pointer asks for a name. */
  onPaper?: boolean;
  /** Another basemap is under the layers. */
  onForeignBasemap: boolean;
}

export const paletteOf = (options: LayerOptions): Palette => palettes[options.theme];

/** Labels come from the viewer's own fonts: the style has no glyphs address, so nothing is requested. */
export const MAP_FONTS = ["Inter Variable", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"];

export const nameExpression = ({ language }: LayerOptions): ExpressionSpecification => [
  "get",
  language === "zh" ? "nameZh" : "nameEn",
];

/** True where a feature carries the state, e.g. chosen or hovered. */
export const hasState = (state: string): ExpressionSpecification => ["boolean", ["feature-state", state], false];

/** A choice by a property's value; one without any case would not be valid. */
export function matchExpression<Output>(
  property: string,
  cases: readonly (readonly [value: string, output: Output])[],
  other: Output,
): ExpressionSpecification | Output {
  if (cases.length === 0) return other;
  return ["match", ["get", property], ...cases.flat(), other] as unknown as ExpressionSpecification;
}

/** Lengths in metres become pixels at Wuhan's latitude; over the city the error is below one percent. */
const wuhanLatitude = 30.6;

/** A property in metres as pixels at a zoom level. It doubles with each level, which is what an interpolation of base 2 says. */
export const metresAsPixels = (property: string, zoom: number): ExpressionSpecification => [
  "/",
  ["get", property],
  metresPerPixel(wuhanLatitude) / 2 ** zoom,
];
