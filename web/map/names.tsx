import { Popup } from "@vis.gl/react-maplibre";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Datum } from "../../server/contract/basemaps.ts";
import { formatCount } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { toBasemapDatum } from "./datum.ts";
import styles from "./map.module.css";
import type { SizedSite } from "./overlays.ts";
import type { TileGroup } from "./pointing.ts";
import type { PlacedSite } from "./spread.ts";
import type { OverlappingSites } from "./use-pointer.ts";

interface NameTagsProps {
  datum: Datum;
  sites: readonly PlacedSite[];
  chosenSite: string | null;
  hoveredSite: string | null;
  /** The tile group under the pointer. */
  tileGroup: TileGroup | null;
  overlapping: OverlappingSites | null;
  /** Sites that are sized by a figure, which their tags then show. */
  sizes: readonly SizedSite[] | null;
  onSite: (slug: string) => void;
  onClose: () => void;
}

/** Names on the map itself: of the chosen site, of the one under the pointer, and of all that share a spot that was clicked. */
export function NameTags({
  datum,
  sites,
  chosenSite,
  hoveredSite,
  tileGroup,
  overlapping,
  sizes,
  onSite,
  onClose,
}: NameTagsProps) {
  const namedSites = overlapping ? [] : sites.filter(({ slug }) => slug === chosenSite || slug === hoveredSite);
  return (
    <>
      {namedSites.map((site) => (
        <SiteNameTag site={site} figure={sizes?.find(({ slug }) => slug === site.slug)?.label} datum={datum} key={site.slug} />
      ))}
      {tileGroup && !overlapping && <TileGroupTag tileGroup={tileGroup} />}
      {overlapping && <OverlappingSitesList overlapping={overlapping} sites={sites} onSite={onSite} onClose={onClose} />}
    </>
  );
}

function TileGroupTag({ tileGroup: { count, lon, lat } }: { tileGroup: TileGroup }) {
  const { t } = useTranslation();
  const formattedCount = formatCount(count, useLanguage());
  return <NameTag position={[lon, lat]}>{t("map.tileGroup", { count, number: formattedCount })}</NameTag>;
}

function SiteNameTag({ site, figure, datum }: { site: PlacedSite; figure: string | undefined; datum: Datum }) {
  const language = useLanguage();
  return (
    <NameTag position={toBasemapDatum(datum, site.point)}>
      {nameOf(language, site)}
      {figure && <span className={styles.figure}>{figure}</span>}
    </NameTag>
  );
}

/** A tag at a position on the shown map. */
export function NameTag({
  position: [lon, lat],
  children,
}: {
  position: readonly [lon: number, lat: number];
  children: ReactNode;
}) {
  return (
    <Popup
      longitude={lon}
      latitude={lat}
      offset={16}
      closeButton={false}
      closeOnClick={false}
      focusAfterOpen={false}
      className={styles.name}
      maxWidth="280px"
    >
      {children}
    </Popup>
  );
}

function OverlappingSitesList({
  overlapping,
  sites,
  onSite,
  onClose,
}: Pick<NameTagsProps, "sites" | "onSite" | "onClose"> & { overlapping: OverlappingSites }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sitesHere = overlapping.slugs.flatMap((slug) => sites.find((site) => site.slug === slug) ?? []);
  return (
    <Popup
      longitude={overlapping.lon}
      latitude={overlapping.lat}
      offset={12}
      closeButton={false}
      closeOnClick={false}
      onClose={onClose}
      className={styles.crowd}
      maxWidth="320px"
      key={overlapping.slugs.join()}
    >
      <div className={styles.crowdTitle}>{t("map.here", { count: sitesHere.length })}</div>
      <ul>
        {sitesHere.map((site) => (
          <li key={site.slug}>
            <button
              type="button"
              className={styles.crowdEntry}
              onClick={() => onSite(site.slug)}
              onKeyDown={(event) => event.key === "Escape" && onClose()}
            >
              <KindMark kind={site.kind} hollow={site.hollow} />
              <span>{nameOf(language, site)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Popup>
  );
}
