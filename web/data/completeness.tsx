import { useState } from "react";
import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { formatCount, formatShare, withColon } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { ageClasses, inYears } from "./age.ts";
import styles from "./completeness.module.css";
import { CompletenessGrid } from "./completeness-grid.tsx";
import { completenessQuery, type Matrix } from "./data-query.ts";

const subjectChoices = ["DISTRICT", "FUNCTIONAL_AREA", ...siteKinds] as const;
type SubjectChoice = (typeof subjectChoices)[number];

// One page of subjects; indicators at first and at most.
const MAX_SUBJECTS = 40;
const FIRST_INDICATORS = 20;
const MAX_INDICATORS = 100;

const selectionOf = (subject: SubjectChoice) =>
  subject === "DISTRICT" || subject === "FUNCTIONAL_AREA"
    ? { set: subject, filter: null }
    : { set: "SITE" as const, filter: { kinds: [subject] } };

/** Year, age and publisher of each figure, subjects by indicators. It says nothing about performance. */
export function Completeness() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  const [subject, setSubject] = useState<SubjectChoice>("DISTRICT");
  const [indicatorCount, setIndicatorCount] = useState(FIRST_INDICATORS);
  const variables = { ...selectionOf(subject), first: MAX_SUBJECTS, firstIndicators: indicatorCount, asOf };
  const answer = useAnswer(completenessQuery, variables, { keepLast: true });
  const chooseSubjects = (next: SubjectChoice) => {
    setSubject(next);
    setIndicatorCount(FIRST_INDICATORS);
  };
  return (
    <div className={styles.completeness}>
      <p>{t("dataPage.completenessText")}</p>
      <label className={styles.subjectChoice}>
        <span>{t("dataPage.subjects")}</span>
        <select value={subject} onChange={({ currentTarget }) => chooseSubjects(currentTarget.value as SubjectChoice)}>
          {subjectChoices.map((each) => (
            <option key={each} value={each}>
              {t(`subjectKind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <Answer answer={answer} lines={12}>
        {({ completeness: matrix }) => (
          <div aria-busy={answer.isFetching || undefined}>
            <Summary matrix={matrix} />
            <Legend />
            <CompletenessGrid
              key={subject}
              matrix={matrix}
              label={withColon(t("dataPage.completeness"), t(`subjectKind.${subject}`), language)}
            />
            {matrix.totalIndicators > matrix.columns.length && indicatorCount < MAX_INDICATORS && (
              <Button
                className={styles.more}
                onClick={() => setIndicatorCount(indicatorCount === FIRST_INDICATORS ? 50 : MAX_INDICATORS)}
              >
                {t("dataPage.moreIndicators", { shown: matrix.columns.length, total: matrix.totalIndicators })}
              </Button>
            )}
          </div>
        )}
      </Answer>
    </div>
  );
}

function Summary({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { possible, filled, share, medianAgeDays, rows, totalSubjects } = matrix;
  const age = medianAgeDays === null ? null : inYears(medianAgeDays);
  return (
    <p className={styles.summary}>
      {filled === 0 || age === null
        ? t("dataPage.noneAvailable", { possible: formatCount(possible, language) })
        : t("dataPage.available", {
            ...{ possible: formatCount(possible, language), filled: formatCount(filled, language) },
            ...{ share: formatShare(share ?? 0, language), age: t(`dataPage.${age.unit}`, { number: age.number }) },
          })}
      {totalSubjects > rows.length && ` ${t("dataPage.firstOf", { count: rows.length, total: totalSubjects })}`}
    </p>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      {ageClasses.map((age) => (
        <li key={age}>
          <span className={styles.tone} data-age={age} aria-hidden="true" />
          {t(`dataPage.age.${age}`)}
        </li>
      ))}
      <li>
        <span className={styles.tone} data-age="undated" aria-hidden="true" />
        {t("dataPage.undated")}
      </li>
      <li>
        <span aria-hidden="true">≠</span> {t("dataPage.sourcesDisagree")}
      </li>
      <li>
        <span aria-hidden="true">{t("dataPage.expectedMark")}</span> {t("dataPage.onlyExpected")}
      </li>
      <li>
        <span aria-hidden="true">—</span> {t("dataPage.noFigure")}
      </li>
    </ul>
  );
}
