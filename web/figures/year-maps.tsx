import { useEffect, useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { useTheme } from "../core/theme.ts";
import { patternOf, unclassed } from "../map/classified-values.ts";
import { hoverDistrict, useHoveredDistrict } from "../map/overlays.ts";
import { palettes } from "../map/palette.ts";
import { showOnPaper } from "../map/paper.ts";
import { PatternDefs } from "../map/svg-patterns.tsx";
import { toneColour } from "../map/value-tones.ts";
import { causeText, classRangeTexts } from "../map/value-words.ts";
import { sourcesNote } from "../provenance/sources-note.ts";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { useAllYearsSources } from "./all-years-sources.ts";
import { useDistrictFiguresState } from "./figures-context.ts";
import { useClassEntries } from "./figures-on-paper.ts";
import { type Outlines, useOutlines } from "./outlines.ts";
import type { DistrictFigures } from "./use-district-answer.ts";
import styles from "./year-maps.module.css";
import { everyYear } from "./years.ts";
import { yearsDrawing } from "./years-drawing.ts";

/** A small map for each year, all in the same classes; one that is chosen becomes the large map. */
export function YearMaps() {
  const { t } = useTranslation();
  const language = useLanguage();
  const figures = useDistrictFiguresState()?.figures;
  const outlines = useOutlines();
  useYearsOnPaper(figures, outlines);
  if (!figures || figures.year === null || !outlines) return null;
  const { name, countByYear, periodPart } = figures;
  return (
    <section className={styles.maps} aria-label={t("figures.multiplesTitle", { name })}>
      <header>
        <h2>{t("figures.multiplesTitle", { name })}</h2>
        <p>{t("figures.multiplesNote")}</p>
        <ClassLegend figures={figures} />
        <IconButton label={t("figures.closeMultiples")} onClick={() => navigate({ smallMultiples: false })}>
          <CloseIcon />
        </IconButton>
      </header>
      <ol>
        {everyYear([...countByYear.keys()]).map((year) => {
          const period = namedPeriodText(`${year}${periodPart}`, language);
          const count = countByYear.get(year) ?? 0;
          // A year without data keeps its place, so that one step is one year.
          return count === 0 ? (
            <li key={year} data-empty={year}>
              <SmallMap figures={figures} outlines={outlines} year={year} />
              <b>{period}</b>
              <small>{t("figures.none")}</small>
            </li>
          ) : (
            <li key={year}>
              <button
                type="button"
                aria-label={t("figures.yearText", { period, count })}
                aria-current={year === figures.year || undefined}
                data-year={year}
                onClick={() => navigate({ period: `${year}${periodPart}`, smallMultiples: false })}
              >
                <SmallMap figures={figures} outlines={outlines} year={year} />
                <b>{period}</b>
                <small>{t("figures.districts", { count, formatted: String(count) })}</small>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The small maps are what is printed and saved while they are in the large map's place. */
function useYearsOnPaper(figures: DistrictFigures | null | undefined, outlines: Outlines | null) {
  const countByYear = figures?.countByYear;
  const sources = useAllYearsSources(useMemo(() => [...(countByYear?.keys() ?? [])], [countByYear]));
  const { t } = useTranslation();
  const language = useLanguage();
  const entries = useClassEntries();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is made of these
  useEffect(() => {
    if (!figures || figures.year === null || !outlines) return;
    const { name, numberStyle } = figures;
    const countWords = (count: number) =>
      count === 0 ? t("figures.none") : t("figures.districts", { count, formatted: String(count) });
    return showOnPaper("years", {
      title: t("figures.multiplesTitle", { name }),
      subtitle: numberStyle.unit,
      legend: [{ title: name, subtitles: [numberStyle.unit], entries: entries(figures, false) }],
      notes: sourcesNote(sources, t, language, figures.yearSpan),
      drawing: yearsDrawing(figures, outlines, language, countWords),
    });
  }, [figures, outlines, sources, language]);
}

function ClassLegend({ figures: { classes, numberStyle, countByYear, valuesIn } }: { figures: DistrictFigures }) {
  const { t } = useTranslation();
  const theme = useTheme(useAddress().theme);
  const ranges = classRangeTexts(classes, numberStyle);
  return (
    <ul aria-hidden="true">
      {classes.map(({ from, tone }, index) => (
        <li key={from}>
          <span style={{ background: toneColour(theme, tone) }} />
          {ranges[index]}
        </li>
      ))}
      {numberStyle.unit && <li>{numberStyle.unit}</li>}
      {unclassed(everyYear([...countByYear.keys()]).flatMap(valuesIn)).map(({ cause, pattern }) => (
        <li key={cause}>
          <span className={styles[pattern]} />
          {causeText(cause, t)}
        </li>
      ))}
    </ul>
  );
}

function SmallMap({ figures, outlines, year }: { figures: DistrictFigures; outlines: Outlines; year: number }) {
  const theme = useTheme(useAddress().theme);
  const id = useId();
  const { strongLine, valueBorder } = palettes[theme];
  const { width, height, pathByCode } = outlines;
  const values = figures.valuesIn(year);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <PatternDefs id={id} theme={theme} />
      {values.map((value) => {
        const path = pathByCode[value.code];
        const tone = figures.classes[value.classIndex]?.tone;
        return (
          <g
            key={value.code}
            stroke={valueBorder}
            strokeWidth="1"
            onPointerEnter={() => hoverDistrict(value.code)}
            onPointerLeave={() => hoverDistrict(null)}
          >
            <path d={path} fill={tone === undefined ? `url(#${id}${patternOf(value)})` : toneColour(theme, tone)} />
          </g>
        );
      })}
      <HoveredOutline paths={pathByCode} colour={strongLine} />
    </svg>
  );
}

/** The same district in every year. */
function HoveredOutline({ paths, colour }: { paths: Outlines["pathByCode"]; colour: string }) {
  const path = paths[useHoveredDistrict() ?? ""];
  return path && <path d={path} fill="none" stroke={colour} strokeWidth="2.5" strokeLinejoin="round" pointerEvents="none" />;
}
