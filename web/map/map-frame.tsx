import type { Map as MapLibreMap } from "maplibre-gl";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Basemap, BasemapKind } from "../../server/contract/basemaps.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import { FitIcon, MinusIcon, PlusIcon } from "../ui/icons.tsx";
import toolbar from "../ui/toolbar.module.css";
import { BasemapNote } from "./basemap-note.tsx";
import { BasemapSwitch } from "./basemap-switch.tsx";
import { CITY_BOX, showBox } from "./camera.ts";
import styles from "./map.module.css";
import { Scale } from "./scale.tsx";

interface MapFrameProps {
  map: MapLibreMap | null;
  drawnCount: number | null;
  problem: "partial" | "tooOld" | "noBasemap" | null;
  basemap: Basemap;
  onBasemap?: ((kind: BasemapKind) => void) | undefined;
  bounds: Box | null;
  version: number;
  /** Legend and notes, bottom left, above the scale. */
  overlay: ReactNode;
  children: ReactNode;
}

/** The neatline: tools, scale and notes around the map. */
export function MapFrame({ map, drawnCount, problem, basemap, onBasemap, bounds, version, overlay, children }: MapFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame} data-loaded={drawnCount !== null || undefined}>
      {children}
      <output className="visually-hidden">
        {drawnCount === null ? t("map.loading") : t("map.drawn", { count: drawnCount })}
      </output>
      {problem && (
        <p role="alert" className={styles.problem}>
          {t(`map.${problem}`)}
        </p>
      )}
      {map && <Tools map={map} bounds={bounds} basemap={basemap} onBasemap={onBasemap} />}
      <div className={styles.corner}>
        {overlay}
        <div className={styles.strip}>
          {map && <Scale map={map} />}
          <BasemapNote basemap={basemap} version={version} />
        </div>
      </div>
    </div>
  );
}

function Tools({
  map,
  bounds,
  basemap,
  onBasemap,
}: Pick<MapFrameProps, "bounds" | "basemap" | "onBasemap"> & { map: MapLibreMap }) {
  const { t } = useTranslation();
  const showAllLabel = bounds ? t("map.fit") : t("map.whole");
  return (
    <div className={`${toolbar.toolbar} ${styles.tools}`} data-upright>
      <button type="button" aria-label={t("map.zoomIn")} title={t("map.zoomIn")} onClick={() => map.zoomIn()}>
        <PlusIcon />
      </button>
      <button type="button" aria-label={t("map.zoomOut")} title={t("map.zoomOut")} onClick={() => map.zoomOut()}>
        <MinusIcon />
      </button>
      <button type="button" aria-label={showAllLabel} title={showAllLabel} onClick={() => showBox(map, bounds ?? CITY_BOX)}>
        <FitIcon />
      </button>
      {onBasemap && <BasemapSwitch current={basemap.kind} onBasemap={onBasemap} />}
    </div>
  );
}
