import { useTranslation } from "react-i18next";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import type { FootnoteNumberOf } from "../provenance/footnotes.tsx";
import { History } from "./history.tsx";
import { StateMark } from "./state-mark.tsx";
import styles from "./target.module.css";
import type { TargetIndicator } from "./target-query.ts";
import { withPeriod } from "./target-words.ts";

/** The indicators that decide the state, then other counts and related ones, each with its figures. */
export function Indicators({
  indicators,
  footnoteNumberOf,
}: {
  indicators: readonly TargetIndicator[];
  footnoteNumberOf: FootnoteNumberOf;
}) {
  const language = useLanguage();
  return (
    <ul className={styles.indicators}>
      {indicators.map((entry) => (
        <li key={`${entry.indicator.slug} ${nameOf(language, entry.subject)}`}>
          <IndicatorEntry entry={entry} footnoteNumberOf={footnoteNumberOf} />
        </li>
      ))}
    </ul>
  );
}

function IndicatorEntry({ entry, footnoteNumberOf }: { entry: TargetIndicator; footnoteNumberOf: FootnoteNumberOf }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { role, indicator, subject, progress, figures } = entry;
  const state = progress?.state;
  const latest = figures.at(-1);
  return (
    <>
      <p className={styles.role}>{t(`measureRole.${role}`)}</p>
      <h4>
        {nameOf(language, indicator)} <small>{nameOf(language, subject)}</small>
      </h4>
      <p className={styles.note}>{textIn(language, indicator, "definition")}</p>
      <p className={styles.note}>{textIn(language, entry, "note")}</p>
      {role === "OTHER_COUNT" && state && (
        <p className={styles.byThis}>
          {t("targetCard.byThis")} <StateMark state={state} size={14} /> {t(`targetState.${state}`)}
        </p>
      )}
      {/* The deciding indicators are in the table beneath the chart. */}
      {role !== "MEASURES" && latest && (
        <details className={styles.figures}>
          <summary>
            {t("planPage.latest", { figure: withPeriod(latest, language) })}
            {" · "}
            {t("targetCard.figures", { count: figures.length })}
          </summary>
          <History figures={figures} footnoteNumberOf={footnoteNumberOf} />
        </details>
      )}
      {figures.length === 0 && <p className={styles.note}>{t("targetCard.noFigures")}</p>}
    </>
  );
}
