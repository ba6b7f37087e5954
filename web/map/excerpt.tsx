import type { Position } from "geojson";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatMetres } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./excerpt.module.css";
import { usePrintedMap } from "./printed-map.ts";
import { roundLength } from "./scale.tsx";

const size = { width: 330, height: 250 };
const scaleRoom = 100;

/** The map around a place (WGS-84), on paper only. */
export function Excerpt({ around: [lon = 0, lat = 0] }: { around: Position }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const frame = useMemo(() => ({ ...size, around: [lon, lat] }), [lon, lat]);
  const picture = usePrintedMap(frame);
  if (!picture) return null;
  const length = roundLength(picture.metresPerPixel * scaleRoom);
  return (
    <figure className={styles.excerpt} style={{ width: size.width }}>
      <div style={{ height: size.height }} ref={(place) => place?.replaceChildren(picture.canvas)} />
      <span className={styles.scale} style={{ width: length / picture.metresPerPixel }}>
        {formatMetres(length, language)}
      </span>
      <figcaption>{t("legend.boundary")}</figcaption>
    </figure>
  );
}
