import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { byDataHolder, byRelease } from "./missing.ts";
import styles from "./overview.module.css";
import type { Release, Target } from "./plan-query.ts";

/** The list to send: each data holder with the targets that wait for its figures, and when these are usually released. */
export function MissingFigures({ targets, releases }: { targets: readonly Target[]; releases: readonly Release[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const missing = targets.filter(({ progress }) => progress.state === "NO_DATA");
  if (missing.length === 0) return null;
  const day = (date: string) => namedPeriodText(date, language);
  return (
    <section className={styles.missing} aria-labelledby="missing-figures">
      <h2 id="missing-figures">{t("planPage.missing")}</h2>
      <dl>
        {byDataHolder(missing, language).map(([holder, theirs]) => (
          <div key={holder}>
            <dt>
              {holder} <small>{t("planPage.waitingTargets", { count: theirs.length })}</small>
            </dt>
            <dd>
              {byRelease(theirs, releases).map(([release, its]) => (
                <p key={release?.slug ?? ""}>
                  {its.map((target) => nameOf(language, target)).join(language === "zh" ? "；" : "; ")}{" "}
                  <small>
                    {release
                      ? t("planPage.usually", { from: day(release.usuallyFrom), to: day(release.usuallyTo) })
                      : t("planPage.noRelease")}
                  </small>
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
