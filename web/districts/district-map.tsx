import type { SVGProps } from "react";
import { useTranslation } from "react-i18next";
import { toggleInList } from "../address/filter.ts";
import { readMeasure } from "../address/measure.ts";
import { getAddress, linkTo, navigate, useAddress } from "../address/navigation.ts";
import { MAX_PICKS } from "../address/parameters.ts";
import { withColon } from "../core/format.ts";
import type { Theme } from "../core/kinds.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { useTheme } from "../core/theme.ts";
import { patternOf } from "../map/classified-values.ts";
import { PatternDefs } from "../map/svg-patterns.tsx";
import { paperStyle, standaloneSvg } from "../ui/paper-picture.ts";
import type { Caption } from "../ui/picture.ts";
import { PictureButtons } from "../ui/picture-buttons.tsx";
import styles from "./charts.module.css";
import { type ClassifiedColumn, classColour } from "./classified-column.ts";
import { type ColumnDisplay, cellPhrase, reasonOf, withoutAreaText, withYear } from "./column-display.ts";
import type { Row } from "./comparison-query.ts";
import { DOT_RADIUS, mapDrawing, PATTERN_ID } from "./map-drawing.ts";
import { MapLegend, useMapLegendPart } from "./map-legend.tsx";
import { type MapShape, useMapShapes } from "./map-shapes.ts";

interface MapProps {
  rows: readonly Row[];
  /** Those of the saved picture. */
  savedRows: readonly Row[];
  display: ColumnDisplay;
  classified: ClassifiedColumn;
  caption: Caption;
  hovered: string | null;
  onHover: (key: string | null) => void;
}

/** A small map in the classes of the main map. The table has the same values, so screen readers get one picture. */
export function DistrictMap({ rows, savedRows, display, classified, caption, hovered, onHover }: MapProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { areaSet, picks, theme: chosenTheme } = useAddress();
  const theme = useTheme(chosenTheme);
  const shapes = useMapShapes(areaSet);
  const legend = useMapLegendPart({ rows: savedRows, display, classified });
  const fillOf = (theme: Theme, key: string) => {
    const value = classified.classifiedValues.get(key);
    return classColour(theme, classified, key) ?? `url(#${PATTERN_ID}${(value && patternOf(value)) ?? "noValue"})`;
  };
  const textOf = (row: Row) => {
    const cell = row.cells[display.columnIndex];
    if (!cell) return "";
    const phrase = withYear(cellPhrase(display, cell, language), display, cell, language);
    return withColon(nameOf(language, row), phrase || reasonOf(cell, t), language);
  };
  const shapeProps = (key: string) => ({
    fill: fillOf(theme, key),
    "data-picked": picks.includes(key) || undefined,
    "data-hovered": hovered === key || undefined,
    onMouseEnter: () => onHover(key),
    onMouseLeave: () => onHover(null),
    onClick: () => (picks.includes(key) || picks.length < MAX_PICKS) && navigate({ picks: toggleInList(picks, key) }),
  });
  const withoutArea = withoutAreaText(display.column, areaSet, t);
  const notes = [
    display.severalYears && t("districtsPage.severalYears"),
    withoutArea && `${withoutArea}${language === "zh" ? "。" : "."}`,
    t(areaSet === "DISTRICT" ? "districtsPage.mapNote" : "districtsPage.mapNoteAreas"),
  ].filter((note): note is string => Boolean(note));
  const subjects = savedRows.map((row) => ({ key: row.key, name: nameOf(language, row) }));
  const picture = shapes && (() => standaloneSvg(mapDrawing(shapes, subjects, (key) => fillOf("light", key))));
  return (
    <figure className={styles.map}>
      <svg
        viewBox={`0 0 480 ${shapes?.height ?? 540}`}
        role="img"
        aria-label={t("districtsPage.mapLabel", { measure: display.name })}
      >
        <PatternDefs id={PATTERN_ID} theme={theme} />
        {shapes?.background.map((path) => (
          <path key={path} d={path} fill="var(--paper-2)" />
        ))}
        {rows.map((row) => {
          const shape = shapes?.shapeOf.get(row.key);
          return shape && <Shape key={row.key} shape={shape} text={textOf(row)} {...shapeProps(row.key)} />;
        })}
      </svg>
      <figcaption>
        <MapLegend rows={rows} display={display} classified={classified} />
        {notes.join(language === "zh" ? "" : " ")} <MainMapLink measureKey={display.column.key} />
      </figcaption>
      <PictureButtons
        picture={picture}
        caption={{ ...caption, legend: [legend], notes: [...caption.notes, ...notes] }}
        style={paperStyle}
      />
    </figure>
  );
}

interface ShapeProps extends Omit<SVGProps<SVGPathElement & SVGCircleElement>, "ref"> {
  shape: MapShape;
  text: string;
}

function Shape({ shape, text, ...props }: ShapeProps) {
  const title = <title>{text}</title>;
  if ("path" in shape)
    return (
      <path d={shape.path} {...props}>
        {title}
      </path>
    );
  const [cx, cy] = shape.dot;
  return (
    <circle cx={cx} cy={cy} r={DOT_RADIUS} {...props}>
      {title}
    </circle>
  );
}

function MainMapLink({ measureKey }: { measureKey: string }) {
  const { t } = useTranslation();
  const measure = readMeasure(measureKey);
  if (!measure) return null;
  return (
    <a {...linkTo({ ...getAddress(), page: "explore", colourMeasure: measure, site: null, district: null })}>
      {t("districtsPage.explore")}
    </a>
  );
}
