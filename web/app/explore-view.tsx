import { type KeyboardEvent, lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Filter } from "../../server/contract/site-filter.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import type { GeoPoint } from "../address/spatial.ts";
import { isPressed } from "../core/key-press.ts";
import { useLanguage } from "../core/language.tsx";
import { narrowQuery, phoneQuery } from "../core/media.ts";
import { useScreenTheme } from "../core/theme.ts";
import { Panel } from "../explore/panel.tsx";
import { MAX_LISTED } from "../explore/result.ts";
import { Sheet } from "../explore/sheet.tsx";
import { useConditions } from "../explore/use-conditions.ts";
import { useLegendRoom } from "../explore/use-legend-room.ts";
import { MapBoundary } from "../map/map-boundary.tsx";
import { IconButton } from "../ui/button.tsx";
import { DrawerPlaceholder } from "../ui/drawer.tsx";
import { PrintIcon } from "../ui/icons.tsx";
import { Failure, LoadingLines } from "../ui/states.tsx";
import { DismissibleHeadline } from "./dismissible-headline.tsx";
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
import { SitesMap, useSites } from "./sites-map.tsx";

const SiteDrawer = lazy(async () => ({ default: (await import("../sites/site-drawer.tsx")).SiteDrawer }));
// The legend comes with the map, and a page is not printed before its first paint.
const Legend = lazy(async () => ({ default: (await import("../map/legend.tsx")).Legend }));
const MapSheet = lazy(async () => ({ default: (await import("./map-sheet.tsx")).MapSheet }));
const PictureMenu = lazy(async () => ({ default: (await import("./picture-menu.tsx")).PictureMenu }));
const AreaCard = lazy(async () => ({ default: (await import("../spatial/area-card.tsx")).AreaCard }));
const SpatialTools = lazy(async () => ({ default: (await import("../spatial/groups-tools.tsx")).SpatialTools }));
const SpatialCards = lazy(async () => ({ default: (await import("../spatial/groups-cards.tsx")).SpatialCards }));
const SpatialLegend = lazy(async () => ({ default: (await import("../spatial/legend-entries.tsx")).SpatialLegend }));
const Neighbours = lazy(async () => ({ default: (await import("../spatial/neighbours.tsx")).Neighbours }));
const SiteTable = lazy(async () => ({ default: (await import("../table/site-table.tsx")).SiteTable }));
const Comparison = lazy(async () => ({ default: (await import("../site-comparison/comparison.tsx")).Comparison }));
const Tray = lazy(async () => ({ default: (await import("../site-comparison/tray.tsx")).PickTray }));
const DistrictCard = lazy(async () => ({ default: (await import("../districts/district-card.tsx")).DistrictCard }));

/** As many sites fit side by side beside the map; more have it below them. */
const MAX_COMPARED_BESIDE_MAP = 3;

/**
 * Explore: the list on the left, the map, and on the right the chosen site or district; a table, if requested, is above the map.
 */
