import { AtlasError } from "../core/errors.ts";
import { geometryErrors } from "./errors.ts";

type Position = readonly [number, number];
interface Edge {
  from: Position;
  to: Position;
  west: number;
  east: number;
  ring: number;
  index: number;
}

// The time to repair an area grows with the square of its crossings, while others wait for the database: small mistakes are repaired,
// scribbles are not.
const MAX_CROSSINGS = 100;

/**
 * Checks how often the edges of rings cross or touch, except neighbouring edges of a ring. It sweeps over the edges from west to east.
 * Throws EDGES_CROSS_TOO_OFTEN.
 */
export function checkCrossings(rings: readonly (readonly Position[])[], argument: string): void {
  const edges = rings.flatMap(edgesOf).sort((a, b) => a.west - b.west);
  let [open, crossings]: [Edge[], number] = [[], 0];
  for (const edge of edges) {
    open = open.filter(({ east }) => east >= edge.west);
    for (const other of open) {
      if (areNeighbours(edge, other, rings[edge.ring]?.length ?? 0) || !edgesMeet(edge, other)) continue;
      if (++crossings > MAX_CROSSINGS)
        throw new AtlasError(geometryErrors.EDGES_CROSS_TOO_OFTEN, { argument, max: MAX_CROSSINGS });
    }
    open.push(edge);
  }
}

function edgesOf(ring: readonly Position[], number: number): Edge[] {
  return ring.slice(1).map((to, index) => {
    const from = ring[index] as Position;
    return { from, to, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]), ring: number, index };
  });
}

const areNeighbours = (a: Edge, b: Edge, corners: number): boolean => {
  const indexDistance = Math.abs(a.index - b.index);
  return a.ring === b.ring && (indexDistance <= 1 || indexDistance >= corners - 2);
};

function edgesMeet(a: Edge, b: Edge): boolean {
  if (Math.max(a.from[1], a.to[1]) < Math.min(b.from[1], b.to[1]) || Math.max(b.from[1], b.to[1]) < Math.min(a.from[1], a.to[1]))
    return false;
  return side(a, b.from) * side(a, b.to) <= 0 && side(b, a.from) * side(b, a.to) <= 0;
}

// The side of an edge on which a position lies: 1 or -1, or 0 on the line.
const side = ({ from, to }: Edge, [x, y]: Position): number =>
  Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
