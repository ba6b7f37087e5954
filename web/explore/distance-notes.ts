import type { TFunction } from "i18next";
import type { Result } from "./result.ts";

/** What a filter by distance leaves open, in sentences: approximate points, and sites without any. None for another filter. */
export function distanceNotes(result: Pick<Result, "totalCount" | "distances"> | undefined, t: TFunction): string[] {
  if (!result?.distances) return [];
  const { totalCount, distances } = result;
  const { certain, possible, withoutPoint: sites, neighboursWithoutPoint: neighbours } = distances;
  return [
    (certain < totalCount || possible > totalCount) && t("list.withinError", { certain, possible }),
    sites > 0 && t("list.sitesUnmeasured", { count: sites }),
    neighbours > 0 && t("list.neighboursUnmeasured", { count: neighbours }),
  ].filter((note) => note !== false);
}
