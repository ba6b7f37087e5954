import type { Feature, FeatureCollection, LineString, Position } from "geojson";

/**
 * The river lines are read off schematic district borders and carry their corners. Drawn in full width those would be knots, so the
 * course is first simplified with this tolerance (degrees, about 350 m: well within the river's drawn width) and then rounded.
 */
const tolerance = 0.0035;
const rounds = 3;

export function smoothRivers(rivers: FeatureCollection<LineString>): FeatureCollection<LineString> {
  return { ...rivers, features: rivers.features.map(smoothRiver) };
}

function smoothRiver(river: Feature<LineString>): Feature<LineString> {
  let course = straighten(river.geometry.coordinates);
  for (let round = 0; round < rounds; round++) course = cutCorners(course);
  return { ...river, geometry: { ...river.geometry, coordinates: course } };
}

/** Douglas and Peucker 1973: keeps the point farthest from the chord while it is beyond the tolerance. */
export function straighten(line: readonly Position[]): Position[] {
  const [first, last] = [line.at(0), line.at(-1)];
  if (!first || !last || line.length < 3) return [...line];
  const distances = line.map((point) => distanceToChord(point, first, last));
  const farthest = distances.indexOf(Math.max(...distances));
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last];
  return [...straighten(line.slice(0, farthest + 1)).slice(0, -1), ...straighten(line.slice(farthest))];
}

function distanceToChord([x = 0, y = 0]: Position, [ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Chaikin 1974: each corner is replaced by two, a quarter of the way along its sides; the ends stay. */
export function cutCorners(line: readonly Position[]): Position[] {
  const [first, last] = [line.at(0), line.at(-1)];
  if (!first || !last) return [];
  const between = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, part: number) => [
    ax + (bx - ax) * part,
    ay + (by - ay) * part,
  ];
  const cut = line.slice(1).flatMap((end, index) => {
    const start = line[index] ?? end;
    return [between(start, end, 0.25), between(start, end, 0.75)];
  });
  return [first, ...cut, last];
}
