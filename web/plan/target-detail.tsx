import { useTranslation } from "react-i18next";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { numberSources, type SourceRecord } from "../provenance/figure.ts";
import { SourceList } from "../provenance/source-list.tsx";
import { BeforeFirst, useFirstPublicationAfter } from "../ui/before-first.tsx";
import { FactList, Section } from "../ui/details.tsx";
import { History } from "./history.tsx";
import { Indicators } from "./indicators.tsx";
import { RelatedSites } from "./related-sites.tsx";
import { StateMark } from "./state-mark.tsx";
import styles from "./target.module.css";
import { TargetChart } from "./target-chart.tsx";
import type { BoundText, TargetDetails } from "./target-query.ts";
import { Goal } from "./target-row.tsx";
import { stateText, withPeriod } from "./target-words.ts";

/** The details of a target: state and reason, chart, indicators, related sites, sources. */
export function TargetDetail({ target }: { target: TargetDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { progress, indicators, horizon } = target;
  const { state, metBeforePlan } = progress;
  const figures = [...progress.history, ...indicators.flatMap((indicator) => [...indicator.figures].reverse())];
  const sourcesBySlug = numberSources(figures.map(({ sources }) => sources));
  const footnoteNumberOf = (source: SourceRecord) => sourcesBySlug.get(source.slug)?.number;
  const textOf = (bound: BoundText | null) => bound && textIn(language, bound, "text");
  const firstPublication = useFirstPublicationAfter();
  const missing = textIn(language, progress, "missing");
  return (
    <article>
      <header className={styles.heading}>
        <p>{target.taskNumber !== null && t("planPage.task", { number: target.taskNumber })}</p>
        <h2>{nameOf(language, target)}</h2>
        <p className={styles.state} data-state={state}>
          <StateMark state={state} metBeforePlan={metBeforePlan} size={22} />
          <strong>{stateText(progress, t)}</strong>
          {metBeforePlan && state !== "MET" && <span>{t("planPage.metBeforePlan")}</span>}
        </p>
        <p className={styles.goal}>
          <Goal target={target} />
        </p>
      </header>
      <div className={styles.facts}>
        <FactList
          facts={[
            [t("report.latest"), progress.latest && withPeriod(progress.latest, language)],
            [t("targetCard.remaining"), state !== "MET" && textOf(progress.gap)],
            [t("targetCard.baseline"), progress.baseline && withPeriod(progress.baseline, language)],
            [t("targetCard.pace"), textOf(progress.paceSoFar)],
            [t("targetCard.needed"), textOf(progress.neededPace)],
            [t("targetCard.projected", { year: horizon }), target.basis !== "AVG_ANNUAL_GROWTH" && textOf(progress.projected)],
            [t("targetCard.shortfall"), textOf(progress.projectedShortfall)],
          ]}
        />
      </div>
      {firstPublication && <BeforeFirst day={firstPublication} />}
      {missing && !firstPublication && (
        <Section title={t("targetCard.gapTitle")}>
          <p>{missing}</p>
        </Section>
      )}
      {progress.history.length > 0 && (
        <Section title={t("targetCard.chart")}>
          <TargetChart target={target} />
          <History figures={progress.history} footnoteNumberOf={footnoteNumberOf} />
        </Section>
      )}
      <Rule target={target} />
      {indicators.length > 0 && (
        <Section title={t("targetCard.counts")}>
          <Indicators indicators={indicators} footnoteNumberOf={footnoteNumberOf} />
        </Section>
      )}
      <Section title={t("targetCard.relatedSites")}>
        <RelatedSites target={target} />
      </Section>
      {sourcesBySlug.size > 0 && (
        <Section title={t("site.sources")}>
          <SourceList sources={sourcesBySlug.values()} topic={nameOf(language, target)} />
        </Section>
      )}
    </article>
  );
}

/** The rule with its numbers, notes, and its result for other baselines. */
function Rule({ target }: { target: TargetDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { horizon, progress } = target;
  const others = progress.otherBaselines.filter(({ projected }) => projected);
  return (
    <Section title={t("targetCard.rule")}>
      <p>{textIn(language, progress, "rule")}</p>
      <p className={styles.note}>{textIn(language, target, "note")}</p>
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{t("targetCard.otherBaselines")}</summary>
          <ul>
            {others.map(({ year, state, projected }) => (
              <li key={year}>
                <StateMark state={state} size={14} />
                <span>
                  {t("targetCard.otherBaseline", { year, horizon, projected: projected && textIn(language, projected, "text") })}{" "}
                  · {t(`targetState.${state}`)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
