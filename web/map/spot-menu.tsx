import { Popup } from "@vis.gl/react-maplibre";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GeoPoint } from "../address/spatial.ts";
import { mapToWgs84, wgs84ToMap } from "./datum.ts";
import styles from "./map.module.css";

/** The menu of a spot: by a right click, or a long press. */
export function MapContextMenu({ map, onSpot }: { map: MapLibreMap; onSpot: (point: GeoPoint) => void }) {
  const { t } = useTranslation();
  const [point, setPoint] = useState<GeoPoint | null>(null);
  useEffect(() => {
    const open = (event: MapMouseEvent) => {
      event.preventDefault();
      const [lon, lat] = mapToWgs84(map, event.lngLat);
      // Five decimals are a metre, finer than a pointer.
      setPoint({ lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)) });
    };
    const close = () => setPoint(null);
    map.on("contextmenu", open);
    map.on("click", close);
    return () => {
      map.off("contextmenu", open);
      map.off("click", close);
    };
  }, [map]);
  if (!point) return null;
  const [longitude, latitude] = wgs84ToMap(map, [point.lon, point.lat]);
  return (
    <Popup
      key={`${longitude},${latitude}`}
      longitude={longitude}
      latitude={latitude}
      closeButton={false}
      closeOnClick={false}
      offset={6}
      className={styles.crowd}
      maxWidth="320px"
    >
      <button
        type="button"
        className={styles.crowdEntry}
        onClick={() => {
          setPoint(null);
          onSpot(point);
        }}
        onKeyDown={(event) => event.key === "Escape" && setPoint(null)}
      >
        {t("spatial.nearestHere")}
      </button>
    </Popup>
  );
}
