import { useTranslation } from "react-i18next";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import type { FootnoteNumberOf } from "../provenance/footnotes.tsx";
import type { PlanTheme, Target } from "./plan-query.ts";
import styles from "./report.module.css";
import { StateMark } from "./state-mark.tsx";
import { isAtEarlierPace, oppositeVerdictsText, printedGoal, printedStateText, withPeriod } from "./target-words.ts";

interface ReportTableProps {
  themes: readonly PlanTheme[];
  targets: readonly Target[];
  footnoteNumberOf: FootnoteNumberOf;
}

/** All targets by theme, a line each; a theme's line has the marks of its targets. A note below says what the asterisk means. */
export function ReportTable({ themes, targets, footnoteNumberOf }: ReportTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const atEarlierPace = targets.filter(({ progress }) => isAtEarlierPace(progress)).length;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("report.number")}</th>
            <th scope="col">{t("planPage.targets")}</th>
            <th scope="col">{t("report.goal")}</th>
            <th scope="col">{t("report.latest")}</th>
            <th scope="col">{t("report.state")}</th>
          </tr>
        </thead>
        {themes.map((theme) => {
          const themeTargets = targets.filter(({ themeSlug }) => themeSlug === theme.slug);
          return (
            <tbody key={theme.slug}>
              <tr>
                <th colSpan={4} scope="rowgroup">
                  {textIn(language, theme, "title")}
                </th>
                <td>
                  {themeTargets.map(({ slug, progress: { state, metBeforePlan } }) => (
                    <StateMark key={slug} state={state} metBeforePlan={metBeforePlan} size={9} />
                  ))}
                </td>
              </tr>
              {themeTargets.map((target) => (
                <TargetLine key={target.slug} target={target} footnoteNumberOf={footnoteNumberOf} />
              ))}
            </tbody>
          );
        })}
      </table>
      {atEarlierPace > 0 && <p className={styles.earlierPace}>{t("report.earlierPace", { count: atEarlierPace })}</p>}
    </>
  );
}

function TargetLine({ target, footnoteNumberOf }: { target: Target; footnoteNumberOf: FootnoteNumberOf }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, latest, metBeforePlan } = target.progress;
  const oppositeVerdicts = oppositeVerdictsText(target.progress, t, language);
  return (
    <tr>
      <td>{target.taskNumber}</td>
      <th scope="row">{nameOf(language, target)}</th>
      <td>{printedGoal(target, t, language)}</td>
      <td>
        {latest && withPeriod(latest, language)}
        {latest && <sup>{latest.sources.map(footnoteNumberOf).join(", ")}</sup>}
      </td>
      <td>
        <StateMark state={state} metBeforePlan={metBeforePlan} size={9} /> {printedStateText(target.progress, t)}
        {metBeforePlan && state !== "MET" && <small> · {t("planPage.metBeforePlan")}</small>}
        {oppositeVerdicts && <small> · {t("report.oppositeVerdicts")}</small>}
      </td>
    </tr>
  );
}
