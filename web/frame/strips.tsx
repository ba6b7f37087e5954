import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { formatMoment } from "../address/as-of.ts";
import { dismissUnrecognisedParameters, navigate, useAddress, useUnrecognisedParameters } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { useFirstPublicationAfter } from "../ui/before-first.tsx";
import { Button } from "../ui/button.tsx";
import styles from "./frame.module.css";

/** Says on every page and on paper that the figures are those of another day, with a way back. */
export function AsOfStrip() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf, filter, page } = useAddress();
  const firstPublication = useFirstPublicationAfter();
  if (!asOf) return null;
  return (
    <section className={styles.strip} aria-label={t("asOf.title")}>
      <span>{t("asOf.notice", { moment: formatMoment(asOf, language) })}</span>
      {firstPublication && (
        <small>
          {t("asOf.beforeFirst")}
          {language === "zh" ? "。" : ". "}
          {t("asOf.beforeFirstWhy", { day: namedPeriodText(firstPublication, language) })}
        </small>
      )}
      {page === "explore" && filter.figures.length > 0 && <small>{t("asOf.filter")}</small>}
      <Button variant="link" onClick={() => navigate({ asOf: null })}>
        {t("asOf.back")}
      </Button>
    </section>
  );
}

/** Parts of a link that the page did not understand: without this strip the page would pass for the intended view. */
export function UnreadStrip() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { view } = useUnrecognisedParameters();
  if (view.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={t("notUnderstood.title")}>
      <span role="status">{t("notUnderstood.names", { names: view.join(language === "zh" ? "、" : ", ") })}</span>
      <Button variant="link" onClick={dismissUnrecognisedParameters}>
        {t("notUnderstood.hide")}
      </Button>
    </section>
  );
}
