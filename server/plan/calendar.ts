// When figures are usually released. General knowledge of the statistical calendars of China and Wuhan, not taken from a
// source, so it is always labelled 'usually'.
import type { BilingualText } from "../contract/language.ts";
import { decidingMeasure, isDated, levelsOf, type Measure, type TargetFacts, yearOf } from "./facts.ts";
import { progressBy } from "./rules.ts";

interface ReleaseRule {
  slug: string;
  name: BilingualText;
  /** Whether its title names the year after the one that it reports on. */
  titledByNextYear?: boolean;
  /** Usual first and last day of the release for a full year, as MM-DD of the following year. */
  from: string;
  to: string;
  /** Usual first and last day of the following month, where there is a monthly release too. */
  monthly?: readonly [from: number, to: number];
}

const commerceBureau: ReleaseRule = {
  slug: "commerce",
  name: { zh: "武汉市商务局全年数据", en: "Wuhan Municipal Bureau of Commerce, full-year figures" },
  ...{ from: "02-01", to: "03-31" },
};

const releaseRules: Record<Measure["standard"], ReleaseRule> = {
  STATISTICS_BUREAU: {
    slug: "statistical-communique",
    name: {
      zh: "武汉市国民经济和社会发展统计公报",
      en: "Wuhan Statistical Communiqué on National Economic and Social Development",
    },
    ...{ from: "03-15", to: "04-30" },
  },
  CUSTOMS: {
    slug: "customs",
    name: { zh: "武汉海关进出口数据", en: "Wuhan Customs, imports and exports" },
    ...{ from: "01-18", to: "01-31", monthly: [18, 25] },
  },
  CIVIL_AVIATION: {
    slug: "civil-aviation",
    name: {
      zh: "民航局全国民用运输机场生产统计公报",
      en: "CAAC Statistical Communiqué on Civil Airports",
    },
    ...{ from: "01-05", to: "03-31" },
  },
  TRANSPORT: {
    slug: "transport",
    name: { zh: "铁路、港口全年运输数据", en: "Full-year railway and port transport figures" },
    ...{ from: "01-01", to: "01-31" },
  },
  MOFCOM: commerceBureau,
  EBOPS_2010: commerceBureau,
  NONE: {
    slug: "work-report",
    name: { zh: "武汉市政府工作报告", en: "Wuhan government work report" },
    titledByNextYear: true,
    ...{ from: "01-05", to: "01-31" },
  },
};

/** A figure that a target is waiting for, and when it is usually released. */
export interface DueRelease {
  target: string;
  releaseRule: ReleaseRule;
  /** Last day of the period it covers. */
  periodEnd: string;
  period: BilingualText;
  from: string;
  to: string;
  /** The document is among the sources, but gives no figure of the target's measure for that period. */
  lacksFigures: boolean;
  /** The usual release window has passed, and the document is not among the sources. */
  isOverdue: boolean;
}

/**
 * The releases that targets are waiting for on a day: the figure of the last full year, if it is still missing, that of the next
 * year, and this month's where there are monthly ones. Targets without a number, running totals that have reached their goal, and
 * figures that have never been published wait for nothing. `documentTitles` are the Chinese titles of the documents in the data.
 */
export function dueReleases(targets: readonly TargetFacts[], day: string, documentTitles: readonly string[]): DueRelease[] {
  const lastYear = Number(day.slice(0, 4)) - 1;
  return targets.flatMap((facts) => {
    const measure = decidingMeasure(facts);
    if (!measure || facts.value === null || !isPublished(measure)) return [];
    if (facts.basis === "CUMULATIVE_BY" && progressBy(facts).state === "MET") return [];
    const dated = measure.isPercent ? measure.figures.filter(isDated) : levelsOf(measure.figures, measure);
    const latest = Math.max(0, ...dated.map(yearOf));
    const releaseRule = releaseRules[measure.standard];
    const years = [lastYear, lastYear + 1].filter((year) => year > latest && year <= facts.horizon);
    const months = releaseRule.monthly && day.slice(0, 4) <= String(facts.horizon) ? [monthly(releaseRule.monthly, day)] : [];
    const yearlyReleases = years.map((year) => ({
      ...yearly(releaseRule, year),
      lacksFigures: documentTitles.some((title) => isDocumentOf(title, releaseRule, year)),
    }));
    return [...yearlyReleases, ...months].map((release) => ({
      ...{ target: facts.slug, releaseRule, isOverdue: release.to < day && !release.lacksFigures },
      ...release,
    }));
  });
}

/** Whatever follows a statistical standard is published somewhere; anything else only if it has been published before. */
const isPublished = ({ standard, figures, goals }: Measure): boolean => standard !== "NONE" || figures.length + goals > 0;

/** "武汉市2026年政府工作报告（…）" is the work report on 2025, "2024年武汉市国民经济和社会发展统计公报" the communiqué of 2024. */
function isDocumentOf(title: string, { name, titledByNextYear }: ReleaseRule, year: number): boolean {
  const titleYear = `${year + (titledByNextYear ? 1 : 0)}年`;
  return title.includes(titleYear) && title.replace(titleYear, "").startsWith(name.zh);
}

const yearly = ({ from, to }: ReleaseRule, year: number) => ({
  ...{ periodEnd: `${year}-12-31`, period: { zh: `${year}年`, en: String(year) } },
  ...{ from: `${year + 1}-${from}`, to: `${year + 1}-${to}` },
});

// The next month whose release window is still open: last month until its last usual day, then this month.
function monthly([from, to]: readonly [number, number], day: string) {
  const isPast = Number(day.slice(8)) > to;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - (isPast ? 1 : 2)];
  const end = new Date(Date.UTC(year, month + 1, 0));
  const dateInNextMonth = (date: number) => new Date(Date.UTC(year, month + 1, date)).toISOString().slice(0, 10);
  const name = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(end);
  return {
    lacksFigures: false,
    ...{ periodEnd: end.toISOString().slice(0, 10), from: dateInNextMonth(from), to: dateInNextMonth(to) },
    period: { zh: `${end.getUTCFullYear()}年${end.getUTCMonth() + 1}月`, en: name },
  };
}
