import { type KeyboardEvent, lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isFiltered } from "../address/filter-write.ts";
import { useAddress, visit } from "../address/navigation.ts";
import { basemapOf } from "../core/basemap.ts";
import { useLanguage } from "../core/language.tsx";
import { phone } from "../core/media.ts";
import { useTheme } from "../core/theme.ts";
import { useCatalogue } from "../explore/catalogue.ts";
import { Panel } from "../explore/panel.tsx";
import { placedDistricts, placedSites, readBox } from "../explore/placed.ts";
import { mostListed, useResult } from "../explore/result.ts";
import { Sheet } from "../explore/sheet.tsx";
import { useConditions } from "../explore/use-conditions.ts";
import { useRoom } from "../explore/use-room.ts";
import { Legend } from "../map/legend.tsx";
import { MapBoundary } from "../map/map-boundary.tsx";
import { DrawerPlace } from "../ui/drawer.tsx";
import { Failure, Waiting } from "../ui/states.tsx";
import {
  FiguresCard,
  FiguresLegend,
  FiguresProvider,
  FiguresScale,
  FiguresTime,
  hasFigures,
  hasYearMaps,
  YearMaps,
} from "./explore-figures.tsx";
import styles from "./explore-view.module.css";

// The map library is larger than all the rest; panel and list are painted before it arrives.
const AtlasMap = lazy(async () => ({ default: (await import("../map/grounded-map.tsx")).GroundedMap }));
const SiteDrawer = lazy(async () => ({ default: (await import("../sites/site-drawer.tsx")).SiteDrawer }));
const AreaCard = lazy(async () => ({ default: (await import("../spatial/area-card.tsx")).AreaCard }));
const SpatialTools = lazy(async () => ({ default: (await import("../spatial/groups-tools.tsx")).SpatialTools }));
const SpatialCards = lazy(async () => ({ default: (await import("../spatial/groups-cards.tsx")).SpatialCards }));
const SpatialLegend = lazy(async () => ({ default: (await import("../spatial/legend-entries.tsx")).SpatialLegend }));
const SiteTable = lazy(async () => ({ default: (await import("../table/site-table.tsx")).SiteTable }));
const DistrictCard = lazy(async () => ({ default: (await import("../districts/district-card.tsx")).DistrictCard }));

/** Explore: the list on the left, the map, and on the right what has been chosen; where a table is asked for, it stands above the map. */
export function Explore() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  const { filter, site, district, camera, view, groups, cover, from } = address;
  const theme = useTheme(address.theme);
  const { catalogue, error: catalogueError, retry: retryCatalogue } = useCatalogue();
  const { result, error, fetching, retry } = useResult(filter, language);
  const sites = useMemo(() => placedSites(result), [result]);
  const districts = useMemo(() => placedDistricts(catalogue), [catalogue]);
  const atlas = catalogue?.atlas;
  const conditions = useConditions(catalogue);
  const narrow = phone.use();
  const figures = hasFigures(address);
  const before = useRoom(address, figures);
  const hasArea = Boolean(filter.near ?? filter.bbox ?? filter.within) || filter.districts.length > 0;
  const areaCard = hasArea && !site && !district && (
    <Suspense>
      <AreaCard key={String(narrow)} districts={districts} startFolded={narrow} onMap={!narrow} />
    </Suspense>
  );

  const spatialCards = (groups ?? cover ?? from) && (
    <Suspense>
      <SpatialCards sites={sites} allListed={result ? result.totalCount <= mostListed : false} />
    </Suspense>
  );

  const figuresCard = figures && <FiguresCard />;

  return (
    <main
      id="content"
      className={styles.explore}
      data-view={view}
      data-figures={figures || undefined}
      onKeyDown={closeOnEscape}
      tabIndex={-1}
    >
      <FiguresProvider>
        <h1 className="unseen">{t("place.explore")}</h1>
        <Sheet covered={Boolean(site ?? district)} low={view === "table" ? "head" : hasYearMaps(address) ? "grip" : null}>
          {narrow && areaCard}
          {narrow && figuresCard}
          {narrow && spatialCards}
          <Panel catalogue={catalogue} result={result} fetching={fetching} error={error} onRetry={retry} />
        </Sheet>
        {view === "table" && (
          <div className={styles.table}>
            {atlas && (
              <Suspense fallback={<Waiting lines={14} />}>
                <SiteTable conditions={conditions.map(({ name, printed = name }) => printed)} />
              </Suspense>
            )}
          </div>
        )}
        <section className={styles.map} aria-label={t("place.explore")} data-beside={Boolean(site ?? district) || undefined}>
          {catalogueError && <Failure error={catalogueError} onRetry={retryCatalogue} />}
          {atlas && (
            <MapBoundary>
              <Suspense fallback={<p className={styles.waiting}>{t("map.loading")}</p>}>
                <AtlasMap
                  language={language}
                  theme={theme}
                  basemap={basemapOf(address.basemap)}
                  onBasemap={(kind) => visit({ basemap: kind })}
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
                  onSpot={(spot) => visit({ from: spot })}
                  onDistrict={(code) => visit({ site: null, district: code })}
                  onArea={(area) => visit({ site: null, district: null, filter: { ...filter, ...area } })}
                >
                  <div className={styles.below} data-covers-map={narrow && figures ? "bottom" : undefined}>
                    <Legend startClosed={before} summary={<FiguresScale />}>
                      <Suspense>
                        <SpatialLegend />
                      </Suspense>
                      <FiguresLegend />
                    </Legend>
                    <FiguresTime />
                  </div>
                </AtlasMap>
              </Suspense>
            </MapBoundary>
          )}
          <YearMaps />
          <Suspense>
            <SpatialTools beside={Boolean(site ?? district)}>
              {!narrow && areaCard}
              {!narrow && figuresCard}
              {!narrow && spatialCards}
            </SpatialTools>
          </Suspense>
        </section>
        <Suspense fallback={<DrawerPlace />}>
          {site && <SiteDrawer slug={site} />}
          {!site && district && <DistrictCard code={district} />}
        </Suspense>
      </FiguresProvider>
    </main>
  );
}

/** Escape closes what was chosen; inside a menu it has closed the menu, and no more. */
function closeOnEscape(event: KeyboardEvent) {
  const inMenu = event.target instanceof Element && event.target.closest("[data-portal], [aria-expanded=true][aria-haspopup]");
  if (event.key === "Escape" && !inMenu) visit({ site: null, district: null });
}
