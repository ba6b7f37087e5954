// When figures usually come out. General knowledge of the statistical calendars of China and of Wuhan, not read in a
// source: it says 'usually' wherever it is shown.
import type { Facts } from "./facts.ts";
import { decides, isDated, levelsOf, yearOf } from "./facts.ts";

export interface Publication {
  slug: string;
  nameZh: string;
  nameEn: string;
  /** Usual first and last day of its release for a year that has ended, MM-DD of the year after. */
  from: string;
  to: string;
}

const publications = {
  STATISTICS_BUREAU: {
    slug: "statistical-communique",
    nameZh: "武汉市国民经济和社会发展统计公报",
    nameEn: "Statistical Communiqué of Wuhan",
    from: "03-15",
    to: "04-30",
  },
  CUSTOMS: {
    slug: "customs",
    nameZh: "武汉海关全年进出口数据",
    nameEn: "Wuhan Customs, trade of the whole year",
    from: "01-18",
    to: "01-31",
  },
  CIVIL_AVIATION: {
    slug: "civil-aviation",
    nameZh: "中国民航局全国民用运输机场生产统计公报",
    nameEn: "Civil Aviation Administration of China, communiqué of civil airports",
    from: "01-05",
    to: "03-31",
  },
  TRANSPORT: {
    slug: "transport",
    nameZh: "铁路和港口全年运输数据",
    nameEn: "Railway and ports, transport of the whole year",
    from: "01-01",
    to: "01-31",
  },
  MOFCOM: {
    slug: "commerce",
    nameZh: "武汉市商务局全年业务数据",
    nameEn: "Wuhan Municipal Bureau of Commerce, figures of the whole year",
    from: "02-01",
    to: "03-31",
  },
  EBOPS_2010: {
    slug: "commerce",
    nameZh: "武汉市商务局全年业务数据",
    nameEn: "Wuhan Municipal Bureau of Commerce, figures of the whole year",
    from: "02-01",
    to: "03-31",
  },
  NONE: {
    slug: "work-report",
    nameZh: "武汉市政府工作报告",
    nameEn: "Government work report of Wuhan",
    from: "01-05",
    to: "01-31",
  },
} as const satisfies Record<string, Publication>;

/** A figure that is awaited: of which target, of which year, and when it usually comes. */
export interface Awaited {
  target: string;
  publication: Publication;
  year: number;
  from: string;
  to: string;
  /** The usual time is past. */
  isOverdue: boolean;
}

/**
 * The yearly figures that targets wait for on a day: that of the last year which has ended, if it is not there yet, and the
 * next one. Targets without a number wait for none.
 */
export function awaited(targets: readonly Facts[], day: string): Awaited[] {
  const lastYear = Number(day.slice(0, 4)) - 1;
  return targets.flatMap((facts) => {
    const measure = decides(facts);
    if (!measure || facts.value === null) return [];
    const known = measure.isPercent ? measure.figures.filter(isDated) : levelsOf(measure.figures, measure);
    const latest = Math.max(0, ...known.map(yearOf));
    return [lastYear, lastYear + 1]
      .filter((year) => year > latest && year <= facts.horizon)
      .map((year) => release(facts.slug, publications[measure.standard], year, day));
  });
}

function release(target: string, publication: Publication, year: number, day: string): Awaited {
  const [from, to] = [`${year + 1}-${publication.from}`, `${year + 1}-${publication.to}`];
  return { target, publication, year, from, to, isOverdue: to < day };
}
