import { useTranslation } from "react-i18next";
import { nameOf, useLanguage } from "../core/language.tsx";
import styles from "./comparison.module.css";
import type { ComparedSite } from "./comparison-query.ts";
import { distanceBetween } from "./distances.ts";
import { Distance } from "./gateway-cell.tsx";

/** How far each site is from each other one; a site without a published location says so. */
export function Distances({ sites }: { sites: readonly ComparedSite[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={styles.distances} aria-labelledby="comparison-distances">
      <h3 id="comparison-distances">{t("siteComparison.matrix")}</h3>
      <div className={styles.matrix}>
        <table>
          <thead>
            <tr>
              <td />
              {sites.map((site, index) => (
                <th key={site.slug} scope="col" aria-label={nameOf(language, site)}>
                  <span className={styles.number}>{index + 1}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sites.map((from, index) => (
              <tr key={from.slug}>
                <th scope="row">
                  <span className={styles.number}>{index + 1}</span> {nameOf(language, from)}
                </th>
                {from.location ? (
                  sites.map((to) => <DistanceCell key={to.slug} from={from} to={to} />)
                ) : (
                  <td colSpan={sites.length} className={styles.quiet}>
                    {t("siteComparison.matrixUnplaced")}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{t("siteComparison.matrixNote")}</p>
    </section>
  );
}

function DistanceCell({ from, to }: { from: ComparedSite; to: ComparedSite }) {
  const { t } = useTranslation();
  if (from === to) return <td className={styles.self} />;
  const km = distanceBetween(from, to);
  return (
    <td>
      {km === null ? (
        <span className={styles.quiet} title={t("siteComparison.unplaced")}>
          —
        </span>
      ) : (
        <Distance km={km} />
      )}
    </td>
  );
}
