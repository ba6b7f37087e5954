import type { Position } from "geojson";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Box } from "../../server/contract/filter-parts.ts";
import { formatMetres } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./excerpt.module.css";
import { usePrintedMap } from "./printed-map.ts";
import { roundLength } from "./scale.tsx";

const usualSize = { width: 300, height: 220 };
const MAX_SCALE_BAR_WIDTH = 100;

interface ExcerptProps {
  /** A position in its middle, or a box that is seen whole (WGS-84). */
  centrePoint?: Position;
  box?: Box;
  /** In CSS pixels. */
  size?: { width: number; height: number };
}

/** A part of the map, on paper only. The same objects mean the same picture. */
export function Excerpt({ centrePoint, box, size = usualSize }: ExcerptProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const frame = useMemo(() => ({ ...size, centrePoint, box }), [size, centrePoint, box]);
  const picture = usePrintedMap(frame);
  if (!picture) return null;
  const length = roundLength(picture.metresPerPixel * MAX_SCALE_BAR_WIDTH);
  return (
    <figure className={styles.excerpt} style={{ width: size.width }}>
      <div style={{ height: size.height }} ref={(container) => container?.replaceChildren(picture.canvas)} />
      <span className={styles.scale} style={{ width: length / picture.metresPerPixel }}>
        {formatMetres(length, language)}
      </span>
      <figcaption>{t("legend.boundary")}</figcaption>
    </figure>
  );
}
