import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { useAddress, visit } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { useDistrictFigures, useSiteSizes } from "./figures-context.ts";
import { FiguresOverlay } from "./figures-overlay.tsx";
import { YearSlider } from "./year-slider.tsx";
import { seasonOf } from "./years.ts";

/** The time of the figures on the map: of the districts' colours, of the sites' sizes, or of both. */
export function FiguresTime() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period } = useAddress();
  const figures = useDistrictFigures()?.figures ?? null;
  const sizes = useSiteSizes()?.sizes ?? null;
  const season = seasonOf(period);
  const counts = useMemo(() => {
    const districts = figures && figures.year !== null ? figures.counts : new Map<number, number>();
    return new Map([...(sizes?.counts ?? []), ...districts]);
  }, [figures, sizes]);
  // A drag passes many years; Back should return to where it started.
  const show = useCallback(
    (year: number | null) => visit({ period: year === null ? null : `${year}${season}` }, "replace"),
    [season],
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
          words={(one) => namedPeriodText(`${one}${season}`, language)}
          chosen={period !== null}
          // Without a period districts are shown in one year, and each site with its own latest figure.
          free={
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
