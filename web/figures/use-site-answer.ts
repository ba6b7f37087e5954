import { useMemo } from "react";
import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { yearRange } from "../../server/contract/quantities.ts";
import { useAddress } from "../address/navigation.ts";
import { formatFigure, withColon } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { mapNumber } from "../map/classified-values.ts";
import type { SizedSite } from "../map/overlays.ts";
import { type NumberStyle, numberStyleOf, valueText } from "../map/value-words.ts";
import type { SourceRecord } from "../provenance/figure.ts";
import { distinctSources } from "./district-query.ts";
import { type SizedNode, type SizePoint, useSiteFigures } from "./site-query.ts";
import { radiusOf } from "./site-sizes.ts";
import { yearOf } from "./years.ts";

/** A site's figure of the shown period, shared by table, map and legend. */
export interface SiteFigure extends Omit<SizedSite, "point"> {
  nameZh: string;
  nameEn: string;
  value: number;
  /** The figure in words. */
  figure: string;
  /** The figure's period in words. */
  period: string;
  /** Its id, where it is a site's latest one. */
  id: string | null;
  /** Null where no position has been published. */
  point: SizedSite["point"] | null;
}

export interface SiteSizes {
  name: string;
  /** The period, or null where each site has its latest figure. */
  period: string | null;
  /** First and last year of the latest figures; null where none is dated. */
  yearSpan: string | null;
  sites: readonly SiteFigure[];
  /** Sites that meet the filter and have no figure of that period. */
  withoutFigureCount: number;
  maxValue: number;
  /** Years in which any site has a figure, and how many. */
  countByYear: ReadonlyMap<number, number>;
  numberStyle: NumberStyle;
  sources: readonly SourceRecord[];
}

/** The figures that size the sites: one period if chosen, else the latest of each site, which the legend then says. */
export function useSiteAnswer() {
  const language = useLanguage();
  const { sizeIndicator, filter, period, asOf } = useAddress();
  const { column, sites, points, error, retry } = useSiteFigures(sizeIndicator, filter, period, asOf);
  const sizes = useMemo<SiteSizes | null>(() => {
    if (!column?.indicator) return null;
    const { indicator } = column;
    // One scale for all periods, so that a circle means the same in each of them.
    const allValues = sites.flatMap((site) => [
      ...site.latestFigures.map(({ value }) => value),
      ...(points.get(site.slug) ?? []).flatMap((point) => mapNumber(point) ?? []),
    ]);
    const maxValue = Math.max(0, ...allValues);
    const numberStyle = numberStyleOf(allValues, { zh: column.unitZh, en: column.unitEn }, language);
    const figureOf = (site: SizedNode): Pick<SiteFigure, "value" | "figure" | "period" | "id"> | null => {
      const {
        latestFigures: [latest],
      } = site;
      if (!period)
        return latest
          ? { value: latest.value, figure: formatFigure(latest, language), period: formatPeriod(latest, language), id: latest.id }
          : null;
      const point = points.get(site.slug)?.find(({ year }) => year === yearOf(period));
      const value = point && mapNumber(point);
      if (!point || value == null) return null;
      const { valueMax, qualifier } = point;
      return {
        value,
        figure: valueText({ value, valueMax, qualifier: qualifier ?? "EXACT" }, numberStyle),
        period: namedPeriodText(period, language),
        id: null,
      };
    };
    const siteFigures = sites.flatMap((site): SiteFigure[] => {
      const size = figureOf(site);
      if (!size) return [];
      const { slug, kind, nameZh, nameEn, location } = site;
      const point = location?.point.type === "Point" ? location.point.coordinates : null;
      const label = withColon(nameOf(language, indicator), `${size.figure} · ${size.period}`, language);
      return [{ slug, kind, nameZh, nameEn, point, radius: radiusOf(size.value, maxValue), ...size, label }];
    });
    return {
      name: nameOf(language, indicator),
      period: period && namedPeriodText(period, language),
      yearSpan: spanOf(sites, language),
      sites: siteFigures.sort((one, other) => other.value - one.value),
      withoutFigureCount: sites.length - siteFigures.length,
      maxValue,
      countByYear: yearCounts([...points.values()]),
      numberStyle,
      sources: period ? [] : distinctSources(sites.flatMap(({ latestFigures }) => latestFigures.flatMap((each) => each.sources))),
    };
  }, [column, sites, points, period, language]);
  return useMemo(() => ({ sizes, error, retry }), [sizes, error, retry]);
}

function spanOf(sites: readonly SizedNode[], language: Language): string | null {
  const years = sites.flatMap(({ latestFigures: [latest] }) => (latest?.periodEnd ? [latest.periodEnd.slice(0, 4)] : [])).sort();
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return null;
  return first === last ? first : yearRange(first, last, language);
}

function yearCounts(series: readonly (readonly SizePoint[])[]): Map<number, number> {
  const countByYear = new Map<number, number>();
  for (const point of series.flat())
    if (mapNumber(point) !== null) countByYear.set(point.year, (countByYear.get(point.year) ?? 0) + 1);
  return countByYear;
}
