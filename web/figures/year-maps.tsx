import { useId } from "react";
import { useTranslation } from "react-i18next";
import { CloseIcon } from "../core/icons.tsx";
import { useLanguage } from "../core/language.tsx";
import { useAddress, visit } from "../core/navigation.ts";
import { useTheme } from "../core/theme.ts";
import { palettes } from "../map/palette.ts";
import { toneColour } from "../map/value-tones.ts";
import { isBound } from "./district-values.ts";
import { type Outlines, useOutlines } from "./outlines.ts";
import { slotWords } from "./slot.ts";
import { type DistrictFigures, useDistrictFigures } from "./use-district-figures.ts";
import { classWords } from "./value-words.ts";
import styles from "./year-maps.module.css";

/** A small map for each year that has values, all in the same classes; one that is chosen becomes the large map. */
export function YearMaps() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme(useAddress().theme);
  const { figures } = useDistrictFigures();
  const outlines = useOutlines();
  if (!figures || figures.year === null || !outlines) return null;
  const { name, counts, season, classes, writing } = figures;
  const ranges = classWords(classes, writing);
  return (
    <section className={styles.maps} aria-label={t("figures.multiplesTitle", { name })}>
      <header>
        <h2>{t("figures.multiplesTitle", { name })}</h2>
        <p>{t("figures.multiplesNote")}</p>
        <ul aria-hidden="true">
          {classes.map(({ from, tone }, at) => (
            <li key={from}>
              <span style={{ background: toneColour(theme, tone) }} />
              {ranges[at]}
            </li>
          ))}
          <li>{writing.unit}</li>
          <li>
            <span className={styles.none} />
            {t("figures.none")}
          </li>
          <li>
            <span className={styles.bound} />
            {t("figures.bound")}
          </li>
        </ul>
        <button
          type="button"
          aria-label={t("figures.closeMultiples")}
          title={t("figures.closeMultiples")}
          onClick={() => visit({ multiples: false })}
        >
          <CloseIcon />
        </button>
      </header>
      <ol>
        {[...counts].map(([year, count]) => {
          const period = slotWords(`${year}${season}`, language);
          return (
            <li key={year}>
              <button
                type="button"
                aria-label={t("figures.yearText", { period, count })}
                aria-current={year === figures.year || undefined}
                data-year={year}
                onClick={() => visit({ period: `${year}${season}`, multiples: false })}
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

function SmallMap({ figures, outlines, year }: { figures: DistrictFigures; outlines: Outlines; year: number }) {
  const theme = useTheme(useAddress().theme);
  const id = useId();
  const { ring, seam, halo } = palettes[theme];
  const { width, height, paths } = outlines;
  const values = figures.valuesIn(year);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <pattern id={`${id}none`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v7" stroke={ring} strokeOpacity="0.35" strokeWidth="1.4" />
        </pattern>
        <pattern id={`${id}bound`} width="8" height="8" patternUnits="userSpaceOnUse">
          <circle cx="4" cy="4" r="2" fill={halo} />
          <circle cx="4" cy="4" r="1.1" fill={ring} />
        </pattern>
      </defs>
      {values.map((value) => {
        const path = paths[value.code];
        const tone = figures.classes[value.at]?.tone;
        return (
          <g key={value.code} stroke={seam} strokeWidth="1">
            <path d={path} fill={tone === undefined ? `url(#${id}none)` : toneColour(theme, tone)} />
            {tone !== undefined && isBound(value) && <path d={path} fill={`url(#${id}bound)`} />}
          </g>
        );
      })}
    </svg>
  );
}
