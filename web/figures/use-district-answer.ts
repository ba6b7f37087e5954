import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { yearRange } from "../../server/contract/quantities.ts";
import { defaultClassification } from "../address/measure.ts";
import { useMeasureChoices } from "../address/measure-choices.ts";
import { measureName } from "../address/measure-name.ts";
import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { mapNumber } from "../map/classified-values.ts";
import type { ValueClass } from "../map/value-classes.ts";
import { type NumberStyle, numberStyleOf } from "../map/value-words.ts";
import type { FigureRecord, SourceRecord } from "../provenance/figure.ts";
import { distinctSources, noYear, type Reason, useDistrictSeries, useYearFigures } from "./district-query.ts";
import { classesOfAllYears, countsByYear, valuesOf, type YearValue } from "./district-values.ts";
import { partAfterYearOf, usePlaying, yearOf } from "./years.ts";

/** The measure that colours the districts, in the shown year: shared by map, legend, slider, table and small maps. */
export interface DistrictFigures {
  name: string;
  /** The period in words; "today" for values without one. */
  period: string;
  /** The year that is shown; null where the measure has no years. */
  year: number | null;
  periodPart: string;
  /** Where sites are counted: how many there are, and how many of them are in no recorded district. */
  siteCount: number | null;
  sitesWithoutDistrict: number;
  /** Years with a value, and in how many districts. */
  countByYear: ReadonlyMap<number, number>;
  /** The first and the last of them in words; null where there is no more than one. */
  yearSpan: string | null;
  classes: readonly ValueClass[];
  values: readonly YearValue<Reason>[];
  /** The values of any year. */
  valuesIn: (year: number) => readonly YearValue<Reason>[];
  ranks: Readonly<Record<string, string | null>>;
  sourcesOf: Readonly<Record<string, readonly SourceRecord[]>>;
  figuresOf: Readonly<Record<string, readonly FigureRecord[]>>;
  sources: readonly SourceRecord[];
  numberStyle: NumberStyle;
}

/** Requests the district figures and classifies them; components read them from the context. */
export function useDistrictAnswer() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  const { colourMeasure, classification, period } = address;
  const { formulas } = useMeasureChoices("DISTRICT", address.asOf);
  const { column, series, error, retry, isFetching: fetching } = useDistrictSeries(address);

  const allYears = useMemo(() => {
    if (!column) return null;
    const classes = classesOfAllYears(series, column.formula, classification ?? defaultClassification);
    const allValues = series.flatMap(({ points }) => points.flatMap((point) => mapNumber(point) ?? []));
    const countByYear = countsByYear(series);
    return {
      classes,
      countByYear,
      yearSpan: spanOf(countByYear, language),
      isTimeless: countByYear.has(noYear),
      numberStyle: numberStyleOf(allValues, unitOf(column), language, isCount(column)),
    };
  }, [column, series, classification, language]);

  const requestedYear = period ? yearOf(period) : (column?.year ?? null);
  const year = allYears?.isTimeless ? noYear : requestedYear;
  const periodPart = partAfterYearOf(period);
  const shownPeriod = allYears && !allYears.isTimeless && year !== null ? `${year}${periodPart}` : null;
  const { ranks, sources: sourcesOf, figures: figuresOf } = useYearFigures(address, shownPeriod, usePlaying() || !allYears);

  const name = column ? measureName(column, formulas, language) : "";
  const figures = useMemo<DistrictFigures | null>(
    () =>
      allYears && {
        ...allYears,
        name,
        siteCount: column?.siteCount ?? null,
        sitesWithoutDistrict: column?.sitesWithoutDistrict ?? 0,
        period: shownPeriod ? namedPeriodText(shownPeriod, language) : t("figures.today"),
        year: allYears.isTimeless ? null : year,
        periodPart,
        values: valuesOf(series, allYears.classes, year),
        valuesIn: (anyYear) => valuesOf(series, allYears.classes, anyYear),
        ranks,
        sourcesOf,
        figuresOf,
        sources: distinctSources(Object.values(sourcesOf).flat()),
      },
    [allYears, name, column, shownPeriod, language, t, year, periodPart, series, ranks, sourcesOf, figuresOf],
  );
  const isFetching = fetching && colourMeasure !== null;
  return useMemo(() => ({ figures, error, retry, isFetching }), [figures, error, retry, isFetching]);
}

/** Counts are whole numbers: a class ends with the last number before the next class. */
const isCount = ({ indicator, formula }: { indicator: unknown; formula: string }) => indicator === null && formula === "VALUE";

const unitOf = ({ unitZh, unitEn }: { unitZh: string | null; unitEn: string | null }) => ({ zh: unitZh, en: unitEn });

function spanOf(countByYear: ReadonlyMap<number, number>, language: Language): string | null {
  const years = [...countByYear.keys()];
  return years.length > 1 ? yearRange(years.at(0) ?? "", years.at(-1) ?? "", language) : null;
}
