import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useState } from "react";
import { formatMetres } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { metresPerPixel } from "./geometry.ts";
import styles from "./map.module.css";

/** The longest round length (1, 2 or 5 times a power of ten metres) that is not longer than the room. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return power * ([5, 2, 1].find((digit) => digit * power <= metres) ?? 1);
}

const maxWidth = 110;

/** The scale bar, at the latitude of the map's centre. */
export function Scale({ map }: { map: MapLibreMap }) {
  const language = useLanguage();
  const [metresPer, setMetresPer] = useState(() => metresHere(map));
  useEffect(() => {
    const update = () => setMetresPer(metresHere(map));
    map.on("move", update);
    return () => void map.off("move", update);
  }, [map]);
  const length = roundLength(metresPer * maxWidth);
  return (
    <div className={styles.scale} style={{ width: length / metresPer }}>
      {formatMetres(length, language)}
    </div>
  );
}

function metresHere(map: MapLibreMap): number {
  return metresPerPixel(map.getCenter().lat) / 2 ** map.getZoom();
}
