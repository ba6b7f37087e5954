import type { Language } from "./language.ts";

export interface ResultWithDistances {
  totalCount: number;
  /** Counts by the accuracy of points; null for a filter without distance and area. */
  distances: {
    certain: number;
    possible: number;
    withoutPoint: number;
    /** Of the sites from which distances are measured. */
    neighboursWithoutPoint: number;
    /** The possible ones that are not certain. */
    uncertain?: readonly UncertainSite[] | null;
  } | null;
}

export interface UncertainSite {
  nameZh: string;
  nameEn: string;
  /** Whether its point is within, so that it is among the sites of the result. */
  isCounted: boolean;
}

// Apart from the page's other words, which load first: few readers filter by distance or area.
const sentences = {
  zh: {
    approximatePoints: (certain: number, possible: number) =>
      `点位为近似值：${certain} 个确定在范围内，最多可能有 ${possible} 个。`,
    withoutPoint: (count: number) => `另有 ${count} 个地点位置未公布，未计入。`,
    referenceSites: (count: number) => `作为参照的地点中 ${count} 个位置未公布。`,
    uncertain: (names: readonly string[], more: number) =>
      `可能在范围内：${names.join("、")}${more > 0 ? `等 ${names.length + more} 个` : ""}。`,
    counted: (name: string) => `${name}（已列出）`,
  },
  en: {
    approximatePoints: (certain: number, possible: number) =>
      `Positions are approximate: ${certain} certainly within, up to ${possible} possibly.`,
    withoutPoint: (count: number) =>
      `${count} other ${count === 1 ? "site has" : "sites have"} no published location and ${count === 1 ? "is" : "are"} not counted.`,
    referenceSites: (count: number) => `${count} of the reference sites ${count === 1 ? "has" : "have"} no published location.`,
    uncertain: (names: readonly string[], more: number) =>
      `Possibly within: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
    counted: (name: string) => `${name} (listed)`,
  },
};

/** What a filter by distance or area leaves open, in sentences: approximate points, and sites without any. None for another filter. */
export function distanceNotes(result: ResultWithDistances | undefined, language: Language): string[] {
  if (!result?.distances) return [];
  const { totalCount, distances } = result;
  const { certain, possible, withoutPoint, neighboursWithoutPoint } = distances;
  const words = sentences[language];
  return [
    ...(certain < totalCount || possible > totalCount ? [words.approximatePoints(certain, possible)] : []),
    ...(withoutPoint > 0 ? [words.withoutPoint(withoutPoint)] : []),
    ...(neighboursWithoutPoint > 0 ? [words.referenceSites(neighboursWithoutPoint)] : []),
  ];
}

/** More are counted, not named. */
const MAX_NAMED = 12;

/** Which sites are only possibly within, for paper and files, which have no links to them. */
export function uncertainNote(result: ResultWithDistances | undefined, language: Language): string[] {
  const uncertain = result?.distances?.uncertain ?? [];
  if (uncertain.length === 0) return [];
  const words = sentences[language];
  const named = uncertain.slice(0, MAX_NAMED).map(({ nameZh, nameEn, isCounted }) => {
    const name = language === "zh" ? nameZh : nameEn;
    return isCounted ? words.counted(name) : name;
  });
  return [words.uncertain(named, uncertain.length - named.length)];
}
