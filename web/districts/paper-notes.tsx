import "./words.ts";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import styles from "./compare-table.module.css";

/** Nothing can be opened on paper, so the signs in the table are explained below it. */
export function PaperNotes() {
  const { t } = useTranslation();
  return (
    <ul className={`paper-only ${styles.notes}`}>
      <li>{t("districtWords.paper.none")}</li>
      <li>{t("districtWords.paper.ranks")}</li>
      <li>{t("districtWords.paper.sources")}</li>
    </ul>
  );
}

/** Says that the sheet shows only the picked areas, whereas ranks and medians are among all. */
export function PickedOnly({ count, allCount }: { count: number; allCount: number }) {
  const { t } = useTranslation();
  const { areaSet } = useAddress();
  return <p className={styles.pickedOnly}>{t(`districtWords.paper.picked.${areaSet}`, { count, all: allCount })}</p>;
}
