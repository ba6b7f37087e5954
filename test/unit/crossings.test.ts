// How often edges cross is counted exactly, in a time that does not grow with the square of the edges.
import { expect, test } from "vitest";
import { Budget } from "../../server/core/budget.ts";
import { AtlasError } from "../../server/core/errors.ts";
import { checkCrossings } from "../../server/geometry/crossings.ts";
import { cpuMs, MAX_REFUSED_MS } from "../cpu.ts";

type Position = [number, number];

function refusal(...rings: Position[][]): string | undefined {
  try {
    checkCrossings(rings, "within", new Budget());
    return undefined;
  } catch (error) {
    if (error instanceof AtlasError) return error.code;
    throw error;
  }
}

// From one side to the other and back, slowly upwards: all edges have the same extent from west to east.
const zigzag = (corners: number): Position[] => {
  const all = Array.from({ length: corners - 3 }, (_, index): Position => [index % 2 === 0 ? 1 : 9, index / 1000]);
  return [...all, [0, 1], [1, 0]];
};
const turned = (ring: Position[]): Position[] => ring.map(([x, y]) => [x - y, x + y]);
// Long edges from the middle outwards: they overlap in every direction.
const rays = (corners: number): Position[] => {
  const at = (index: number): Position => {
    const [angle, radius] = [(2 * Math.PI * index) / (corners - 1), index % 2 === 0 ? 1 : 60];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
  return [...Array.from({ length: corners - 1 }, (_, index) => at(index)), at(0)];
};

test.each<[string, Position[], string | undefined]>([
  ["5000 long edges side by side", zigzag(5000), undefined],
  ["5000 long edges side by side, upright", zigzag(5000).map(([x, y]) => [y, x]), undefined],
  ["5000 long edges side by side, diagonal", turned(zigzag(5000)), undefined],
  ["5000 rays", rays(4999), "EDGES_TOO_CLOSE"],
  ["1000 rays", rays(999), undefined],
])("%s take a few milliseconds", async (_name, ring, code) => {
  expect(await cpuMs(() => expect(refusal(ring)).toBe(code))).toBeLessThan(MAX_REFUSED_MS);
});

test("the pairs of all areas of a request are taken from one budget", () => {
  const budget = new Budget();
  const check = () => checkCrossings([rays(999)], "within", budget);
  expect(() => Array.from({ length: 5 }, check)).toThrow(AtlasError);
});

test("a crossing is found in whatever direction the edges run", () => {
  // A random walk crosses itself about as often as it has edges.
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let run = 0; run < 200; run++) {
    const ring = Array.from({ length: 30 + (run % 40) }, (): Position => [random() * 3, random() * 3]);
    ring.push(ring[0] as Position);
    const isRefused = crossings(ring) > 100;
    expect(refusal(ring)).toBe(isRefused ? "EDGES_CROSS_TOO_OFTEN" : undefined);
    expect(refusal(turned(ring))).toBe(isRefused ? "EDGES_CROSS_TOO_OFTEN" : undefined);
  }
});

// Every edge against every other, by the crossing of two segments in general position.
function crossings(ring: Position[]): number {
  const side = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position) => (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
  let count = 0;
  for (let i = 0; i < ring.length - 1; i++)
    for (let j = i + 2; j < ring.length - 1; j++) {
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [Position, Position, Position, Position];
      const isNeighbour = i === 0 && j === ring.length - 2;
      if (!isNeighbour && side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) count++;
    }
  return count;
}
