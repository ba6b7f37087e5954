import { useMemo } from "react";
import type { AreaSet } from "../address/parameters.ts";
import { useAnswer } from "../core/answer.ts";
import { pathOf, projectionOf } from "../core/outline.ts";
import { outlinesQuery } from "../core/outlines-query.ts";

/** Where a subject is drawn on the small map: on its ground, or as a dot at its name. */
export type MapPlace = { path: string } | { dot: readonly [x: number, y: number] };

export interface MapShapes {
  width: number;
  height: number;
  /** All districts, below the subjects: the ground of functional areas, and of districts that are not shown. */
  background: readonly string[];
  placeOf: ReadonlyMap<string, MapPlace>;
}

const WIDTH = 480;

/** The outlines of the districts, and where the subjects of the set are. Null until they have arrived. */
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
    const background = [...pathOfDistrict.values()];
    if (set === "DISTRICT")
      return { ...size, background, placeOf: new Map([...pathOfDistrict].map(([code, path]) => [code, { path }])) };
    const places = data.functionalAreas.flatMap(({ slug, label, coextensiveWith }): [string, MapPlace][] => {
      const ground = pathOfDistrict.get(coextensiveWith?.code ?? "");
      if (ground) return [[slug, { path: ground }]];
      return label?.type === "Point" ? [[slug, { dot: projection.project(label.coordinates) }]] : [];
    });
    return { ...size, background, placeOf: new Map(places) };
  }, [data, set]);
}
