import type { Geometry, Position } from "geojson";

/** Degrees to pixels on a small map: plain longitude and latitude, with degrees of longitude as short as they are at its middle. */
interface Projection {
  width: number;
  height: number;
  project: (position: Position) => [x: number, y: number];
}

/** A projection that fits all of the shapes into the width. */
export function projectionOf(shapes: readonly Geometry[], width: number, margin = 4): Projection {
  const positions = shapes.flatMap(ringsOf).flat();
  const lons = positions.map(([lon = 0]) => lon);
  const lats = positions.map(([, lat = 0]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const lonScale = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / ((east - west) * lonScale || 1);
  return {
    width,
    height: Math.ceil((north - south) * scale + 2 * margin),
    project: ([lon = 0, lat = 0]) => [margin + (lon - west) * lonScale * scale, margin + (north - lat) * scale],
  };
}

/** A shape as an SVG path; corners that fall on the same half pixel are one. */
export function pathOf(shape: Geometry, { project }: Projection): string {
  return ringsOf(shape)
    .map((ring) => {
      const points = ring.map((position) =>
        project(position)
          .map((coordinate) => Math.round(coordinate * 2) / 2)
          .join(" "),
      );
      return `M${points.filter((point, index) => point !== points[index - 1]).join("L")}Z`;
    })
    .join("");
}

function ringsOf(shape: Geometry): Position[][] {
  if (shape.type === "Polygon") return shape.coordinates;
  if (shape.type === "MultiPolygon") return shape.coordinates.flat();
  return [];
}
