import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { coordinateSystems, formatPosition } from "../address/coordinate-text.ts";
import { readPreference, storePreference } from "../core/remembered.ts";
import { IconButton } from "../ui/button.tsx";
import { CopyIcon, PinIcon } from "../ui/icons.tsx";
import type { AreaFilter } from "./area.ts";
import { GoTo } from "./go-to.tsx";
import styles from "./tools.module.css";
import { usePositionUnderPointer } from "./use-position-under-pointer.ts";

const PREFERENCE_KEY = "atlas.coordinates";

interface CoordinatesProps {
  map: MapLibreMap;
  /** On a phone they are shown on request only; elsewhere always. */
  open: boolean;
  onArea: (change: Partial<AreaFilter>) => void;
}

/** The coordinates under the pointer, or of the map's middle, in the chosen system; with copy and go-to buttons. */
export function Coordinates({ map, open, onArea }: CoordinatesProps) {
  const { t } = useTranslation();
  const [system, setSystem] = useState(
    () => coordinateSystems.find((candidate) => candidate === readPreference(PREFERENCE_KEY)) ?? "wgs84",
  );
  const [isGoToOpen, setGoToOpen] = useState(false);
  const { position, origin } = usePositionUnderPointer(map);
  const text = formatPosition(position, system);
  const { copied, copy } = useCopy(map, text);
  const useNextSystem = () => {
    const next = coordinateSystems[(coordinateSystems.indexOf(system) + 1) % coordinateSystems.length] ?? "wgs84";
    storePreference(PREFERENCE_KEY, next);
    setSystem(next);
  };
  return (
    <section className={styles.coordinates} data-open={open || undefined} aria-label={t("coordinates.title")}>
      {isGoToOpen && <GoTo map={map} system={system} onArea={onArea} onClose={() => setGoToOpen(false)} />}
      <div className={styles.strip}>
        <button type="button" title={t("coordinates.change")} onClick={useNextSystem}>
          {t(`coordinates.system.${system}`)}
        </button>
        <span className={styles.numbers} title={t(`coordinates.order.${system}`)} data-coordinates>
          <small>{t(`coordinates.${origin}`)}</small> {text}
        </span>
        {navigator.clipboard && (
          <IconButton small label={t("coordinates.copy")} onClick={copy}>
            {copied ? <span aria-hidden="true">✓</span> : <CopyIcon />}
          </IconButton>
        )}
        <IconButton small label={t("coordinates.goTo")} aria-expanded={isGoToOpen} onClick={() => setGoToOpen(!isGoToOpen)}>
          <PinIcon />
        </IconButton>
      </div>
      <span className="visually-hidden" aria-live="polite">
        {copied && `${t("coordinates.copied")} ${copied}`}
      </span>
    </section>
  );
}

/** Copies by a button, or by the key C while the pointer or the keyboard is on the map; confirms it for a moment. */
function useCopy(map: MapLibreMap, text: string) {
  const [copied, setCopied] = useState<string | null>(null);
  const latestText = useRef(text);
  latestText.current = text;
  const copy = async () => {
    const copiedText = latestText.current;
    await navigator.clipboard.writeText(copiedText);
    setCopied(copiedText);
  };
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(null), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const latestCopy = useRef(copy);
  latestCopy.current = copy;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if (key.toLowerCase() !== "c" || ctrlKey || metaKey || altKey || !navigator.clipboard) return;
      if (target instanceof Element && target.closest("input, textarea, select, [data-portal]")) return;
      const canvas = map.getCanvas();
      if (canvas.matches(":hover") || document.activeElement === canvas) latestCopy.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [map]);
  return { copied, copy };
}
