import { type KeyboardEvent, lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Filter } from "../../server/contract/site-filter.ts";
import { useAddress, visit } from "../address/navigation.ts";
import type { Spot } from "../address/spatial.ts";
import { isPressed } from "../core/keys.ts";
import { useLanguage } from "../core/language.tsx";
import { phone } from "../core/media.ts";
import { useScreenTheme } from "../core/theme.ts";
import { Panel } from "../explore/panel.tsx";
import { mostListed } from "../explore/result.ts";
import { Sheet } from "../explore/sheet.tsx";
import { useConditions } from "../explore/use-conditions.ts";
import { useLegendRoom } from "../explore/use-legend-room.ts";
import { MapBoundary } from "../map/map-boundary.tsx";
import { IconButton } from "../ui/button.tsx";
import { DrawerPlaceholder } from "../ui/drawer.tsx";
import { PrintIcon } from "../ui/icons.tsx";
import { Failure, LoadingLines } from "../ui/states.tsx";
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
import { HeadlinePlace } from "./headline-place.tsx";
import { SitesMap, useSites } from "./sites-map.tsx";

const SiteDrawer = lazy(async () => ({ default: (await import("../sites/site-drawer.tsx")).SiteDrawer }));
// The legend comes with the map; and nobody prints before the first paint.
const Legend = lazy(async () => ({ default: (await import("../map/legend.tsx")).Legend }));
const MapSheet = lazy(async () => ({ default: (await import("./map-sheet.tsx")).MapSheet }));
const PictureMenu = lazy(async () => ({ default: (await import("./picture-menu.tsx")).PictureMenu }));
const AreaCard = lazy(async () => ({ default: (await import("../spatial/area-card.tsx")).AreaCard }));
const SpatialTools = lazy(async () => ({ default: (await import("../spatial/groups-tools.tsx")).SpatialTools }));
const SpatialCards = lazy(async () => ({ default: (await import("../spatial/groups-cards.tsx")).SpatialCards }));
const SpatialLegend = lazy(async () => ({ default: (await import("../spatial/legend-entries.tsx")).SpatialLegend }));
const SiteTable = lazy(async () => ({ default: (await import("../table/site-table.tsx")).SiteTable }));
const Comparison = lazy(async () => ({ default: (await import("../site-comparison/comparison.tsx")).Comparison }));
const Tray = lazy(async () => ({ default: (await import("../site-comparison/tray.tsx")).Tray }));
const DistrictCard = lazy(async () => ({ default: (await import("../districts/district-card.tsx")).DistrictCard }));

/** As many sites fit side by side beside the map; more have it below them. */
const BESIDE_MAP = 3;

