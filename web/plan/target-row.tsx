import { useTranslation } from "react-i18next";
import { formatQuantity } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import styles from "./plan.module.css";
import type { Target } from "./plan-query.ts";

/** A target: what, how much, and in what sense of how much. */
export function TargetRow({ target }: { target: Target }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const comparator = t(`comparator.${target.comparator}`);
  const quantity = target.value === null ? t("planPage.noNumber") : formatQuantity(target.value, target.unit, language);
  const goal =
    target.comparator === "FORERUNNER" ? comparator : target.comparator === "EQ" ? quantity : `${comparator} ${quantity}`;
  const remarks = [
    // The name of such a target already says that it is a yearly growth.
    target.basis === "AVG_ANNUAL_GROWTH" ? "" : t(`basis.${target.basis}`),
    t("planPage.by", { year: target.horizon }),
    target.hedged ? t("planPage.hedged") : "",
  ];
  return (
    <li>
      <span className={styles.name}>{nameOf(language, target)}</span>
      <span className={styles.goal}>{goal}</span>
      <small>{remarks.filter(Boolean).join(" · ")}</small>
    </li>
  );
}
