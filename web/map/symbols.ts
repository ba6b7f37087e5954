import { siteKinds } from "../../server/contract/kinds.ts";
import type { SiteKind } from "../core/graphql.ts";
import { kindColours, kindShapes, type Theme } from "../core/kinds.ts";
import { distanceToShape } from "../core/shapes.ts";
import { palettes } from "./palette.ts";

// Symbols are computed, not drawn: the distance to the shape's edge gives fill, casing and smooth borders at any pixel ratio,
// the same in every browser, and without a canvas in tests.

/** plain: filled; hollow: infrastructure behind a hub; chosen: larger, with a ring. */
export const symbolForms = ["plain", "hollow", "chosen", "chosenHollow"] as const;
export type SymbolForm = (typeof symbolForms)[number];

export interface SymbolImage {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

type Rgb = readonly [number, number, number];

export function symbolId(kind: SiteKind, form: SymbolForm, theme: Theme): string {
  return `${kind}/${form}/${theme}`;
}

export function readSymbolId(id: string): { kind: SiteKind; form: SymbolForm; theme: Theme } | null {
  const [kindName, formName, themeName] = id.split("/");
  const kind = siteKinds.find((candidate) => candidate === kindName);
  const form = symbolForms.find((candidate) => candidate === formName);
  const theme = (["light", "dark"] as const).find((candidate) => candidate === themeName);
  return kind && form && theme ? { kind, form, theme } : null;
}

/** The image of a symbol; lengths are in CSS pixels times the pixel ratio. */
export function symbolImage(kind: SiteKind, form: SymbolForm, theme: Theme, ratio = 2): SymbolImage {
  const isChosen = form === "chosen" || form === "chosenHollow";
  const radius = (isChosen ? 10.5 : 7.5) * ratio;
  const side = 2 * Math.ceil(radius + (isChosen ? 7 : 3) * ratio);
  const bands = symbolColourBands(kind, form, theme, ratio);
  const data = new Uint8ClampedArray(side * side * 4);
  for (let index = 0; index < side * side; index++) {
    const x = ((index % side) + 0.5 - side / 2) / radius;
    const y = (Math.floor(index / side) + 0.5 - side / 2) / radius;
    data.set(colourAt(distanceToShape(kindShapes[kind], [x, y]) * radius, bands), index * 4);
  }
  return { width: side, height: side, data };
}

/** Bands from the outside in: everything nearer to the shape than `maxDistance` pixels has the colour, until a later band covers it. */
type ColourBand = { maxDistance: number; colour: Rgb };

function symbolColourBands(kind: SiteKind, form: SymbolForm, theme: Theme, ratio: number): ColourBand[] {
  const palette = palettes[theme];
  const [colour, casing] = [rgb(kindColours[theme][kind]), rgb(palette.symbolCasing)];
  const bands: ColourBand[] = [{ maxDistance: 1.6 * ratio, colour: casing }];
  if (form.startsWith("chosen"))
    bands.unshift({ maxDistance: 5.6 * ratio, colour: casing }, { maxDistance: 4.2 * ratio, colour: rgb(palette.strongLine) });
  bands.push({ maxDistance: 0, colour });
  if (form === "hollow" || form === "chosenHollow") bands.push({ maxDistance: -2.3 * ratio, colour: casing });
  return bands;
}

/** Lays the bands over each other, each with a border one pixel soft. */
function colourAt(distance: number, bands: readonly ColourBand[]): [number, number, number, number] {
  let colour: Rgb = bands[0]?.colour ?? [0, 0, 0];
  let alpha = 0;
  for (const band of bands) {
    const opacity = Math.min(1, Math.max(0, band.maxDistance - distance + 0.5));
    colour = alpha === 0 ? band.colour : mixColours(colour, band.colour, opacity);
    alpha = Math.max(alpha, opacity);
  }
  return [...colour, alpha * 255] as [number, number, number, number];
}

function mixColours(lower: Rgb, upper: Rgb, share: number): Rgb {
  return [0, 1, 2].map((channel) => (lower[channel] ?? 0) * (1 - share) + (upper[channel] ?? 0) * share) as unknown as Rgb;
}

export function rgb(hex: string): Rgb {
  return [1, 3, 5].map((offset) => Number.parseInt(hex.slice(offset, offset + 2), 16)) as unknown as Rgb;
}
