import { useTranslation } from "react-i18next";
import { navigate } from "../address/navigation.ts";
import { useSiteIndicators } from "../core/indicators.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import styles from "./figures.module.css";

/** The indicator that sizes the sites; those that most sites have come first. */
export function SizeChoice({ size }: { size: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const indicators = [...useSiteIndicators()].sort((one, other) => other.siteCount - one.siteCount);
  return (
    <label className={styles.choice}>
      {t("figures.size")}
      <select
        value={size ?? ""}
        onChange={({ target }) => navigate({ sizeIndicator: target.value || null, groups: null })}
        data-choice="size"
      >
        <option value="">{t("figures.sameSize")}</option>
        {size && !indicators.some(({ slug }) => slug === size) && (
          <option value={size}>{indicators.length > 0 ? size : t("loading")}</option>
        )}
        {indicators.map((each) => (
          <option key={each.slug} value={each.slug}>
            {t("figures.choice", { name: nameOf(language, each), count: each.siteCount })}
          </option>
        ))}
      </select>
    </label>
  );
}
