import type { Theme } from "../core/kinds.ts";
import { palettes } from "./palette.ts";
import { rgb, type SymbolImage } from "./symbols.ts";

/** What is shown by a pattern: an area out of reach, no value, a value that is only a bound, and one that cannot be computed. */
const kinds = ["outOfReach", "noValue", "bound", "notComputable"] as const;
interface Hatch {
  kind: (typeof kinds)[number];
  theme: Theme;
}

/** Side of the pattern in CSS pixels: the distance between two lines is this divided by the root of two. */
const tileSize = 8;
/** Width of a line in CSS pixels; crossed lines are thinner, as they are twice as many. */
const lineWidth = (kind: Hatch["kind"]): number => (kind === "notComputable" ? 0.6 : 1);
/** Radius of a dot in CSS pixels, and of the light around it, which lets it be seen on dark and on faint colours. */
const dotRadius = { ink: 0.9, light: 1.9 };
const opacity: Record<Theme, Record<Hatch["kind"], number>> = {
  light: { outOfReach: 0.22, noValue: 0.17, bound: 0.5, notComputable: 0.17 },
  dark: { outOfReach: 0.22, noValue: 0.3, bound: 0.5, notComputable: 0.3 },
};

export const patternId = (kind: Hatch["kind"], theme: Theme): string => `${kind}/${theme}`;

export function readHatchId(id: string): Hatch | null {
  const [kindName, themeName, ...rest] = id.split("/");
  const kind = kinds.find((candidate) => candidate === kindName);
  const theme = (["light", "dark"] as const).find((candidate) => candidate === themeName);
  return kind && theme && rest.length === 0 ? { kind, theme } : null;
}

/** Lines or dots that meet themselves at every edge. */
export function hatchImage({ kind, theme }: Hatch, ratio = 2): SymbolImage {
  const pixels = tileSize * ratio;
  const data = new Uint8ClampedArray(pixels * pixels * 4);
  const [core, halo] = [rgb(palettes[theme].strongLine), rgb(palettes[theme].halo)];
  const coverage = (insideBy: number) => Math.min(1, Math.max(0, insideBy * ratio + 0.5));
  for (let index = 0; index < pixels * pixels; index++) {
    const [x, y] = [index % pixels, Math.floor(index / pixels)];
    const distance = (kind === "bound" ? dotDistance(x, y, pixels) : lineDistance(kind, x, y, pixels)) / ratio;
    const edgeCoverage = coverage(kind === "bound" ? dotRadius.light - distance : lineWidth(kind) / 2 - distance);
    const colour = kind === "bound" && distance > dotRadius.ink ? halo : core;
    data.set([...colour, edgeCoverage * opacity[theme][kind] * 255], index * 4);
  }
  return { width: pixels, height: pixels, data };
}

/** Distance to the nearest diagonal; out of reach and no value lean different ways, as both may be on one map. What is not computed is crossed. */
function lineDistance(kind: Hatch["kind"], x: number, y: number, pixels: number): number {
  const [falling, rising] = [(x - y + pixels) % pixels, (x + y + 1) % pixels];
  const offsets = kind === "noValue" ? [falling] : kind === "outOfReach" ? [rising] : [falling, rising];
  return Math.min(...offsets.map((offset) => Math.min(offset, pixels - offset))) / Math.SQRT2;
}

/** Distance to the nearest dot: one in the middle, one on the corners. */
function dotDistance(x: number, y: number, pixels: number): number {
  const half = pixels / 2;
  const [fromX, fromY] = [Math.abs(x + 0.5 - half), Math.abs(y + 0.5 - half)];
  return Math.min(Math.hypot(fromX, fromY), Math.hypot(half - fromX, half - fromY));
}
