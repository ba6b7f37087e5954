import { useTranslation } from "react-i18next";
import type { Language } from "../../server/contract/language.ts";
import { numberRange } from "../../server/contract/quantities.ts";
import { useAddress } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { useTheme } from "../core/theme.ts";
import { classOf, countClasses } from "../map/classes.ts";
import { groupTones } from "../map/group-tones.ts";
import { type GroupsOverlay, useOverlays } from "../map/overlays.ts";
import { coverWords } from "./cover-words.ts";
import styles from "./legend-entries.module.css";
import { useSpatialOnPaper } from "./spatial-on-paper.ts";

/** The legend entries of overlays. */
export function SpatialLegend() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { coverage } = useAddress();
  const { groups, uncoveredArea, distanceLines, nearest } = useOverlays();
  useSpatialOnPaper();
  return (
    <>
      {groups && groups.groups.length > 0 && <GroupClasses groups={groups} />}
      {uncoveredArea && coverage && (
        <li>
          <span className={styles.hatch} aria-hidden="true" />
          {t("spatial.uncovered", coverWords(coverage, language, t(`kind.${coverage.kind}`)))}
        </li>
      )}
      {(distanceLines.length > 0 || nearest) && (
        <li>
          <span className={styles.line} aria-hidden="true" />
          {t("spatial.line")}
        </li>
      )}
    </>
  );
}

/** Classes with their real bounds, and how many groups are in each, of the largest 500 groups. */
function GroupClasses({ groups }: { groups: GroupsOverlay }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme(useAddress().theme);
  const classes = countClasses(groups.groups.map(({ count }) => count));
  const isClusters = groups.grouping === "cluster";
  return (
    <li className={styles.classes}>
      <span>{t(isClusters ? "spatial.perCluster" : "spatial.perHex")}</span>
      <ul>
        {classes.map((each) => {
          const groupsInClass = groups.groups.filter(({ count }) => classOf(classes, count) === each);
          const sum = groupsInClass.reduce((total, { count }) => total + count, 0);
          const isSingleSite = each.to === 1 && isClusters;
          const word = isSingleSite ? "spatial.sites" : isClusters ? "spatial.inClusters" : "spatial.inHexes";
          return (
            <li key={each.from} data-sites={sum}>
              <span
                className={styles.swatch}
                data-round={isClusters || undefined}
                style={{ background: isSingleSite ? "none" : groupTones[theme][each.tone] }}
                aria-hidden="true"
              />
              <span>{isSingleSite ? t("spatial.single") : rangeText(each.from, each.to, language)}</span>
              <span className={styles.sum}>
                {t(word, { count: groupsInClass.length, formatted: formatCount(groupsInClass.length, language) })}
              </span>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

const rangeText = (from: number, to: number, language: Language) =>
  from === to ? formatCount(from, language) : numberRange(formatCount(from, language), formatCount(to, language), language);
