import { useTranslation } from "react-i18next";
import { withBrackets, withColon, withComma } from "../core/format.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { showProvenance } from "../provenance/provenance.tsx";
import { ageClassOf } from "./age.ts";
import styles from "./completeness.module.css";
import type { MatrixCell } from "./data-query.ts";

interface CompletenessCellProps {
  cell: MatrixCell;
  /** Its position: row and column. */
  position: string;
  /** Whether this is the tab stop. */
  isStop: boolean;
  onFocus: () => void;
  indicator: string;
  subject: string;
}

/** The year of the newest figure, toned by its age, with a link to its source. An empty cell says so. */
export function CompletenessCell({ cell, position, isStop, onFocus, indicator, subject }: CompletenessCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { figure } = cell;
  if (!figure || !cell.status) {
    const isExpected = cell.expectations > 0;
    const reason = t(isExpected ? "dataPage.onlyExpected" : "dataPage.noFigure");
    const label = withColon(withComma(language, indicator, subject), reason, language);
    return (
      <span className={styles.empty} title={label}>
        {isExpected ? t("dataPage.expectedMark") : cell.isApplicable ? "—" : ""}
      </span>
    );
  }
  const publishers = [...new Set(figure.sources.map((source) => textIn(language, source, "publisher")))];
  const words = t("dataPage.cell", {
    ...{ indicator, subject, period: formatPeriod(figure, language), status: t(`figureStatus.${cell.status}`) },
    ...{ publishers: publishers.join(language === "zh" ? "、" : ", "), count: cell.figures },
  });
  const label = withBrackets(words, cell.conflicting ? t("dataPage.sourcesDisagree") : "", language);
  return (
    <button
      type="button"
      className={styles.cell}
      data-at={position}
      data-age={cell.ageDays === null ? "undated" : ageClassOf(cell.ageDays)}
      tabIndex={isStop ? 0 : -1}
      title={label}
      aria-label={label}
      aria-haspopup="dialog"
      onFocus={onFocus}
      onClick={() => showProvenance(figure.id)}
    >
      {cell.year ?? t("dataPage.undatedMark")}
      {cell.conflicting && <sup>≠</sup>}
    </button>
  );
}
