import { Marker } from "@vis.gl/react-maplibre";
import type { Map as MapLibreMap } from "maplibre-gl";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CoordinateSystem, formatPosition, parsePosition } from "../address/coordinate-text.ts";
import type { LonLat } from "../core/coordinates.ts";
import { isPressed } from "../core/key-press.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { type AreaFilter, noArea } from "./area.ts";
import { PAN_LIMITS } from "./camera.ts";
import { wgs84ToMap } from "./datum.ts";
import styles from "./tools.module.css";

/** From this zoom on a single position is seen in its surroundings. */
const POINT_ZOOM = 12.5;
/** The default radius around a position (km); the area's card changes it. */
const defaultRadiusKm = 10;

interface GoToProps {
  map: MapLibreMap;
  system: CoordinateSystem;
  onArea: (change: Partial<AreaFilter>) => void;
  onClose: () => void;
}

/** Goes to coordinates that are typed in, and marks the position as long as this is open. */
export function GoTo({ map, system, onArea, onClose }: GoToProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [target, setTarget] = useState<LonLat | null>(null);
  const [problem, setProblem] = useState<"notTwo" | "outside" | null>(null);
  useEffect(() => input.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parsePosition(input.current?.value ?? "", system, PAN_LIMITS);
    if ("problem" in parsed) return setProblem(parsed.problem);
    setProblem(null);
    setTarget(parsed.position);
    map.flyTo({ center: wgs84ToMap(map, parsed.position), zoom: Math.max(POINT_ZOOM, map.getZoom()), duration: 900 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPressed("Escape", event)) return;
    event.stopPropagation();
    onClose();
  };
  const markerPosition = target && wgs84ToMap(map, [...target]);
  return (
    <>
      <form className={styles.goTo} onSubmit={submit} onKeyDown={onKeyDown}>
        <label htmlFor={id}>
          {t("coordinates.goTo")} <small>{t(`coordinates.order.${system}`)}</small>
        </label>
        <div>
          <input
            ref={input}
            id={id}
            type="text"
            inputMode="text"
            autoComplete="off"
            maxLength={80}
            placeholder={formatPosition([114.3055, 30.5928], system)}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-problem`}
            onChange={() => setProblem(null)}
          />
          <Button variant="primary" type="submit">
            {t("coordinates.go")}
          </Button>
          <IconButton label={t("close")} onClick={onClose}>
            <CloseIcon size={16} />
          </IconButton>
        </div>
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem && t(`coordinates.problem.${problem}`)}
        </p>
        {target && (
          <Button
            variant="link"
            className={styles.around}
            onClick={() =>
              onArea({
                ...noArea,
                near: { point: [roundDegrees(target[0]), roundDegrees(target[1])], withinKm: defaultRadiusKm },
              })
            }
          >
            {t("coordinates.around", { km: defaultRadiusKm })}
          </Button>
        )}
      </form>
      {markerPosition && (
        <Marker longitude={markerPosition[0]} latitude={markerPosition[1]} anchor="bottom">
          <svg className={styles.mark} width="30" height="38" viewBox="0 0 30 38" role="img" aria-label={t("coordinates.mark")}>
            <path d="M15 36.5S27.5 24 27.5 14.5a12.5 12.5 0 1 0-25 0C2.5 24 15 36.5 15 36.5z" />
            <circle cx="15" cy="14.5" r="4.5" />
          </svg>
        </Marker>
      )}
    </>
  );
}

const roundDegrees = (value: number): number => Number(value.toFixed(6));
