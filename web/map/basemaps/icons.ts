import type { Theme } from "../../core/kinds.ts";
import { palettes } from "../palette.ts";
import { rgb, type SymbolImage } from "../symbols.ts";

// The few images that the Protomaps layers name. Their sprites are no part of the package, so they are computed like the atlas's own
// symbols: nothing is requested, online or off.

type Distance = (x: number, y: number) => number;

interface IconDrawing {
  /** In CSS pixels. */
  width: number;
  height: number;
  /** How far a spot is from the shape's edge, negative inside; from the image's middle, y downwards. */
  distance: Distance;
  fill: string;
  edge: string;
}

/** The image of this name; null for an unknown one. */
export function protomapsImage(id: string, theme: Theme, ratio: number): SymbolImage | null {
  const drawing = findDrawing(id, theme);
  return drawing && paintIcon(drawing, ratio);
}

function findDrawing(id: string, theme: Theme): IconDrawing | null {
  const { landmarkName, halo, cityBorder, land } = palettes[theme];
  if (id === "townspot") return { width: 10, height: 10, distance: discDistance(3), fill: halo, edge: landmarkName };
  if (id === "capital") return { width: 14, height: 14, distance: discDistance(4.5), fill: landmarkName, edge: landmarkName };
  if (id === "arrow") return { width: 10, height: 10, distance: upwardTriangle, fill: cityBorder, edge: cityBorder };
  // Road numbers have a plate as wide as their text.
  const length = Number(/^(?:generic_shield|US:I|NL:S-road)-(\d+)char$/.exec(id)?.[1] ?? 0);
  if (length === 0 || length > 20) return null;
  const width = 10 + length * 6;
  return { width: width + 4, height: 20, distance: plateDistance(width / 2 - 2, 6, 2), fill: land, edge: cityBorder };
}

const discDistance =
  (radius: number): Distance =>
  (x, y) =>
    Math.hypot(x, y) - radius;

/** A rounded rectangle of half sides. */
const plateDistance =
  (halfWidth: number, halfHeight: number, cornerRadius: number): Distance =>
  (x, y) =>
    Math.hypot(Math.max(Math.abs(x) - halfWidth, 0), Math.max(Math.abs(y) - halfHeight, 0)) - cornerRadius;

/** A slim triangle with its tip on top. */
const upwardTriangle: Distance = (x, y) => Math.max(Math.abs(x) * 0.89 - (y + 4) * 0.45, y - 3);

function paintIcon({ width, height, distance, fill, edge }: IconDrawing, ratio: number): SymbolImage {
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
  const [inner, outer] = [rgb(fill), rgb(edge)];
  const data = new Uint8ClampedArray(pixelWidth * pixelHeight * 4);
  for (let index = 0; index < pixelWidth * pixelHeight; index++) {
    const x = ((index % pixelWidth) + 0.5 - pixelWidth / 2) / ratio;
    const y = (Math.floor(index / pixelWidth) + 0.5 - pixelHeight / 2) / ratio;
    const edgeDistance = distance(x, y) * ratio;
    const coverage = Math.min(1, Math.max(0, 0.5 - edgeDistance));
    const colour = edgeDistance > -ratio ? outer : inner;
    data.set([...colour, coverage * 255], index * 4);
  }
  return { width: pixelWidth, height: pixelHeight, data };
}
