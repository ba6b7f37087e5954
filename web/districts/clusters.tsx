import "./words.ts";
import { useTranslation } from "react-i18next";
import { textIn, useLanguage } from "../core/language.tsx";
import styles from "./charts.module.css";
import { ClusterTable } from "./cluster-table.tsx";
import own from "./clusters.module.css";
import type { ClustersAnswer, IndexLabel } from "./clusters-query.ts";
import { ConcentrationTable } from "./concentration-table.tsx";
import { SiteTotals } from "./totals.tsx";

/** The sites of each district as a cluster: number, mix, density, specialisation, spacing; and how unevenly the districts share them. */
export function Clusters({ answer }: { answer: ClustersAnswer }) {
  const { t } = useTranslation();
  const { clusters, clusterIndexes } = answer;
  return (
    <div className={styles.section}>
      <h2 id="clusters">{t("districtWords.clusters.title")}</h2>
      <p className={styles.note}>{t("districtWords.clusters.lead")}</p>
      <SiteTotals answer={answer} />
      <ClusterTable clusters={clusters.districts} indexes={clusterIndexes} />
      <p className={styles.note}>{t("districtWords.clusters.fewPoints")}</p>
      <h3 className={own.second}>{t("districtWords.clusters.concentration")}</h3>
      <ConcentrationTable concentrations={clusters.concentration} indexes={clusterIndexes} />
      <IndexDefinitions indexes={clusterIndexes} />
    </div>
  );
}

/** The meaning of each index, with its formula. */
function IndexDefinitions({ indexes }: { indexes: readonly IndexLabel[] }) {
  const language = useLanguage();
  return (
    <dl className={own.explained}>
      {indexes.map((index) => (
        <div key={index.index}>
          <dt>{textIn(language, index, "name")}</dt>
          <dd>
            {textIn(language, index, "words")} <code>{index.formula}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
