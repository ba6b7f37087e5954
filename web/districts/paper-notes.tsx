import { useTranslation } from "react-i18next";
import styles from "./compare-table.module.css";

/** On paper nothing opens: what the signs of the table mean is printed below it. */
export function PaperNotes() {
  const { t } = useTranslation();
  return (
    <ul className={`paper-only ${styles.notes}`}>
      <li>{t("districtsPage.paper.none")}</li>
      <li>{t("districtsPage.paper.ranks")}</li>
      <li>{t("districtsPage.paper.sources")}</li>
    </ul>
  );
}
