import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { useAddress } from "../address/navigation.ts";
import { permanentLink } from "../address/permanent-link.ts";
import { useLanguage } from "../core/language.tsx";
import { today } from "../core/today.ts";
import styles from "./frame.module.css";

/** At the end of what is printed: where it is from, of which day, and the address that shows the same data again. */
export function Imprint() {
  const { t } = useTranslation();
  const language = useLanguage();
  const link = permanentLink(useAddress());
  return (
    <footer className={styles.imprint}>
      <span>{t("name")}</span>
      <span>{t("table.printed", { date: namedPeriodText(today(), language) })}</span>
      <a href={link}>{link}</a>
    </footer>
  );
}
