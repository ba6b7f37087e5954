import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { formatMoment } from "../address/as-of.ts";
import { useAddress } from "../address/navigation.ts";
import { withBrackets } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { today } from "../core/today.ts";
import { numberSources, type SourceRecord } from "../provenance/figure.ts";
import { useFirstPublicationAfter } from "../ui/before-first.tsx";
import { noTargetFilter, shownCount, stateCounts, targetStates } from "./choose.ts";
import { summaryOf } from "./missing.ts";
import { releaseDays } from "./missing-text.ts";
import type { PlanAnswer, Release, Target, TargetState } from "./plan-query.ts";
import styles from "./report.module.css";
import { StateReasons } from "./report-reasons.tsx";
import { ReportTable } from "./report-table.tsx";
import { StateMark } from "./state-mark.tsx";
import { countedApartText } from "./target-words.ts";

const needAttention: readonly TargetState[] = ["OFF_TRACK", "UNDECIDED", "NO_DATA"];

/** The printed page: all targets on one sheet; on the other those that need attention, with reasons and sources. The strip above says where a day is before the first data. */
export function Report({ answer: { atlas, plan, planTargets: targets } }: { answer: PlanAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sourcesBySlug = numberSources(targets.map(({ progress }) => progress.latest?.sources ?? []));
  const footnoteNumberOf = (source: SourceRecord) => sourcesBySlug.get(source.slug)?.number;
  const footOf = (page: number) => <PageFoot page={page} version={atlas?.version} />;
  return (
    <article className={styles.report} data-paper="sheets">
      <section>
        <header>
          <h1>{t("planPage.title", { horizon: plan.horizon })}</h1>
          <Source plan={plan} />
        </header>
        <p>
          <b>{summaryOf(targets, t, language)}</b>
        </p>
        <StateCounts targets={targets} />
        <ReportTable themes={plan.themes} targets={targets} footnoteNumberOf={footnoteNumberOf} />
        {footOf(1)}
      </section>
      <section>
        <h2>{t("report.attention")}</h2>
        {needAttention.map((state) => (
          <StateReasons
            key={state}
            state={state}
            targets={targets.filter(({ progress }) => progress.state === state)}
            releases={plan.releases}
          />
        ))}
        <PastReleases releases={plan.releases} />
        <h2>{t("site.sources")}</h2>
        <ol className={styles.columns}>
          {[...sourcesBySlug.values()].map(({ number, source }) => (
            <SourceLine key={source.slug} number={number} source={source} />
          ))}
        </ol>
        <h2>{t("targetCard.rule")}</h2>
        <ul className={styles.columns}>
          {plan.rules.map((rule) => (
            <li key={rule.titleEn}>
              <b>{textIn(language, rule, "title")}</b> {textIn(language, rule, "text")}
            </li>
          ))}
        </ul>
        {footOf(2)}
      </section>
    </article>
  );
}

function Source({ plan }: { plan: PlanAnswer["plan"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!plan.source) return null;
  const [title, publisher] = [textIn(language, plan.source, "title"), textIn(language, plan.source, "publisher")];
  return <p>{t("planPage.source", { title, publisher })}</p>;
}

/** As on the page: what was there before the plan began is no success of the plan, and said apart. */
function StateCounts({ targets }: { targets: readonly Target[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = stateCounts(targets, noTargetFilter);
  return (
    <ul className={styles.counts} data-counts>
      {targetStates.map((state) => {
        const { apart } = counts[state];
        return (
          <li key={state}>
            <StateMark state={state} size={14} />
            <b>{shownCount(state, counts[state])}</b> {t(`targetState.${state}`)}{" "}
            {apart > 0 && withBrackets("", countedApartText(state, apart, t, language), language)}
            {apart > 0 && state === "MET" && <StateMark state="MET" metBeforePlan size={10} />}
            {apart > 0 && state !== "MET" && state !== "NO_DATA" && " *"}
          </li>
        );
      })}
    </ul>
  );
}

/** What should have been published by now, each with its usual days, and what was, but without the figures. */
function PastReleases({ releases }: { releases: readonly Release[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBeforeFirst = useFirstPublicationAfter() !== null;
  // Before the first data nothing had been added at all.
  if (isBeforeFirst) return null;
  const separator = language === "zh" ? "；" : "; ";
  const overdue = releases
    .filter(({ isOverdue }) => isOverdue)
    .map((release) => withBrackets(nameOf(language, release), releaseDays(release, language), language));
  const lackingFigures = releases
    .filter(({ lacksFigures }) => lacksFigures)
    .map((release) =>
      withBrackets(nameOf(language, release), t("planPage.ofPeriod", { period: textIn(language, release, "period") }), language),
    );
  return (
    <>
      {overdue.length > 0 && (
        <p data-overdue>
          <b>{t("planPage.overdueReleases")}</b> {overdue.join(separator)}
        </p>
      )}
      {lackingFigures.length > 0 && (
        <p data-lacking>
          <b>{t("planPage.releasesLackingFigures")}</b> {lackingFigures.join(separator)}
        </p>
      )}
    </>
  );
}

function SourceLine({ number, source }: { number: number; source: SourceRecord }) {
  const language = useLanguage();
  const parts = [
    textIn(language, source, "publisher"),
    textIn(language, source, "title"),
    source.publishedOn && namedPeriodText(source.publishedOn, language),
  ];
  return (
    <li>
      {number} {parts.filter(Boolean).join(language === "zh" ? "，" : ", ")}
    </li>
  );
}

function PageFoot({ page, version }: { page: number; version: number | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  const day = today();
  return (
    <footer>
      <span>{t("name")}</span>
      <span>{t("report.foot", { version, date: namedPeriodText(day, language) })}</span>
      <span>{t("report.asOf", { moment: formatMoment(asOf ?? day, language) })}</span>
      <span>{t("report.page", { page })}</span>
    </footer>
  );
}
