import type { Budget } from "../core/budget.ts";
import { AtlasError } from "../core/errors.ts";
import { geometryErrors } from "./errors.ts";

type Position = readonly [number, number];
interface Edge {
  from: Position;
  to: Position;
  south: number;
  north: number;
  ring: number;
  index: number;
}

// The time to repair an area grows with the square of its crossings, while others wait for the database: small mistakes are repaired,
// heavily crossing lines are not.
const MAX_CROSSINGS = 100;

/** Directions of a sweep. Long parallel edges all overlap when swept along, and hardly when swept across. */
const DIRECTIONS: readonly Position[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
];

/**
 * Checks how often the edges of rings cross or touch, except neighbouring edges of a ring. It sweeps over the edges in the direction in
 * which the fewest overlap, and compares those that do; these pairs count against the budget. Throws EDGES_CROSS_TOO_OFTEN,
 * EDGES_TOO_CLOSE. Returns whether the rings are simple: no edges cross, all have a length, and none runs back along the one before it.
 */
export function checkCrossings(rings: readonly (readonly Position[])[], argument: string, budget: Budget): boolean {
  const edges = rings.flatMap(edgesOf);
  const sweeps = DIRECTIONS.map((direction) => sweepOf(edges, direction));
  const { starts, ends } = sweeps.reduce((best, other) => (other.pairs < best.pairs ? other : best));
  const order = Uint32Array.from(edges.keys()).sort((a, b) => (starts[a] as number) - (starts[b] as number));
  const sorted = Array.from(order, (number) => edges[number] as Edge);
  const sortedStarts = starts.slice().sort();
  let crossings = 0;
  sorted.forEach((edge, position) => {
    const end = ends[order[position] as number] as number;
    let next = position + 1;
    for (; next < sorted.length && (sortedStarts[next] as number) <= end; next++) {
      const other = sorted[next] as Edge;
      if (!edgesMeet(edge, other) || areNeighbours(edge, other, rings[edge.ring]?.length ?? 0)) continue;
      if (++crossings > MAX_CROSSINGS)
        throw new AtlasError(geometryErrors.EDGES_CROSS_TOO_OFTEN, { argument, max: MAX_CROSSINGS });
    }
    budget.take("edgePairs", next - position, () => new AtlasError(geometryErrors.EDGES_TOO_CLOSE, { argument }));
  });
  return crossings === 0 && !rings.some(turnsBack);
}

function turnsBack(ring: readonly Position[]): boolean {
  const edges = edgesOf(ring, 0);
  return edges.some((edge, index) => {
    const { from, to } = edges[(index + 1) % edges.length] as Edge;
    const [x, y] = [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]];
    return side(edge, to) === 0 && x * (to[0] - from[0]) + y * (to[1] - from[1]) <= 0;
  });
}

function edgesOf(ring: readonly Position[], ringIndex: number): Edge[] {
  return ring.slice(1).map((to, index) => {
    const from = ring[index] as Position;
    return { from, to, south: Math.min(from[1], to[1]), north: Math.max(from[1], to[1]), ring: ringIndex, index };
  });
}

/** Where each edge starts and ends in a direction, and how many pairs of edges overlap there. */
function sweepOf(edges: readonly Edge[], [x, y]: Position) {
  const along = (position: Position) => x * position[0] + y * position[1];
  const starts = Float64Array.from(edges, ({ from, to }) => Math.min(along(from), along(to)));
  const ends = Float64Array.from(edges, ({ from, to }) => Math.max(along(from), along(to)));
  const sortedEnds = ends.slice().sort();
  let [pairs, ended] = [0, 0];
  starts
    .slice()
    .sort()
    .forEach((start, started) => {
      while ((sortedEnds[ended] as number) < start) ended++;
      pairs += started - ended;
    });
  return { starts, ends, pairs };
}

const areNeighbours = (a: Edge, b: Edge, ringLength: number): boolean => {
  const indexDistance = Math.abs(a.index - b.index);
  return a.ring === b.ring && (indexDistance <= 1 || indexDistance >= ringLength - 2);
};

const edgesMeet = (a: Edge, b: Edge): boolean =>
  a.north >= b.south && b.north >= a.south && side(a, b.from) * side(a, b.to) <= 0 && side(b, a.from) * side(b, a.to) <= 0;

/** Relative error of the calculation below, a few times that of each number in it. */
const ROUNDING = 8 * Number.EPSILON;

// The side of an edge on which a position lies: positive or negative, or 0 on the line and where rounding hides which side it is.
function side({ from, to }: Edge, position: Position): number {
  const [x, y] = [from[0], from[1]];
  const [one, other] = [(to[0] - x) * (position[1] - y), (to[1] - y) * (position[0] - x)];
  const difference = one - other;
  return Math.abs(difference) <= ROUNDING * (Math.abs(one) + Math.abs(other)) ? 0 : Math.sign(difference);
}
