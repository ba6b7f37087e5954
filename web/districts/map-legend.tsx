import { useTranslation } from "react-i18next";
import { yearRange } from "../../server/contract/quantities.ts";
import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { useTheme } from "../core/theme.ts";
import { unclassed } from "../map/classified-values.ts";
import { fieldMark, patternMark } from "../map/legend-marks.ts";
import { PatternDefs } from "../map/svg-patterns.tsx";
import { toneColour } from "../map/value-tones.ts";
import { causeText, classRangeTexts, type NumberStyle } from "../map/value-words.ts";
import type { LegendPart } from "../ui/picture-legend.ts";
import styles from "./charts.module.css";
import { type ClassifiedColumn, yearsOfColumn } from "./classified-column.ts";
import type { ColumnDisplay } from "./column-display.ts";
import type { Row } from "./comparison-query.ts";

interface LegendProps {
  rows: readonly Row[];
  display: ColumnDisplay;
  classified: ClassifiedColumn;
}

/** The classes in words, and what is in none. */
function useLegendTexts({ rows, display, classified: { classes, classifiedValues } }: LegendProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { column, scale, unit } = display;
  const isCount = column.indicator === null && column.formula === "VALUE";
  const style: NumberStyle = { scale, unit, isCount: isCount && scale.size === 1, language };
  const ranges = classRangeTexts(classes, style);
  const years = yearsOfColumn(rows, display);
  return {
    head: unit,
    allYears: years.length > 1 ? t("figures.allYears", { span: yearRange(years.at(0) ?? "", years.at(-1) ?? "", language) }) : "",
    classTexts: classes.map(({ tone }, index) => ({ tone, text: ranges[index] ?? "" })),
    causeTexts: unclassed(rows.flatMap(({ key }) => classifiedValues.get(key) ?? [])).map(({ cause, pattern }) => ({
      pattern,
      text: causeText(cause, t),
    })),
  };
}

/** The legend below the map on the page. */
export function MapLegend(props: LegendProps) {
  const theme = useTheme(useAddress().theme);
  const { head, allYears, classTexts, causeTexts } = useLegendTexts(props);
  return (
    <>
      {head && <strong>{head}</strong>}
      <ul className={styles.classes}>
        {classTexts.map(({ tone, text }) => (
          <li key={tone}>
            <svg viewBox="0 0 18 12" aria-hidden="true">
              <rect width="18" height="12" fill={toneColour(theme, tone)} />
            </svg>
            {text}
          </li>
        ))}
        {causeTexts.map(({ pattern, text }) => (
          <li key={text}>
            <svg viewBox="0 0 18 12" aria-hidden="true">
              <PatternDefs id="districts-legend-" theme={theme} />
              <rect width="18" height="12" fill={`url(#districts-legend-${pattern})`} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      {allYears && <p>{allYears}</p>}
    </>
  );
}

/** The same for a saved picture. */
export function useMapLegendPart(props: LegendProps): LegendPart {
  const { head, allYears, classTexts, causeTexts } = useLegendTexts(props);
  return {
    title: props.display.name,
    subtitles: [head, allYears].filter(Boolean),
    entries: [
      ...classTexts.map(({ tone, text }) => ({ markSvg: fieldMark(toneColour("light", tone)), text })),
      ...causeTexts.map(({ pattern, text }) => ({ markSvg: patternMark(pattern), text })),
    ],
  };
}
