import { useTranslation } from "react-i18next";
import { fixedDigits } from "../../server/contract/quantities.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { type Groups, groupSizes } from "../address/spatial.ts";
import { formatCount, formatDistance } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { type GroupsOverlay, hoverGroup, type SiteGroup, useHoveredGroup } from "../map/overlays.ts";
import type { PlacedSite } from "../map/spread.ts";
import { Answer } from "../ui/answer.tsx";
import { Card } from "../ui/card.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { groupsText } from "./group-words.ts";
import styles from "./groups.module.css";
import { useGroups } from "./groups-query.ts";
import { SizeChoice } from "./sizes.tsx";

/** The longest useful list; the map has all groups. */
const maxRows = 100;

interface GroupsCardProps {
  groups: Groups;
  sites: readonly PlacedSite[];
  /** Whether these are all sites that meet the filter: the nearest of a part may be far away, and must not name a group. */
  areAllListed: boolean;
}

/** The groups on the map as a list: the same numbers, for readers who cannot see or use a pointer. */
export function GroupsCard({ groups, sites, areAllListed }: GroupsCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter } = useAddress();
  const { total, ...answer } = useGroups(filter, groups, sites);
  const groupsOverlay = answer.error ? undefined : answer.data;
  const countedSites = groupsOverlay?.groups.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const { grouping, km } = groups;
  return (
    <Card
      title={t(`spatial.${grouping}`)}
      onClose={() => navigate({ groups: null })}
      summary={groupsOverlay && groupsText(groupsOverlay.grouping, total, countedSites, t, language)}
    >
      <SizeChoice
        label={t(`spatial.size.${grouping}`)}
        sizes={groupSizes[grouping]}
        selectedSize={km}
        labelOf={(size) => formatDistance(size, language)}
        onChoose={(size) => navigate({ groups: { grouping, km: size } })}
      />
      <Answer answer={answer} lines={4}>
        {(shownOverlay) => <GroupList groupsOverlay={shownOverlay} sites={areAllListed ? sites : []} total={total} />}
      </Answer>
    </Card>
  );
}

function GroupList({
  groupsOverlay,
  sites,
  total,
}: {
  groupsOverlay: GroupsOverlay;
  sites: readonly PlacedSite[];
  total: number;
}) {
  const { t } = useTranslation();
  const rows = groupsOverlay.groups.slice(0, maxRows);
  return (
    <>
      {rows.length === 0 && <p className={styles.note}>{t("spatial.none")}</p>}
      <ol className={styles.rows} aria-label={t("spatial.list")}>
        {rows.map((group) => (
          <GroupRow key={group.key} group={group} groupsOverlay={groupsOverlay} nearest={nearestTo(group, sites)} />
        ))}
      </ol>
      {rows.length < total && <p className={styles.note}>{t("spatial.truncated", { shown: rows.length })}</p>}
      {groupsOverlay.withoutPoint > 0 && (
        <p className={styles.note}>{t("spatial.withoutPoint", { count: groupsOverlay.withoutPoint })}</p>
      )}
    </>
  );
}

function GroupRow({
  group,
  groupsOverlay,
  nearest,
}: {
  group: SiteGroup;
  groupsOverlay: GroupsOverlay;
  nearest: PlacedSite | undefined;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hovered = useHoveredGroup() === group.key;
  const [lon = 0, lat = 0] = group.center;
  const name = nearest ? nameOf(language, nearest) : `${fixedDigits(lon, 3)}, ${fixedDigits(lat, 3)}`;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-group={group.key}
        data-hovered={hovered || undefined}
        onClick={() => groupsOverlay.onChoose(group)}
        onPointerEnter={() => hoverGroup(group.key)}
        onPointerLeave={() => hoverGroup(null)}
        onFocus={() => hoverGroup(group.key)}
        onBlur={() => hoverGroup(null)}
      >
        <span className={styles.count} aria-hidden="true">
          {formatCount(group.count, language)}
        </span>
        <span className={styles.name}>
          <span className="visually-hidden">
            {t("spatial.sites", { count: group.count, formatted: formatCount(group.count, language) })}{" "}
          </span>
          {group.count === 1 ? name : t("spatial.around", { name })}
        </span>
        <span className={styles.kinds}>
          {group.kinds.map(({ kind, count }) => (
            <span key={kind} title={`${t(`kind.${kind}`)} ${count}`}>
              <KindMark kind={kind} size={12} hollow={group.count === 1 && group.hollow} />
              {count > 1 && count}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}

/** The site nearest to a group's middle gives it a name; over a city degrees of longitude are 0.86 of those of latitude. */
function nearestTo({ center: [lon = 0, lat = 0] }: SiteGroup, sites: readonly PlacedSite[]): PlacedSite | undefined {
  const squaredDistance = ({ point: [x = 0, y = 0] }: PlacedSite) => ((x - lon) * 0.86) ** 2 + (y - lat) ** 2;
  return sites.reduce<PlacedSite | undefined>(
    (best, site) => (best && squaredDistance(best) <= squaredDistance(site) ? best : site),
    undefined,
  );
}
