import { useTranslation } from "react-i18next";
import { nameOf, text, useLanguage } from "../core/language.tsx";
import type { NumberOf } from "../provenance/footnotes.tsx";
import type { Target, Theme } from "./plan-query.ts";
import styles from "./report.module.css";
import { StateMark } from "./state-mark.tsx";
import { flipWords, formatGoal, withPeriod } from "./target-words.ts";

interface ReportTableProps {
  themes: readonly Theme[];
  targets: readonly Target[];
  numberOf: NumberOf;
}

/** All targets by theme, a line each; a theme's line has the marks of its targets. */
export function ReportTable({ themes, targets, numberOf }: ReportTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
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
        const own = targets.filter(({ themeSlug }) => themeSlug === theme.slug);
        return (
          <tbody key={theme.slug}>
            <tr>
              <th colSpan={4} scope="rowgroup">
                {text(language, theme, "title")}
              </th>
              <td>
                {own.map(({ slug, progress }) => (
                  <StateMark key={slug} state={progress.state} size={9} />
                ))}
              </td>
            </tr>
            {own.map((target) => (
              <TargetLine key={target.slug} target={target} numberOf={numberOf} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function TargetLine({ target, numberOf }: { target: Target; numberOf: NumberOf }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, latest, metAtOutset } = target.progress;
  const goal = formatGoal(target, language);
  const flips = flipWords(target.progress, t, language);
  return (
    <tr>
      <td>{target.taskNumber}</td>
      <th scope="row">{nameOf(language, target)}</th>
      <td>{target.hedged ? `${t("planPage.hedged")} ${goal}` : goal}</td>
      <td>
        {latest && withPeriod(latest, language)}
        {latest && <sup>{latest.sources.map(numberOf).join(", ")}</sup>}
      </td>
      <td>
        <StateMark state={state} size={9} /> {t(`targetState.${state}`)}
        {metAtOutset && <small> · {t("planPage.metAtOutset")}</small>}
        {flips && <small> · {t("report.flips")}</small>}
      </td>
    </tr>
  );
}
