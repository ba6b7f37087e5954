import { palettes } from "../map/palette.ts";
import { patternDefsSvg } from "../map/svg-patterns.tsx";
import { escapeXml } from "../ui/picture-text.ts";
import type { MapShape, MapShapes } from "./map-shapes.ts";

export const DOT_RADIUS = 11;

/** The id of a pattern's definition begins with this. */
export const PATTERN_ID = "districts-";

/** The small map as SVG for a file, light as paper is, with names, since a file has no pointer to ask for them; `fillOf` gives a subject's colour or pattern. */
export function mapDrawing(
  { width, height, background, shapeOf, labelOf }: MapShapes,
  subjects: readonly { key: string; name: string }[],
  fillOf: (key: string) => string,
): string {
  const { land, valueBorder } = palettes.light;
  const shapes = subjects.flatMap(({ key }) => {
    const shape = shapeOf.get(key);
    return shape ? shapeSvg(shape, fillOf(key)) : [];
  });
  const names = subjects.flatMap(({ key, name }) => {
    const [x, y] = labelOf.get(key) ?? [];
    // Below a dot, which is drawn at the same place.
    const below = "dot" in (shapeOf.get(key) ?? {}) ? 2 * DOT_RADIUS : 4;
    return x === undefined || y === undefined
      ? []
      : `<text x="${x.toFixed(1)}" y="${(y + below).toFixed(1)}">${escapeXml(name)}</text>`;
  });
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">${patternDefsSvg(PATTERN_ID)}<g stroke="${valueBorder}" stroke-width="1" stroke-linejoin="round">${background.map((path) => shapeSvg({ path }, land)).join("")}${shapes.join("")}</g><g font-size="11" text-anchor="middle" fill="#1b222c" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${names.join("")}</g></svg>`;
}

const shapeSvg = (shape: MapShape, fill: string): string =>
  "path" in shape
    ? `<path d="${shape.path}" fill="${fill}"/>`
    : `<circle cx="${shape.dot[0].toFixed(1)}" cy="${shape.dot[1].toFixed(1)}" r="${DOT_RADIUS}" fill="${fill}"/>`;
