import type { Theme } from "../core/kinds.ts";
import { palettes } from "./palette.ts";
import { rgb, type SymbolImage } from "./symbols.ts";

/** Side of the pattern in CSS pixels: the distance between two lines is this divided by the root of two. */
const side = 8;
/** Width of a line in CSS pixels. */
const width = 1;
const strength = 0.22;

export const hatchId = (theme: Theme): string => `hatch/${theme}`;

export function readHatchId(id: string): Theme | null {
  return (["light", "dark"] as const).find((theme) => hatchId(theme) === id) ?? null;
}

/** Diagonal lines that meet themselves at every edge, for ground that is out of reach. */
export function hatchImage(theme: Theme, ratio = 2): SymbolImage {
  const pixels = side * ratio;
  const data = new Uint8ClampedArray(pixels * pixels * 4);
  const ink = rgb(palettes[theme].ring);
  for (let index = 0; index < pixels * pixels; index++) {
    const across = ((index % pixels) + Math.floor(index / pixels) + 1) % pixels;
    const distance = Math.min(across, pixels - across) / Math.SQRT2;
    const cover = Math.min(1, Math.max(0, (width * ratio) / 2 - distance + 0.5));
    data.set([...ink, cover * strength * 255], index * 4);
  }
  return { width: pixels, height: pixels, data };
}
