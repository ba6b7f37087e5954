import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { valueText } from "../map/value-words.ts";
import styles from "./figures-legend.module.css";
import { legendSizes, radiusOf } from "./site-sizes.ts";
import { Sources } from "./sources.tsx";
import type { SiteSizes } from "./use-site-answer.ts";

/** The circles of some round numbers, as large as they are on the map. */
export function SizeLegend({ sizes }: { sizes: SiteSizes }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, period, yearSpan, sites, withoutFigureCount, maxValue, numberStyle, sources } = sizes;
  const periodOrSpan = period ?? t("figures.eachLatest", { span: yearSpan ?? t("figures.undated") });
  return (
    <li className={styles.part} data-legend="sizes">
      <strong>{name}</strong>
      {sites.length > 0 && <span className={styles.subtitle}>{periodOrSpan}</span>}
      {sites.length === 0 && <span className={styles.subtitle}>{t("figures.noSizes", { period: period ?? "" })}</span>}
      {sites.length > 0 && <NestedCircles maxValue={maxValue} words={(value) => valueText(exactValue(value), numberStyle)} />}
      {sites.length > 0 && <span className={styles.subtitle}>{t("figures.sizeNote")}</span>}
      {sites.length > 0 && withoutFigureCount > 0 && (
        <span className={styles.noValue}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <circle cx="7" cy="7" r="3.4" />
          </svg>
          <span>{t("figures.withoutFigure")}</span>
          <span className={styles.count}>
            {t("figures.sites", { count: withoutFigureCount, formatted: formatCount(withoutFigureCount, language) })}
          </span>
        </span>
      )}
      <Sources sources={sources} emptyText={null} />
    </li>
  );
}

const exactValue = (value: number) => ({ value, valueMax: null, qualifier: "EXACT" as const });

/** Nested circles on one baseline, each with its number at its top. */
function NestedCircles({ maxValue, words }: { maxValue: number; words: (value: number) => string }) {
  const circleSizes = legendSizes(maxValue).map((value) => ({ value, radius: radiusOf(value, maxValue) }));
  const maxRadius = circleSizes[0]?.radius ?? 0;
  const height = Math.max(2 * maxRadius, 16 * circleSizes.length) + 4;
  const bottom = height - 2;
  const centreX = maxRadius + 2;
  return (
    <svg viewBox={`0 0 208 ${height}`} width="208" height={height} className={styles.circles}>
      <title>{circleSizes.map(({ value }) => words(value)).join(", ")}</title>
      {circleSizes.map(({ value, radius }, index) => {
        const top = bottom - 2 * radius;
        // The numbers are spaced evenly, as the tops of the circles may be close.
        const line = bottom - 2 * maxRadius + 4 + index * 16;
        return (
          <g key={value}>
            <circle cx={centreX} cy={bottom - radius} r={radius} />
            <path d={`M${centreX} ${top}L${2 * maxRadius + 10} ${line}h4`} />
            <text x={2 * maxRadius + 18} y={line + 4}>
              {words(value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
