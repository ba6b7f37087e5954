import "./words.ts";
import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import type { Language } from "../../server/contract/language.ts";
import { numberRange } from "../../server/contract/quantities.ts";
import { formatCount } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { scaledDigits } from "../core/scale.ts";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./charts.module.css";
import own from "./clusters.module.css";
import type { Cluster, IndexLabel } from "./clusters-query.ts";

interface TableProps {
  clusters: readonly Cluster[];
  indexes: readonly IndexLabel[];
}

/** Three significant digits; a dash where there is no value. */
export const formatIndex = (value: number | null, language: Language): string =>
  value === null ? "—" : scaledDigits(Number(value.toPrecision(3)), { size: 1, word: "" }, language, true);

/** From which to which an index is; two digits, since both ends depend on few sites. */
function indexRange(low: number | null, high: number | null, language: Language): string {
  if (low === high) return formatIndex(low, language);
  const end = (index: number | null) => formatIndex(index && Number(index.toPrecision(2)), language);
  return range(end(low), end(high), language);
}

/** A number, or from which to which: sites without a recorded district leave it open. */
const range = (low: string, high: string, language: Language): string => (low === high ? low : numberRange(low, high, language));

/** The clusters, the largest first. */
export function ClusterTable({ clusters, indexes }: TableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOfIndex = (name: string) => {
    const index = indexes.find((each) => each.index === name);
    return index ? textIn(language, index, "name") : name;
  };
  const sorted = [...clusters].sort((one, other) => other.count - one.count || other.countMax - one.countMax);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={`${styles.scroll} scrolls-sideways`} aria-label={t("districtWords.clusters.title")} tabIndex={0}>
      <table className={`${styles.picked} ${own.clusters}`}>
        <thead>
          <tr>
            <th scope="col">{t("districtsPage.sets.DISTRICT")}</th>
            <th scope="col" className={own.number}>
              {t("list.title")}
            </th>
            <th scope="col" className={own.number}>
              {t("districtWords.clusters.gap")}
            </th>
            <th scope="col" className={own.number}>
              {nameOfIndex("DENSITY")}
              <small>{t("districtWords.clusters.perKm2")}</small>
            </th>
            {siteKinds.map((kind) => (
              <th key={kind} scope="col" className={own.number}>
                <KindMark kind={kind} /> {t(`kind.${kind}`)}
              </th>
            ))}
            <th scope="col">{t("filter.themes")}</th>
            <th scope="col">{t("districtWords.clusters.sectors")}</th>
            <th scope="col" className={own.number}>
              {nameOfIndex("NEAREST_NEIGHBOUR")}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((cluster) => (
            <ClusterRow key={cluster.key} cluster={cluster} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ClusterRow({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nearestNeighbour } = cluster;
  // Names of sectors have commas of their own.
  const separator = language === "zh" ? "；" : "; ";
  const countRange = (low: number, high: number) => range(formatCount(low, language), formatCount(high, language), language);
  return (
    <tr>
      <th scope="row">{cluster.district && nameOf(language, cluster.district)}</th>
      <td className={own.number}>{countRange(cluster.count, cluster.countMax)}</td>
      <td className={own.number}>{cluster.gapToLeaderMax ? countRange(cluster.gapToLeader ?? 0, cluster.gapToLeaderMax) : ""}</td>
      <td className={own.number}>{range(cluster.density.toFixed(2), cluster.densityMax.toFixed(2), language)}</td>
      {siteKinds.map((kind) => {
        const kindShare = cluster.kinds.find((each) => each.kind === kind);
        return (
          <td key={kind} className={own.number}>
            {countRange(kindShare?.count ?? 0, kindShare?.countMax ?? 0)}
            {kindShare?.countMax ? (
              <small>
                {t("districtWords.clusters.quotient", {
                  value: indexRange(kindShare.locationQuotient, kindShare.locationQuotientMax, language),
                })}
              </small>
            ) : null}
          </td>
        );
      })}
      <td className={own.many}>{cluster.themes.map(({ theme, count }) => `${t(`theme.${theme}`)} ${count}`).join(separator)}</td>
      <td className={own.many}>
        {cluster.sectors.map(({ sector, count }) => `${nameOf(language, sector)} ${count}`).join(separator)}
      </td>
      <td
        className={own.number}
        title={nearestNeighbour.notComputable ? t(`indexNotComputable.${nearestNeighbour.notComputable}`) : undefined}
      >
        {formatIndex(nearestNeighbour.index, language)}
        {nearestNeighbour.index !== null && (
          <small>{t("districtWords.clusters.points", { count: nearestNeighbour.points })}</small>
        )}
      </td>
    </tr>
  );
}
