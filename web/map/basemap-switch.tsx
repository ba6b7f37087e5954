import { useTranslation } from "react-i18next";
import { type BasemapKind, basemaps } from "../../server/contract/basemaps.ts";
import { availableBasemaps } from "../core/basemap.ts";
import { useLanguage } from "../core/language.tsx";
import { LayersIcon } from "../ui/icons.tsx";
import styles from "./map.module.css";

/** Chooses among the configured basemaps; left out where there is only one. A native list under an icon: small and familiar. */
export function BasemapSwitch({ current, onBasemap }: { current: BasemapKind; onBasemap: (kind: BasemapKind) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (availableBasemaps.length < 2) return null;
  return (
    <div className={styles.basemaps}>
      <LayersIcon />
      <select
        aria-label={t("basemap.choose")}
        title={t("basemap.choose")}
        value={current}
        onChange={(event) => onBasemap(event.currentTarget.value as BasemapKind)}
      >
        {availableBasemaps.map(({ kind }) => (
          <option key={kind} value={kind}>
            {basemaps[kind][language]}
          </option>
        ))}
      </select>
    </div>
  );
}
