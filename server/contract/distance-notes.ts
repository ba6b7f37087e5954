import type { Language } from "./language.ts";

export interface MeasuredResult {
  totalCount: number;
  /** Counts by the accuracy of points; null for a filter without a distance. */
  distances: { certain: number; possible: number; withoutPoint: number; neighboursWithoutPoint: number } | null;
}

// Words of their own: few readers filter by distance, and the first load is small.
const sentences = {
  zh: {
    withinError: (certain: number, possible: number) => `点位为近似值：${certain} 个确定在距离内，最多可能有 ${possible} 个。`,
    sites: (count: number) => `另有 ${count} 个地点位置未公布，未计算距离。`,
    neighbours: (count: number) => `作为参照的地点中 ${count} 个位置未公布。`,
  },
  en: {
    withinError: (certain: number, possible: number) =>
      `Positions are approximate: ${certain} certainly within the distance, up to ${possible} possibly.`,
    sites: (count: number) =>
      `${count} other ${count === 1 ? "site has" : "sites have"} no published location; distance not calculated.`,
    neighbours: (count: number) => `${count} of the reference sites ${count === 1 ? "has" : "have"} no published location.`,
  },
};

/** What a filter by distance leaves open, in sentences: approximate points, and sites without any. None for another filter. */
export function distanceNotes(result: MeasuredResult | undefined, language: Language): string[] {
  if (!result?.distances) return [];
  const { totalCount, distances } = result;
  const { certain, possible, withoutPoint: sites, neighboursWithoutPoint: neighbours } = distances;
  const words = sentences[language];
  return [
    ...(certain < totalCount || possible > totalCount ? [words.withinError(certain, possible)] : []),
    ...(sites > 0 ? [words.sites(sites)] : []),
    ...(neighbours > 0 ? [words.neighbours(neighbours)] : []),
  ];
}