/** Explore: the list on the left, the map, and on the right the chosen site or district; a table, if requested, is above the map. */
export function Explore() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  const { filter, site, district, view, groups, coverage, nearestTo, comparedSites } = address;
  const isComparing = view === "compare";
  const theme = useScreenTheme(address.theme);
  const shown = useSites(filter, language);
  const { catalogue, result, sites, districts } = shown;
  const conditions = useConditions(catalogue.data);
  const inWords = conditions.map(({ name, printed = name }) => printed);
  const onPaper = { conditions: inWords, result: result.data?.sites, version: catalogue.data?.atlas?.version };
  const narrow = phone.use();
  const figures = hasFigures(address);
  const before = useLegendRoom(address, figures);
  const hasArea = Boolean(filter.near ?? filter.bbox ?? filter.within) || filter.districts.length > 0;
  const areaCard = hasArea && !site && !district && (
    <Suspense>
      <AreaCard key={String(narrow)} districts={districts} startFolded={narrow} onMap={!narrow} />
    </Suspense>
  );

  const spatialCards = (groups ?? coverage ?? nearestTo) && (
    <Suspense>
      <SpatialCards sites={sites} allListed={(result.data?.sites.totalCount ?? Number.POSITIVE_INFINITY) <= mostListed} />
    </Suspense>
  );

  const figuresCard = figures && <FiguresCard />;

  return (
    <>
      <main
        id="content"
        className={styles.explore}
        data-view={view}
        data-many={comparedSites.length > BESIDE_MAP || undefined}
        data-figures={figures || undefined}
        onKeyDown={closeOnEscape}
        tabIndex={-1}
      >
        <FiguresProvider>
          <h1 className="visually-hidden">{t("place.explore")}</h1>
          <Sheet covered={Boolean(site ?? district)} low={view === "table" ? "head" : hasYearMaps(address) ? "grip" : null}>
            {narrow && areaCard}
            {narrow && figuresCard}
            {narrow && spatialCards}
            <Panel
              catalogue={catalogue.data}
              answer={result}
              headline={<HeadlinePlace />}
              pictures={
                <Suspense
                  fallback={
                    <IconButton framed disabled label={t("print.menu")}>
                      <PrintIcon />
                    </IconButton>
                  }
                >
                  <PictureMenu {...onPaper} />
                </Suspense>
              }
            />
          </Sheet>
          {!site && !district && !isComparing && (
            <Suspense>
              <MapSheet {...onPaper} />
            </Suspense>
          )}
          {view === "table" && (
            <div className={styles.table}>
              {catalogue.data?.atlas && (
                <Suspense fallback={<LoadingLines lines={14} />}>
                  <SiteTable conditions={inWords} />
                </Suspense>
              )}
            </div>
          )}
          {isComparing && (
            <div className={styles.table}>
              <Suspense fallback={<LoadingLines lines={14} />}>
                <Comparison />
              </Suspense>
            </div>
          )}
          <section className={styles.map} aria-label={t("place.explore")} data-beside={Boolean(site ?? district) || undefined}>
            {catalogue.error && <Failure error={catalogue.error} onRetry={catalogue.retry} />}
            <MapBoundary>
              <SitesMap
                address={address}
                language={language}
                theme={theme}
                shown={shown}
                onBasemap={(kind) => visit({ basemap: kind })}
                onCamera={(next) => visit({ camera: next }, "replace")}
                onSite={(slug) => visit({ site: slug, district: null })}
                onDistrict={(code) => visit({ site: null, district: code })}
                // Beside a comparison the map only shows where its sites are.
                {...(!isComparing && {
                  onSpot: (spot: Spot) => visit({ nearestTo: spot }),
                  onArea: (area: Partial<Filter>) => visit({ site: null, district: null, filter: { ...filter, ...area } }),
                })}
              >
                {!(isComparing && narrow) && (
                  <div className={styles.below} data-covers-map={narrow && figures ? "bottom" : undefined}>
                    <Suspense>
                      <Legend startClosed={before} summary={<FiguresScale />}>
                        <Suspense>
                          <SpatialLegend />
                        </Suspense>
                        <FiguresLegend />
                      </Legend>
                    </Suspense>
                    <FiguresTime />
                  </div>
                )}
              </SitesMap>
            </MapBoundary>
            <YearMaps />
            {!isComparing && (
              <Suspense>
                <SpatialTools beside={Boolean(site ?? district)}>
                  {!narrow && areaCard}
                  {!narrow && figuresCard}
                  {!narrow && spatialCards}
                </SpatialTools>
              </Suspense>
            )}
          </section>
          <Suspense fallback={<DrawerPlaceholder />}>
            {site && <SiteDrawer slug={site} />}
            {!site && district && <DistrictCard code={district} />}
          </Suspense>
        </FiguresProvider>
      </main>
      {comparedSites.length > 0 && !isComparing && (
        <Suspense>
          <Tray />
        </Suspense>
      )}
    </>
  );
}

/** Escape closes the chosen site or district; inside a menu it only closes the menu. */
function closeOnEscape(event: KeyboardEvent) {
  const inMenu = event.target instanceof Element && event.target.closest("[data-portal], [aria-expanded=true][aria-haspopup]");
  if (isPressed("Escape", event) && !inMenu) visit({ site: null, district: null });
}
