import { type KeyboardEvent, lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { DrawerPlace } from "./core/drawer.tsx";
import { type Box, isFiltered } from "./core/filter.ts";
import { useLanguage } from "./core/language.tsx";
import { useAddress, visit } from "./core/navigation.ts";
import { Failure } from "./core/states.tsx";
import { useTheme } from "./core/theme.ts";
import { useCatalogue } from "./explore/catalogue.ts";
import { Panel } from "./explore/panel.tsx";
import { placedDistricts, placedSites } from "./explore/placed.ts";
import { useResult } from "./explore/result.ts";
import { Sheet } from "./explore/sheet.tsx";
import styles from "./explore-view.module.css";
import { Legend } from "./map/legend.tsx";
import { MapBoundary } from "./map/map-boundary.tsx";

// The map library is larger than all the rest; panel and list are painted before it arrives.
const AtlasMap = lazy(async () => ({ default: (await import("./map/atlas-map.tsx")).AtlasMap }));
const SiteDrawer = lazy(async () => ({ default: (await import("./sites/site-drawer.tsx")).SiteDrawer }));
const DistrictCard = lazy(async () => ({ default: (await import("./districts/district-card.tsx")).DistrictCard }));

const phone = window.matchMedia("(max-width: 767px)");

/** Explore: the list on the left, the map, and on the right what has been chosen. */
export function Explore() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter, site, district, theme: chosenTheme, camera } = useAddress();
  const theme = useTheme(chosenTheme);
  const { catalogue, error: catalogueError, retry: retryCatalogue } = useCatalogue();
  const { result, error, retry } = useResult(filter, language);
  const sites = useMemo(() => placedSites(result), [result]);
  const districts = useMemo(() => placedDistricts(catalogue), [catalogue]);
  const atlas = catalogue?.atlas;

  return (
    <main id="content" className={styles.explore} onKeyDown={closeOnEscape} tabIndex={-1}>
      <h1 className="unseen">{t("place.explore")}</h1>
      <Sheet covered={Boolean(site ?? district)}>
        <Panel catalogue={catalogue} result={result} error={error} onRetry={retry} />
      </Sheet>
      <section className={styles.map} aria-label={t("place.explore")}>
        {catalogueError && <Failure error={catalogueError} onRetry={retryCatalogue} />}
        {atlas && (
          <MapBoundary>
            <Suspense fallback={<p className={styles.waiting}>{t("map.loading")}</p>}>
              <AtlasMap
                language={language}
                theme={theme}
                version={atlas.version}
                tiles={atlas.tiles}
                filter={filter}
                districts={districts}
                sites={sites}
                bounds={isFiltered(filter) ? readBox(result?.bounds) : null}
                chosenSite={site}
                chosenDistrict={district}
                camera={camera}
                onCamera={(next) => visit({ camera: next }, "replace")}
                onSite={(slug) => visit({ site: slug, district: null })}
                onDistrict={(code) => visit({ site: null, district: code })}
              >
                <Legend startClosed={phone.matches} />
              </AtlasMap>
            </Suspense>
          </MapBoundary>
        )}
      </section>
      <Suspense fallback={<DrawerPlace />}>
        {site && <SiteDrawer slug={site} />}
        {!site && district && <DistrictCard code={district} />}
      </Suspense>
    </main>
  );
}

function readBox(bounds: readonly number[] | null | undefined): Box | null {
  const [west, south, east, north] = bounds ?? [];
  return west === undefined || south === undefined || east === undefined || north === undefined
    ? null
    : [west, south, east, north];
}

/** Escape closes what was chosen; inside a menu it has closed the menu, and no more. */
function closeOnEscape(event: KeyboardEvent) {
  const inMenu = event.target instanceof Element && event.target.closest("[data-portal], [aria-expanded=true][aria-haspopup]");
  if (event.key === "Escape" && !inMenu) visit({ site: null, district: null });
}
