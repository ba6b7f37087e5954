import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { useDistrictFiguresState, useSiteSizesState } from "./figures-context.ts";
import { FiguresOverlay } from "./figures-overlay.tsx";
import { YearSlider } from "./year-slider.tsx";
import { partAfterYearOf } from "./years.ts";

/** The time of the figures on the map: of the districts' colours, of the sites' sizes, or of both. */
export function FiguresTime() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period } = useAddress();
  const figures = useDistrictFiguresState()?.figures ?? null;
  const sizes = useSiteSizesState()?.sizes ?? null;
  // What follows the year: -Q1, -H1, or nothing.
  const partAfterYear = partAfterYearOf(period);
  const countByYear = useMemo(() => {
    const districtCounts = figures && figures.year !== null ? figures.countByYear : new Map<number, number>();
    return new Map([...(sizes?.countByYear ?? []), ...districtCounts]);
  }, [figures, sizes]);
  // A drag passes many years; Back should return to where it started.
  const show = useCallback(
    (year: number | null) => navigate({ period: year === null ? null : `${year}${partAfterYear}` }, "replace"),
    [partAfterYear],
  );
  const year = period ? Number(period.slice(0, 4)) : (figures?.year ?? null);
  return (
    <>
      <FiguresOverlay />
      {/* With a single year there is nothing to choose, except to leave a chosen period that has no figure. */}
      {(countByYear.size > 1 || (countByYear.size === 1 && period !== null)) && (
        <YearSlider
          countByYear={countByYear}
          year={year}
          periodText={(optionYear) => namedPeriodText(`${optionYear}${partAfterYear}`, language)}
          isPeriodChosen={period !== null}
          // Without a period districts are shown in one year, and each site with its own latest figure.
          noPeriodOption={
            figures && figures.year !== null
              ? { name: t("figures.bestCovered"), title: t("figures.bestCoveredTitle") }
              : { name: t("figures.latestOfEach"), title: t("figures.latestOfEachTitle") }
          }
          onYear={show}
        />
      )}
    </>
  );
}
