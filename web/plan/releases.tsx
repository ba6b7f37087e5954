import { useTranslation } from "react-i18next";
import { getAddress, linkTo } from "../address/navigation.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { releaseDays } from "./missing-text.ts";
import type { Release, Target } from "./plan-query.ts";
import styles from "./releases.module.css";
import { StateMark } from "./state-mark.tsx";

/** The calendar of releases due, each with its targets. */
export function Releases({ releases, targets }: { releases: readonly Release[]; targets: readonly Target[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (releases.length === 0) return null;
  return (
    <section className={styles.releases}>
      <h2>{t("planPage.releases")}</h2>
      <p>{t("planPage.releasesLead")}</p>
      <ol>
        {releases.map((release) => (
          <li key={release.slug} data-overdue={release.isOverdue || undefined}>
            <p>
              {releaseDays(release, language)}
              {release.isOverdue && <small>{t("planPage.overdue")}</small>}
              {release.lacksFigures && <small>{t("planPage.lacksFigures")}</small>}
            </p>
            <details>
              <summary>
                {nameOf(language, release)}
                <small>
                  {t("planPage.ofPeriod", { period: textIn(language, release, "period") })} ·{" "}
                  {t("planPage.waiting", { count: release.targets.length })}
                </small>
              </summary>
              <ul>
                {targets
                  .filter(({ slug }) => release.targets.includes(slug))
                  .map((target) => (
                    <li key={target.slug}>
                      <StateMark state={target.progress.state} metBeforePlan={target.progress.metBeforePlan} size={14} />
                      <a {...linkTo({ ...getAddress(), target: target.slug })}>{nameOf(language, target)}</a>
                    </li>
                  ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
