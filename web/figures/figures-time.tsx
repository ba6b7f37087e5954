import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { useDistrictFiguresState, useSiteSizesState } from "./figures-context.ts";
import { FiguresOverlay } from "./figures-overlay.tsx";
import { YearSlider } from "./year-slider.tsx";
import { periodPartOf } from "./years.ts";

/** The time of the figures on the map: of the districts' colours, of the sites' sizes, or of both. */
export function FiguresTime() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period } = useAddress();
  const figures = useDistrictFiguresState()?.figures ?? null;
  const sizes = useSiteSizesState()?.sizes ?? null;
  const periodPart = periodPartOf(period);
  const counts = useMemo(() => {
    const districts = figures && figures.year !== null ? figures.countByYear : new Map<number, number>();
    return new Map([...(sizes?.countByYear ?? []), ...districts]);
  }, [figures, sizes]);
  // A drag passes many years; Back should return to where it started.
  const show = useCallback(
    (year: number | null) => navigate({ period: year === null ? null : `${year}${periodPart}` }, "replace"),
    [periodPart],
  );
  const year = period ? Number(period.slice(0, 4)) : (figures?.year ?? null);
  return (
    <>
      <FiguresOverlay />
      {/* With a single year there is nothing to choose, except to return from another one. */}
      {(counts.size > 1 || (counts.size === 1 && period !== null)) && (
        <YearSlider
          counts={counts}
          year={year}
          periodText={(one) => namedPeriodText(`${one}${periodPart}`, language)}
          isPeriodChosen={period !== null}
          // Without a period districts are shown in one year, and each site with its own latest figure.
          latestOption={
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
