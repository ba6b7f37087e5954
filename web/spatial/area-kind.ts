import type { Filter } from "../../server/contract/site-filter.ts";

/** What is drawn goes before what is picked. */
export function areaKind({ near, bbox, within }: Filter): "circle" | "rectangle" | "polygon" | "districts" {
  if (within) return "polygon";
  if (near) return "circle";
  return bbox ? "rectangle" : "districts";
}

/** Whether the filter has an area that can be summed up. */
export const hasArea = ({ near, bbox, within, districts }: Filter): boolean =>
  Boolean(near ?? bbox ?? within) || districts.length > 0;
