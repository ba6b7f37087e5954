import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { coveredEdges } from "./camera.ts";
import styles from "./district-tag.module.css";
import { useHoveredDistrict, type ValuesOverlay } from "./overlays.ts";

/** Its distance from the pointer, in pixels. */
const pointerDistance = 16;

interface DistrictTagProps {
  map: MapLibreMap;
  words: ValuesOverlay["tooltipLines"];
}

/** The tag of the district under the pointer. It follows the pointer, as no fixed point of a large district is always visible. */
export function DistrictTag({ map, words }: DistrictTagProps) {
  const tag = useRef<HTMLDivElement>(null);
  const hovered = useHoveredDistrict();
  const coveredRight = useRef(0);
  // Measured once per district: no card opens while the pointer moves.
  useEffect(() => {
    if (hovered !== null) coveredRight.current = coveredEdges(map.getContainer()).right ?? 0;
  }, [map, hovered]);
  const label = hovered === null ? undefined : words[hovered];
  useEffect(() => {
    const followPointer = ({ point }: MapMouseEvent) => {
      const { current } = tag;
      if (!current) return;
      // On the side that no panel covers.
      const { clientWidth, clientHeight } = map.getContainer();
      const isNearRightEdge = point.x + pointerDistance + current.offsetWidth > clientWidth - coveredRight.current;
      const isInLowerHalf = point.y > clientHeight / 2;
      const shift = `translate(${isNearRightEdge ? "-100%" : "0"}, ${isInLowerHalf ? "-100%" : "0"})`;
      current.style.transform = `translate(${point.x + (isNearRightEdge ? -pointerDistance : pointerDistance)}px, ${point.y + (isInLowerHalf ? -pointerDistance : pointerDistance)}px) ${shift}`;
      current.dataset.placed = "true";
    };
    const leave = () => delete tag.current?.dataset.placed;
    map.on("mousemove", followPointer);
    map.on("mouseout", leave);
    return () => {
      map.off("mousemove", followPointer);
      map.off("mouseout", leave);
    };
  }, [map]);
  const [name, value, ...details] = label ?? [];
  return createPortal(
    <div ref={tag} className={styles.tag} hidden={!label} aria-hidden="true" data-district-tag={hovered ?? undefined}>
      <b>{name}</b>
      <span className={styles.value}>{value}</span>
      {details.map((line) => (
        <small key={line}>{line}</small>
      ))}
    </div>,
    map.getContainer(),
  );
}
