import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Chart } from "../ui/chart.tsx";
import { type Course, courseOf } from "./course.ts";
import { chartHeight, courseOption } from "./course-option.ts";
import styles from "./target.module.css";
import type { TargetDetails } from "./target-query.ts";

/** Past figures, pace so far, pace needed, projected range and target in one chart; lines are labelled, marks have a legend. */
export function TargetChart({ target }: { target: TargetDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const course = useMemo(() => courseOf(target), [target]);
  const option = useMemo(() => {
    const words = { goal: t("targetCard.goal"), pace: t("targetCard.pace"), needed: t("targetCard.needed") };
    return course && courseOption(course, target, language, words);
  }, [course, target, language, t]);
  if (!course || !option) return null;
  return (
    <figure className={styles.chart}>
      <Chart option={option} label={t("targetCard.chartLabel", { name: nameOf(language, target) })} height={chartHeight} />
      <Legend course={course} />
    </figure>
  );
}

function Legend({ course }: { course: Course }) {
  const { t } = useTranslation();
  const { history, otherPoints, band, year } = course;
  const [primaryInk, mutedInk] = ["var(--ink)", "var(--ink-3)"];
  const entries = [
    { name: t("targetCard.history"), present: true, mark: <circle cx="12" cy="6" r="4" fill={primaryInk} /> },
    {
      name: t("targetCard.bound"),
      present: [...history, ...otherPoints].some(({ isBound }) => isBound),
      mark: <circle cx="12" cy="6" r="3.5" fill="none" stroke={primaryInk} strokeWidth="1.8" />,
    },
    {
      name: t("measureRole.OTHER_COUNT"),
      present: otherPoints.length > 0,
      mark: <circle cx="12" cy="6" r="3" fill={mutedInk} />,
    },
    {
      name: t(band?.includesOtherBaselines ? "targetCard.bandOfOthers" : "targetCard.bandOfBounds", { year }),
      present: band !== null,
      mark: <path d="M2 6 22 1v10z" fill={mutedInk} opacity="0.3" />,
    },
  ];
  return (
    <figcaption>
      <ul>
        {entries
          .filter(({ present }) => present)
          .map(({ name, mark }) => (
            <li key={name}>
              <svg width="24" height="12" viewBox="0 0 24 12" aria-hidden="true" focusable="false">
                {mark}
              </svg>
              {name}
            </li>
          ))}
      </ul>
    </figcaption>
  );
}
