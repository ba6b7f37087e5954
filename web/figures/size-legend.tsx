import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./figures-legend.module.css";
import { legendSizes, radiusOf } from "./site-sizes.ts";
import { Sources } from "./sources.tsx";
import type { SiteSizes } from "./use-site-sizes.ts";
import { valueWords } from "./value-words.ts";

/** The circles of some round numbers, as large as they are on the map. */
export function SizeLegend({ sizes }: { sizes: SiteSizes }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, period, span, sites, without, greatest, numberStyle, sources } = sizes;
  const about = period ?? t("figures.eachLatest", { span: span ?? t("figures.undated") });
  return (
    <li className={styles.part} data-legend="sizes">
      <strong>{name}</strong>
      {sites.length > 0 && <span className={styles.subtitle}>{about}</span>}
      {sites.length === 0 && <span className={styles.subtitle}>{t("figures.noSizes", { period: period ?? "" })}</span>}
      {sites.length > 0 && <Circles greatest={greatest} words={(value) => valueWords(exact(value), numberStyle)} />}
      {sites.length > 0 && <span className={styles.subtitle}>{t("figures.sizeNote")}</span>}
      {sites.length > 0 && without > 0 && (
        <span className={styles.noValue}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <circle cx="7" cy="7" r="3.4" />
          </svg>
          <span>{t("figures.withoutFigure")}</span>
          <span className={styles.count}>
            {t("figures.sites", { count: without, formatted: formatCount(without, language) })}
          </span>
        </span>
      )}
      <Sources sources={sources} none={null} />
    </li>
  );
}

const exact = (value: number) => ({ value, valueMax: null, qualifier: "EXACT" as const });

/** Nested circles on one baseline, each with its number at its top. */
function Circles({ greatest, words }: { greatest: number; words: (value: number) => string }) {
  const shown = legendSizes(greatest).map((value) => ({ value, radius: radiusOf(value, greatest) }));
  const largest = shown[0]?.radius ?? 0;
  const height = Math.max(2 * largest, 16 * shown.length) + 4;
  const bottom = height - 2;
  const centreX = largest + 2;
  return (
    <svg viewBox={`0 0 208 ${height}`} width="208" height={height} className={styles.circles}>
      <title>{shown.map(({ value }) => words(value)).join(", ")}</title>
      {shown.map(({ value, radius }, index) => {
        const top = bottom - 2 * radius;
        // The numbers are spaced evenly, as the tops of the circles may be close.
        const line = bottom - 2 * largest + 4 + index * 16;
        return (
          <g key={value}>
            <circle cx={centreX} cy={bottom - radius} r={radius} />
            <path d={`M${centreX} ${top}L${2 * largest + 10} ${line}h4`} />
            <text x={2 * largest + 18} y={line + 4}>
              {words(value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
