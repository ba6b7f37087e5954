import { useMemo } from "react";
import { useAnswer } from "../core/answer.ts";
import { pathOf, projectionOf } from "../core/outline.ts";
import { outlinesQuery } from "../core/outlines-query.ts";

/** Width of a small map in its own units. */
const drawnWidth = 240;

export interface Outlines {
  width: number;
  height: number;
  /** The outline of each district as an SVG path, by code. */
  pathByCode: Readonly<Record<string, string>>;
}

/** The districts as small drawings, requested and made once for all years. */
export function useOutlines(): Outlines | null {
  const { data } = useAnswer(outlinesQuery, {});
  return useMemo(() => {
    if (!data) return null;
    const shapes = data.districts.map(({ boundary }) => boundary);
    const projection = projectionOf(shapes, drawnWidth, 2);
    const paths = data.districts.map(({ code, boundary }) => [code, pathOf(boundary, projection)]);
    return { width: projection.width, height: projection.height, pathByCode: Object.fromEntries(paths) };
  }, [data]);
}
