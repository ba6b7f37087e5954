import type { Point, Shape } from "./kinds.ts";

/** Signed distance from a point to the edge of a shape, negative inside. */
export function distanceToShape(shape: Shape, [x, y]: Point): number {
  return "circle" in shape ? Math.hypot(x, y) - shape.circle : distanceToPolygon(shape.corners, x, y);
}

/** Inigo Quilez, "2D distance functions" (sdPolygon): nearest edge, sign by crossing count. */
function distanceToPolygon(corners: readonly Point[], x: number, y: number): number {
  let minSquaredDistance = Number.POSITIVE_INFINITY;
  let sign = 1;
  corners.forEach(([ax, ay], index) => {
    const [bx, by] = corners[(index + corners.length - 1) % corners.length] ?? [ax, ay];
    const [ex, ey] = [bx - ax, by - ay];
    const [wx, wy] = [x - ax, y - ay];
    const edgeFraction = Math.min(1, Math.max(0, (wx * ex + wy * ey) / (ex * ex + ey * ey)));
    minSquaredDistance = Math.min(minSquaredDistance, (wx - ex * edgeFraction) ** 2 + (wy - ey * edgeFraction) ** 2);
    const isAboveStart = y >= ay;
    const isBelowEnd = y < by;
    const isLeft = ex * wy > ey * wx;
    if ((isAboveStart && isBelowEnd && isLeft) || !(isAboveStart || isBelowEnd || isLeft)) sign = -sign;
  });
  return sign * Math.sqrt(minSquaredDistance);
}

/** The same shape as an SVG path, in the same square. */
export function shapePath(shape: Shape): string {
  if ("circle" in shape) {
    const r = shape.circle;
    return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
  return `M${shape.corners.map(([x, y]) => `${x} ${y}`).join("L")}z`;
}
