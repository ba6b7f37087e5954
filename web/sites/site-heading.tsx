import { useTranslation } from "react-i18next";
import { InLanguage, nameOf, otherLanguage, useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import type { SiteDetails } from "./site-query.ts";
import styles from "./sites.module.css";

/** Both names, the kind, and the attributes of that kind. */
export function SiteHeading({ site }: { site: SiteDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = otherLanguage(language);
  const hollow = site.__typename === "LogisticsHub" && site.level === "INFRASTRUCTURE";
  return (
    <header className={styles.heading}>
      <p className={styles.kind}>
        <KindMark kind={site.kind} hollow={hollow} />
        {t(`kindSingular.${site.kind}`)}
      </p>
      <h2>{nameOf(language, site)}</h2>
      <p className={styles.otherName}>
        <InLanguage language={other}>{nameOf(other, site)}</InLanguage>
      </p>
      <Tags site={site} />
    </header>
  );
}

function Tags({ site }: { site: SiteDetails }) {
  const { t } = useTranslation();
  const tags = [site.status && t(`siteStatus.${site.status}`), ...useKindTags(site)].filter(Boolean);
  return (
    <ul className={styles.tags}>
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
      {site.confidence !== "HIGH" && <li className={styles.unsure}>{t(`confidence.${site.confidence}`)}</li>}
    </ul>
  );
}

function useKindTags(site: SiteDetails): string[] {
  const { t } = useTranslation();
  switch (site.__typename) {
    case "ServiceTradePark":
      return [t(`theme.${site.theme}`), t(`designation.${site.designation}`)];
    case "ExportBase":
      return [t(`exportField.${site.field}`)];
    case "LogisticsHub":
      return [
        t(`hubLevel.${site.level}`),
        site.hubType ? t(`hubType.${site.hubType}`) : "",
        site.facility ? t(`facility.${site.facility}`) : "",
      ];
    case "BondedZone":
      return [];
  }
}
