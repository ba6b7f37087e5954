import { useTranslation } from "react-i18next";
import { textIn, useLanguage } from "../core/language.tsx";
import type { Plan } from "./plan-query.ts";
import styles from "./rules.module.css";

/** The rules that determine the states, each in a fold. */
export function Rules({ rules }: { rules: Plan["rules"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={styles.rules}>
      <h2>{t("targetCard.rule")}</h2>
      {rules.map((rule) => (
        <details key={rule.titleEn}>
          <summary>{textIn(language, rule, "title")}</summary>
          <p>{textIn(language, rule, "text")}</p>
        </details>
      ))}
    </section>
  );
}
