// What it takes to measure distances of areas from given shapes: it grows with the vertices of both, and no index helps.
import type { Expression, Operand } from "./expression.ts";
import { addedVertices, type Geometry, type Position } from "./geometry.ts";

/** A distance from one point takes as long as three more vertices of a line. */
const MIN_VERTICES = 3;

/** The vertices of all shapes from which a condition measures distances. */
export function distanceVertices(expression: Expression): number {
  switch (expression.op) {
    case "and":
    case "or":
      return expression.parts.reduce((sum, part) => sum + distanceVertices(part), 0);
    case "not":
      return distanceVertices(expression.part);
    case "dwithin":
      return Math.max(MIN_VERTICES, verticesOf(expression.left) + verticesOf(expression.right));
    default:
      return 0;
  }
}

const verticesOf = (operand: Operand): number => (operand.kind === "geometry" ? verticesOfGeometry(operand.geometry) : 0);

function verticesOfGeometry({ type, coordinates, members, srid }: Geometry): number {
  if (members) return members.reduce((sum, member) => sum + verticesOfGeometry(member), 0);
  const hasEdges = type !== "Point" && type !== "MultiPoint";
  return linesOf(coordinates).reduce((sum, line) => sum + line.length + (hasEdges ? addedVertices(line, srid) : 0), 0);
}

/** The lines and rings of coordinates of any depth; points are one line. */
function linesOf(coordinates: unknown): Position[][] {
  const [first] = coordinates as unknown[];
  if (typeof first === "number") return [[coordinates as Position]];
  if (typeof (first as unknown[])[0] === "number") return [coordinates as Position[]];
  return (coordinates as unknown[]).flatMap(linesOf);
}
