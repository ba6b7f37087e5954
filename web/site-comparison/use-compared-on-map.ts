import { useEffect, useMemo } from "react";
import { type MapComparedSite, showOverlay } from "../map/overlays.ts";
import type { ComparedSite } from "./comparison-query.ts";

/** Shows the sites with a published location on the map, each with its number and its name. */
export function useComparedOnMap(sites: readonly ComparedSite[]): readonly MapComparedSite[] {
  const placed = useMemo(() => sites.flatMap((site, index) => mapComparedSites(site, index + 1)), [sites]);
  useEffect(() => showOverlay("compared", placed), [placed]);
  return placed;
}

function mapComparedSites(site: ComparedSite, columnNumber: number): MapComparedSite[] {
  const { slug, kind, nameZh, nameEn, location } = site;
  if (location?.point.type !== "Point") return [];
  const hollow = site.__typename === "LogisticsHub" && site.level === "INFRASTRUCTURE";
  return [
    {
      slug,
      kind,
      nameZh,
      nameEn,
      hollow,
      columnNumber,
      point: location.point.coordinates,
      accuracyM: location.accuracyM,
    },
  ];
}
