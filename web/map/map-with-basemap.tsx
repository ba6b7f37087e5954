import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Basemap } from "../../server/contract/basemaps.ts";
import { AtlasMap } from "./atlas-map.tsx";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import { loadBasemap } from "./basemaps/load.ts";
import styles from "./map.module.css";

const embedded: Basemap = { kind: "embedded", datum: "WGS-84" };

/** The map on the chosen basemap; on the embedded one, with a notice, if that one fails to load. */
export function MapWithBasemap(props: AtlasMapProps) {
  const { t } = useTranslation();
  const ready = useBasemapStyle(props);
  if (!ready) return <p className={styles.waiting}>{t("map.loading")}</p>;
  const { basemapStyle, key, failed } = ready;
  const basemap = failed ? { ...embedded } : props.basemap;
  return <AtlasMap key={key} {...props} basemap={basemap} basemapStyle={basemapStyle} basemapFailed={failed} />;
}

interface LoadedBasemap {
  basemapStyle: BasemapStyle | null;
  /** The map library cannot exchange the basemap under other layers reliably; a new key makes a new map. */
  key: string;
  failed: boolean;
}

/** The basemap's style in this theme and language; null while it loads. The embedded one needs no loading. */
function useBasemapStyle({ basemap, theme, language }: AtlasMapProps): LoadedBasemap | null {
  const isEmbedded = basemap.kind === "embedded";
  const key = isEmbedded ? "embedded" : `${basemap.kind}/${theme}/${language}`;
  const [ready, setReady] = useState<LoadedBasemap | null>(isEmbedded ? { basemapStyle: null, key, failed: false } : null);
  useEffect(() => {
    const stop = new AbortController();
    loadBasemap(basemap, theme, language, stop.signal)
      .then((basemapStyle) => stop.signal.aborted || setReady({ basemapStyle, key, failed: false }))
      .catch(() => stop.signal.aborted || setReady({ basemapStyle: null, key, failed: true }));
    return () => stop.abort();
  }, [basemap, theme, language, key]);
  return isEmbedded ? { basemapStyle: null, key, failed: false } : ready?.key === key ? ready : null;
}
