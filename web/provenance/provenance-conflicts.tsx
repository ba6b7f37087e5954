import { useTranslation } from "react-i18next";
import { formatFigure } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { figureName } from "./figure-name.ts";
import styles from "./provenance.module.css";
import type { ConflictRecord, ProvenanceRecord } from "./provenance-query.ts";
import { SourceEntry } from "./source-list.tsx";

/** Other sources' figures for the same subject and period, which one is used, and by which rule. */
export function ProvenanceConflicts({ figure }: { figure: ProvenanceRecord }) {
  const { t } = useTranslation();
  return (
    <>
      <h4 className={styles.title}>{t("provenance.conflicts")}</h4>
      <p className={styles.quiet}>{figure.isPreferred ? t("provenance.thisUsed") : t("provenance.otherUsed")}</p>
      <ul className={styles.sources}>
        {figure.conflicts.map((conflict) => (
          <Conflict key={conflict.other.id} conflict={conflict} />
        ))}
      </ul>
      <p className={styles.quiet}>{t("provenance.rule")}</p>
    </>
  );
}

function Conflict({ conflict: { other, otherIsPreferred, compatible, decidedBy } }: { conflict: ConflictRecord }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reason = t(`preferenceRule.${decidedBy}`);
  return (
    <li>
      <b>{formatFigure(other, language)}</b>{" "}
      <span className={styles.quiet}>
        {[
          t("site.published", { text: other.published }),
          t(`figureStatus.${other.status}`),
          t(`confidence.${other.confidence}`),
        ].join(" · ")}
      </span>
      {other.sources.map((source) => (
        <SourceEntry key={source.slug} source={source} topic={figureName(other, language)} />
      ))}
      <small>
        {otherIsPreferred ? t("provenance.otherPreferred", { reason }) : t("provenance.thisPreferred", { reason })}
        {compatible && ` ${t("provenance.compatible")}`}
      </small>
    </li>
  );
}
