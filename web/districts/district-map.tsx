import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { toggleInList } from "../address/filter.ts";
import { readMeasure } from "../address/measure.ts";
import { getAddress, linkTo, navigate, useAddress } from "../address/navigation.ts";
import { MAX_PICKS } from "../address/parameters.ts";
import { useAnswer } from "../core/answer.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { pathOf, projectionOf } from "../core/outline.ts";
import { outlinesQuery } from "../core/outlines-query.ts";
import styles from "./charts.module.css";
import { type ColumnDisplay, cellPhrase, reasonOf, unplacedText, withYear } from "./column-display.ts";
import type { Cell, Row } from "./comparison-query.ts";
import { mapTonesOf, ranksByNumber } from "./scaling.ts";

interface MapProps {
  rows: readonly Row[];
  display: ColumnDisplay;
  hovered: string | null;
  onHover: (key: string | null) => void;
}

/** A small map in the tones of the ranking. The table has the same values, so screen readers get one picture. */
export function DistrictMap({ rows, display, hovered, onHover }: MapProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { areaSet, picks } = useAddress();
  const { data } = useAnswer(outlinesQuery, {});
  const outlines = useMemo(() => {
    if (!data) return null;
    const projection = projectionOf(
      data.districts.map(({ boundary }) => boundary),
      480,
    );
    return {
      projection,
      shapes: data.districts.map(({ code, boundary }) => ({ key: code, path: pathOf(boundary, projection) })),
    };
  }, [data]);
  const rowOf = (key: string) => rows.find((row) => row.key === key);
  const columnCells = rows.map(({ cells }) => cells[display.columnIndex]);
  const tones = mapTonesOf(columnCells, display.severalYears ? ranksByNumber(columnCells) : columnCells);
  const fillOf = (key: string) => {
    const tone = tones[rows.findIndex((row) => row.key === key)] ?? null;
    if (tone === null) return "url(#no-data)";
    return tone === "open" ? "url(#open)" : `var(--tone-${tone})`;
  };
  const phraseOf = (cell: Cell) => withYear(cellPhrase(display, cell, language), display, cell, language);
  const textOf = (key: string) => {
    const [row, cell] = [rowOf(key), rowOf(key)?.cells[display.columnIndex]];
    return row && cell ? `${nameOf(language, row)}: ${phraseOf(cell) || reasonOf(cell, t)}` : "";
  };
  const areaProps = (key: string) => ({
    "data-picked": picks.includes(key) || undefined,
    "data-hovered": hovered === key || undefined,
    onMouseEnter: () => onHover(key),
    onMouseLeave: () => onHover(null),
    onClick: () => (picks.includes(key) || picks.length < MAX_PICKS) && navigate({ picks: toggleInList(picks, key) }),
  });
  const unplaced = unplacedText(display.column, areaSet, t);
  const points = areaSet === "FUNCTIONAL_AREA" ? (data?.functionalAreas ?? []) : [];
  const measure = readMeasure(display.column.key);
  const { projection, shapes } = outlines ?? {};
  return (
    <figure className={styles.map}>
      <svg
        viewBox={`0 0 480 ${projection?.height ?? 540}`}
        role="img"
        aria-label={t("districtsPage.mapLabel", { measure: display.name })}
      >
        <pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--paper)" />
          <path d="M0 0V6" stroke="var(--line-strong)" strokeWidth="1.2" />
        </pattern>
        <pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--paper)" />
          <circle cx="3" cy="3" r="1" fill="var(--ink)" />
        </pattern>
        {shapes?.map(({ key, path }) =>
          areaSet === "DISTRICT" ? (
            <path key={key} d={path} fill={fillOf(key)} {...areaProps(key)}>
              <title>{textOf(key)}</title>
            </path>
          ) : (
            <path key={key} d={path} fill="var(--paper-2)" />
          ),
        )}
        {projection &&
          points.map(({ slug, label, coextensiveWith }) => {
            if (!rowOf(slug)) return null;
            const ground = shapes?.find(({ key }) => key === coextensiveWith?.code);
            if (ground)
              return (
                <path key={slug} d={ground.path} fill={fillOf(slug)} {...areaProps(slug)}>
                  <title>{textOf(slug)}</title>
                </path>
              );
            if (label?.type !== "Point") return null;
            const [x, y] = projection.project(label.coordinates);
            return (
              <circle key={slug} cx={x} cy={y} r="11" fill={fillOf(slug)} {...areaProps(slug)}>
                <title>{textOf(slug)}</title>
              </circle>
            );
          })}
      </svg>
      <figcaption>
        <ul className={styles.tones} aria-hidden="true">
          {[4, 3, 2, 1, 0].map((tone) => (
            <li key={tone} style={{ background: `var(--tone-${tone})` }} />
          ))}
        </ul>
        {display.severalYears && `${t("districtsPage.severalYears")} `}
        {unplaced && `${unplaced}${language === "zh" ? "。" : "."} `}
        {tones.includes("open") && `${t("districtsPage.mapOpen")} `}
        {t(areaSet === "DISTRICT" ? "districtsPage.mapNote" : "districtsPage.mapNoteAreas")}{" "}
        {measure && (
          <a {...linkTo({ ...getAddress(), page: "explore", colourMeasure: measure, site: null, district: null })}>
            {t("districtsPage.explore")}
          </a>
        )}
      </figcaption>
    </figure>
  );
}
