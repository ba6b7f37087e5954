import type { Geometry } from "geojson";
import { useMemo } from "react";
import type { AreaSet } from "../address/parameters.ts";
import { useAnswer } from "../core/answer.ts";
import { pathOf, projectionOf } from "../core/outline.ts";
import { outlinesQuery } from "../core/outlines-query.ts";

/** The shape of a subject on the small map: its outline, or a dot at its name. */
export type MapShape = { path: string } | { dot: readonly [x: number, y: number] };

export interface MapShapes {
  width: number;
  height: number;
  /** All districts, drawn below the subjects: behind functional areas, and of districts that are not shown. */
  background: readonly string[];
  shapeOf: ReadonlyMap<string, MapShape>;
  /** Where their names stand. */
  labelOf: ReadonlyMap<string, readonly [x: number, y: number]>;
}

const WIDTH = 480;

/** The outlines of the districts and the shapes of the set's subjects. Null until they have arrived. */
export function useMapShapes(set: AreaSet): MapShapes | null {
  const { data } = useAnswer(outlinesQuery, {});
  return useMemo(() => {
    if (!data) return null;
    const projection = projectionOf(
      data.districts.map(({ boundary }) => boundary),
      WIDTH,
    );
    const pathOfDistrict = new Map(data.districts.map(({ code, boundary }) => [code, pathOf(boundary, projection)]));
    const size = { width: WIDTH, height: projection.height };
    const labels = (places: readonly [string, Geometry | null][]) =>
      new Map(
        places.flatMap(([key, label]): [string, readonly [number, number]][] =>
          label?.type === "Point" ? [[key, projection.project(label.coordinates)]] : [],
        ),
      );
    const background = [...pathOfDistrict.values()];
    if (set === "DISTRICT")
      return {
        ...{ ...size, background, shapeOf: new Map([...pathOfDistrict].map(([code, path]) => [code, { path }])) },
        labelOf: labels(data.districts.map(({ code, label }) => [code, label])),
      };
    const shapes = data.functionalAreas.flatMap(({ slug, label, coextensiveWith }): [string, MapShape][] => {
      const outline = pathOfDistrict.get(coextensiveWith?.code ?? "");
      if (outline) return [[slug, { path: outline }]];
      return label?.type === "Point" ? [[slug, { dot: projection.project(label.coordinates) }]] : [];
    });
    const labelOf = labels(data.functionalAreas.map(({ slug, label }) => [slug, label]));
    return { ...size, background, shapeOf: new Map(shapes), labelOf };
  }, [data, set]);
}