export function Explore() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  const { filter, site, district, view, groups, coverage, nearestTo, comparedSites } = address;
  const isComparing = view === "compare";
  const theme = useScreenTheme(address.theme);
  const exploreData = useSites(filter, language);
  const { catalogue, result, sites, districts } = exploreData;
  const conditions = useConditions(catalogue.data);
  const conditionTexts = conditions.map(({ name, printedName = name }) => printedName);
  const paperProps = {
    ...{ conditions: conditionTexts, result: result.data?.sites, version: catalogue.data?.atlas?.version },
    chosen: site ? sites.find(({ slug }) => slug === site) : districts.find(({ code }) => code === district),
  };
  const isPhone = phoneQuery.use();
  const isNarrow = narrowQuery.use();
  const hasDrawer = Boolean(site ?? district);
  const hasDrawerBeside = hasDrawer && !isNarrow;
  const hasMapFigures = hasFigures(address);
  const legendFoldedFor = useLegendRoom(address, hasMapFigures);
  const hasArea = Boolean(filter.near ?? filter.bbox ?? filter.within) || filter.districts.length > 0;
  const areaCard = hasArea && !hasDrawer && (
    <Suspense>
      <AreaCard key={String(isPhone)} districts={districts} startFolded={isPhone} onMap={!isPhone} />
    </Suspense>
  );

  const spatialCards = (groups ?? coverage ?? nearestTo) && (
    <Suspense>
      <SpatialCards sites={sites} areAllListed={(result.data?.sites.totalCount ?? Number.POSITIVE_INFINITY) <= MAX_LISTED} />
    </Suspense>
  );

  const figuresCard = hasMapFigures && <FiguresCard />;

  return (
    <>
      <main
        id="content"
        className={styles.explore}
        data-view={view}
        data-many={comparedSites.length > MAX_COMPARED_BESIDE_MAP || undefined}
        data-figures={hasMapFigures || undefined}
        onKeyDown={closeOnEscape}
        tabIndex={-1}
      >
        <FiguresProvider>
          <h1 className="visually-hidden">{t("pageName.explore")}</h1>
          <Sheet isCovered={hasDrawer} collapsedTo={view === "table" ? "head" : hasYearMaps(address) ? "grip" : null}>
            {isPhone && areaCard}
            {isPhone && figuresCard}
            {isPhone && spatialCards}
            <Panel
              catalogue={catalogue.data}
              answer={result}
              headline={<DismissibleHeadline />}
              pictureMenu={
                <Suspense
                  fallback={
                    <IconButton framed disabled label={t("print.menu")}>
                      <PrintIcon />
                    </IconButton>
                  }
                >
                  <PictureMenu {...paperProps} />
                </Suspense>
              }
            />
          </Sheet>
          {!hasDrawer && !isComparing && (
            <Suspense>
              <MapSheet {...paperProps} />
            </Suspense>
          )}
          {view === "table" && (
            <div className={styles.table}>
              {catalogue.data?.atlas && (
                <Suspense fallback={<LoadingLines lines={14} />}>
                  <SiteTable conditions={conditionTexts} result={result.data?.sites} />
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
          <section className={styles.map} aria-label={t("pageName.explore")} data-beside={hasDrawerBeside || undefined}>
            {catalogue.error && <Failure error={catalogue.error} onRetry={catalogue.retry} />}
            <MapBoundary>
              <SitesMap
                address={address}
                language={language}
                theme={theme}
                sitesData={exploreData}
                onBasemap={(kind) => navigate({ basemap: kind })}
                onCamera={(next) => navigate({ camera: next }, "replace")}
                onSite={(slug) => navigate({ site: slug, district: null })}
                onDistrict={(code) => navigate({ site: null, district: code })}
                // Beside a comparison the map only shows where its sites are.
                {...(!isComparing && {
                  onNearestTo: (point: GeoPoint) => navigate({ nearestTo: point }),
                  onArea: (area: Partial<Filter>) => navigate({ site: null, district: null, filter: { ...filter, ...area } }),
                })}
              >
                {!(isComparing && isPhone) && (
                  <div className={styles.below} data-covers-map={isPhone && hasMapFigures ? "bottom" : undefined}>
                    <Suspense>
                      <Legend foldedFor={legendFoldedFor} summary={<FiguresScale />}>
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
            {filter.nearKind && (
              <Suspense>
                <Neighbours />
              </Suspense>
            )}
            {!isComparing && (
              <Suspense>
                <SpatialTools isBesideDrawer={hasDrawerBeside}>
                  {!isPhone && areaCard}
                  {!isPhone && figuresCard}
                  {!isPhone && spatialCards}
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
  const isInMenu = event.target instanceof Element && event.target.closest("[data-portal], [aria-expanded=true][aria-haspopup]");
  if (isPressed("Escape", event) && !isInMenu) navigate({ site: null, district: null });
}
