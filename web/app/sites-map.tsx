import { type ComponentProps, lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../server/contract/language.ts";
import type { Address } from "../address/address.ts";
import { isFiltered } from "../address/filter.ts";
import { basemapOf } from "../core/basemap.ts";
import type { Theme } from "../core/kinds.ts";
import { useCatalogue } from "../explore/catalogue.ts";
import { outlinedDistricts, placedDistricts, placedSites, readBox } from "../explore/placed.ts";
import { useResult } from "../explore/result.ts";
import styles from "./sites-map.module.css";

// The map library is larger than all the rest; the page around it is painted before it arrives.
const MapWithBasemap = lazy(async () => ({ default: (await import("../map/map-with-basemap.tsx")).MapWithBasemap }));

/** The sites that meet the filter and the districts, as the API answers and as the map takes them. */
export function useSites(filter: Address["filter"], language: Language) {
  const catalogue = useCatalogue();
  const result = useResult(filter, language);
  const sites = useMemo(() => placedSites(result.data?.sites), [result.data]);
  const districts = useMemo(() => placedDistricts(catalogue.data), [catalogue.data]);
  const outlined = useMemo(() => outlinedDistricts(catalogue.data, filter), [catalogue.data, filter]);
  return { catalogue, result, sites, districts, outlined };
}

type MapProps = ComponentProps<typeof MapWithBasemap>;

interface SitesMapProps
  extends Pick<MapProps, "onBasemap" | "onCamera" | "onSite" | "onNearestTo" | "onDistrict" | "onArea" | "children"> {
  address: Address;
  language: Language;
  theme: Theme;
  sitesData: ReturnType<typeof useSites>;
}

/** The map of what an address shows; empty until the atlas has sent its tile addresses. */
export function SitesMap({ address, language, theme, sitesData, ...rest }: SitesMapProps) {
  const { t } = useTranslation();
  const { catalogue, result, sites, districts, outlined } = sitesData;
  const dataVersion = catalogue.data?.atlas;
  const { filter, site, district, camera, basemap } = address;
  if (!dataVersion) return null;
  return (
    <Suspense fallback={<p className={styles.waiting}>{t("map.loading")}</p>}>
      <MapWithBasemap
        language={language}
        theme={theme}
        basemap={basemapOf(basemap)}
        version={dataVersion.version}
        tilesVersion={dataVersion.tiles}
        filter={filter}
        outlinedDistricts={outlined}
        districts={districts}
        sites={sites}
        bounds={isFiltered(filter) ? readBox(result.data?.sites.bounds) : null}
        chosenSite={site}
        chosenDistrict={district}
        camera={camera}
        {...rest}
      />
    </Suspense>
  );
}
