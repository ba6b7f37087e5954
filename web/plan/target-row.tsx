import { useTranslation } from "react-i18next";
import { getAddress, linkTo, useAddress } from "../address/navigation.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { withoutTrend } from "./missing-text.ts";
import styles from "./plan.module.css";
import type { Target } from "./plan-query.ts";
import { ProgressGraphic } from "./progress-graphic.tsx";
import { StateMark } from "./state-mark.tsx";
import { formatGoal, oppositeVerdictsText, stateText, withPeriod } from "./target-words.ts";

/** A target in the list: name, goal, progress, and a link to its details. */
export function TargetRow({ target }: { target: Target }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isOpen = useAddress().target === target.slug;
  const { state, latest, metBeforePlan, missing } = target.progress;
  // Where no verdict follows, the figure still tells how far it is.
  const hasOpenVerdict = state === "NO_DATA" || state === "UNDECIDED";
  const oppositeVerdicts = oppositeVerdictsText(target.progress, t, language);
  return (
    <li data-target={target.slug} data-state={state} data-open={isOpen || undefined}>
      <StateMark state={state} metBeforePlan={metBeforePlan} size={20} />
      <div className={styles.targetName}>
        <a {...linkTo({ ...getAddress(), target: target.slug })} aria-current={isOpen || undefined}>
          {nameOf(language, target)}
        </a>
        <small>
          <b>{stateText(target.progress, t)}</b>
          {missing && missing !== "NO_FIGURE" && ` · ${t(`missingKind.${missing}`)}`}
          {metBeforePlan && state !== "MET" && ` · ${t("planPage.metBeforePlan")}`}
          {oppositeVerdicts && ` · ${oppositeVerdicts}`}
          {missing && ` · ${t("planPage.dataHolder", { holder: textIn(language, target, "dataHolder") })}`}
          {latest &&
            ` · ${t("planPage.latest", { figure: hasOpenVerdict ? withoutTrend(target, t, language) : withPeriod(latest, language) })}`}
        </small>
      </div>
      <ProgressGraphic target={target} />
      <div className={styles.goal}>
        <Goal target={target} />
      </div>
    </li>
  );
}

/** The target with "strive for" where the plan says so, and its time. */
export function Goal({ target }: { target: Target }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { baseYear, horizon, basis, aspirational } = target;
  // The first counted year follows the base year.
  const everyYear = basis === "PER_YEAR" && t("planPage.everyYear", { from: baseYear + 1, to: horizon });
  // The name of such a target already says that it is a yearly growth.
  const basisText = basis === "AVG_ANNUAL_GROWTH" || basis === "RANK_BY" || basis === "LEVEL_BY" ? "" : t(`basis.${basis}`);
  return (
    <>
      <span>
        {aspirational && <em>{t("planPage.aspirational")}</em>}
        {aspirational && language === "en" && " "}
        <strong>{formatGoal(target, language)}</strong>
      </span>
      <small>{everyYear || [basisText, t("planPage.by", { year: horizon })].filter(Boolean).join(" · ")}</small>
    </>
  );
}
