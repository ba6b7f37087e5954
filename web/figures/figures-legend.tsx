import { useTranslation } from "react-i18next";
import { formatMoment } from "../address/as-of.ts";
import { useAddress } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { useTheme } from "../core/theme.ts";
import { unclassed } from "../map/classified-values.ts";
import { toneColour } from "../map/value-tones.ts";
import { causeText, classRangeTexts } from "../map/value-words.ts";
import { useDistrictFiguresState, useSiteSizesState } from "./figures-context.ts";
import styles from "./figures-legend.module.css";
import { Histogram } from "./histogram.tsx";
import { SizeLegend } from "./size-legend.tsx";
import { Sources } from "./sources.tsx";
import type { DistrictFigures } from "./use-district-answer.ts";

/** With fewer values than this the classes show the distribution well enough without a histogram. */
const minHistogramValues = 8;

/** The legend of district colours and site sizes, with real numbers. */
export function FiguresLegend() {
  const figures = useDistrictFiguresState()?.figures;
  const sizes = useSiteSizesState()?.sizes;
  return (
    <>
      {figures && <Colours figures={figures} />}
      {sizes && <SizeLegend sizes={sizes} />}
    </>
  );
}

function Colours({ figures }: { figures: DistrictFigures }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf, theme: chosenTheme } = useAddress();
  const theme = useTheme(chosenTheme);
  const { classes, values, numberStyle, name, period, yearSpan, siteCount, sitesWithoutDistrict } = figures;
  const ranges = classRangeTexts(classes, numberStyle);
  const countInClass = (classIndex: number) => values.filter((value) => value.classIndex === classIndex).length;
  const count = values.filter(({ classIndex }) => classIndex >= 0).length;
  const subtitle = [period, numberStyle.unit, asOf && t("figures.asOf", { day: formatMoment(asOf, language) })];
  return (
    <li className={styles.part} data-legend="colours">
      <strong>{name}</strong>
      <span className={styles.subtitle}>{subtitle.filter(Boolean).join(" · ")}</span>
      {sitesWithoutDistrict > 0 && (
        <span className={styles.subtitle}>
          {t("districtsPage.noDistrict", { count: sitesWithoutDistrict, all: siteCount ?? 0 })}
        </span>
      )}
      {classes.length > 0 && yearSpan && <span className={styles.subtitle}>{t("figures.allYears", { span: yearSpan })}</span>}
      {figures.countByYear.size === 0 && <span className={styles.subtitle}>{t("figures.noneYet")}</span>}
      {count >= minHistogramValues && <Histogram figures={figures} theme={theme} />}
      <span className={styles.column} aria-hidden="true">
        {t("figures.districtsColumn")}
      </span>
      <ul>
        {classes.map((each, classIndex) => (
          <li key={each.from} data-class={classIndex} data-none={countInClass(classIndex) === 0 || undefined}>
            <span className={styles.swatch} style={{ background: toneColour(theme, each.tone) }} aria-hidden="true" />
            <span className={styles.range}>{ranges[classIndex]}</span>
            <Count count={countInClass(classIndex)} />
          </li>
        ))}
        {unclassed(values).map(({ cause, pattern, count }) => (
          <li key={cause} data-cause={cause}>
            <span className={`${styles.swatch} ${styles[pattern]}`} aria-hidden="true" />
            <span>{causeText(cause, t)}</span>
            <Count count={count} />
          </li>
        ))}
      </ul>
      <Sources sources={figures.sources} emptyText={figures.year === null ? t("figures.noSources") : null} />
    </li>
  );
}

/** The number of districts: a bare number in a column, with its noun for screen readers. */
function Count({ count }: { count: number }) {
  const { t } = useTranslation();
  const formatted = formatCount(count, useLanguage());
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{count > 0 && formatted}</span>
      <span className="visually-hidden">{t("figures.districts", { count, formatted })}</span>
    </span>
  );
}
