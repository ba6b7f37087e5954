import { Popup } from "@vis.gl/react-maplibre";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Spot } from "../address/spatial.ts";
import { fromMap, toMap } from "./datum.ts";
import styles from "./map.module.css";

/** The menu of a spot: by a right click, or a long press. */
export function SpotMenu({ map, onSpot }: { map: MapLibreMap; onSpot: (spot: Spot) => void }) {
  const { t } = useTranslation();
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(() => {
    const open = (event: MapMouseEvent) => {
      event.preventDefault();
      const [lon, lat] = fromMap(map, event.lngLat);
      // Five decimals are a metre, finer than a pointer.
      setSpot({ lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)) });
    };
    const close = () => setSpot(null);
    map.on("contextmenu", open);
    map.on("click", close);
    return () => {
      map.off("contextmenu", open);
      map.off("click", close);
    };
  }, [map]);
  if (!spot) return null;
  const [longitude, latitude] = toMap(map, [spot.lon, spot.lat]);
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
          setSpot(null);
          onSpot(spot);
        }}
        onKeyDown={(event) => event.key === "Escape" && setSpot(null)}
      >
        {t("spatial.nearestHere")}
      </button>
    </Popup>
  );
}
