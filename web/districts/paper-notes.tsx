import "./words.ts";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import styles from "./compare-table.module.css";

/** On paper nothing opens: what the signs of the table mean is printed below it. */
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

/** That the sheet has only what was picked, while ranks and medians are of all. */
export function PickedOnly({ count, allCount }: { count: number; allCount: number }) {
  const { t } = useTranslation();
  const { areaSet } = useAddress();
  return <p className={styles.pickedOnly}>{t(`districtWords.paper.picked.${areaSet}`, { count, all: allCount })}</p>;
}
