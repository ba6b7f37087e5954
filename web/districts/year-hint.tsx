import { useTranslation } from "react-i18next";
import { navigate } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { Button } from "../ui/button.tsx";
import styles from "./charts.module.css";
import type { ColumnDisplay } from "./column-display.ts";
import { commonYear } from "./common-year.ts";
import type { Row } from "./comparison-query.ts";

/** Of picked subjects whose values are of unlike years: the year of which all have one, and a way to it. */
export function YearHint({ rows, displays }: { rows: readonly Row[]; displays: readonly ColumnDisplay[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const common = rows.length > 1 ? commonYear(rows, displays) : null;
  if (!common) return null;
  const measures = common.displays.map(({ name }) => name).join(language === "zh" ? "、" : ", ");
  return (
    <p className={styles.yearHint} role="status">
      {t("districtsPage.unlikeYears", { count: rows.length, measures, year: common.year })}{" "}
      <Button variant="link" onClick={() => navigate({ period: String(common.year) })}>
        {t("districtsPage.showYear", { year: common.year })}
      </Button>
    </p>
  );
}
