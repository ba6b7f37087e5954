import type { Geometry, Position } from "geojson";
import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "../core/graphql.ts";

const boundariesQuery = graphql(`
  query Boundaries {
    districts { code boundary }
  }
`);

/** Width of a small map in its own units; a point that is less than one unit from the one before is not seen. */
export const drawnWidth = 240;

export interface Outlines {
  width: number;
  height: number;
  /** The outline of each district as an SVG path, by code. */
  paths: Readonly<Record<string, string>>;
}

/** The districts as small drawings, asked for and made once for all years. */
export function useOutlines(): Outlines | null {
  const [{ data }] = useQuery({ query: boundariesQuery });
  return useMemo(() => (data ? outlines(data.districts) : null), [data]);
}

/** Shapes in Web Mercator, as on the map, on a grid so coarse that neighbours keep their common border. */
export function outlines(districts: readonly { code: string; boundary: Geometry }[]): Outlines {
  const rings = districts.map(({ code, boundary }) => ({ code, rings: ringsOf(boundary).map((ring) => ring.map(project)) }));
  const points = rings.flatMap((each) => each.rings.flat());
  const [west, east] = ends(points.map(([x]) => x));
  const [north, south] = ends(points.map(([, y]) => y));
  const scale = drawnWidth / (east - west || 1);
  const place = ([x, y]: Point): Point => [Math.round((x - west) * scale * 2) / 2, Math.round((y - north) * scale * 2) / 2];
  const paths = rings.map(({ code, rings: own }) => [code, own.map((ring) => pathOf(ring.map(place))).join("")]);
  return { width: drawnWidth, height: Math.ceil((south - north) * scale), paths: Object.fromEntries(paths) };
}

type Point = readonly [x: number, y: number];

function ringsOf(shape: Geometry): Position[][] {
  if (shape.type === "Polygon") return shape.coordinates;
  return shape.type === "MultiPolygon" ? shape.coordinates.flat() : [];
}

function project([lon = 0, lat = 0]: Position): Point {
  return [(lon * Math.PI) / 180, -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))];
}

function ends(values: readonly number[]): [least: number, greatest: number] {
  return [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
}

/** A ring without points that fall on the one before; too small a ring is nothing. */
function pathOf(ring: readonly Point[]): string {
  const kept = ring.filter(([x, y], index) => index === 0 || x !== ring[index - 1]?.[0] || y !== ring[index - 1]?.[1]);
  return kept.length < 4 ? "" : `M${kept.map((point) => point.join(" ")).join("L")}Z`;
}
