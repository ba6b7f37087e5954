import "./words.ts";
import { useTranslation } from "react-i18next";
import { togglePick } from "../address/compared-sites.ts";
import { selectTool } from "../address/map-tool.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { COMPARED_SITES } from "../address/parameters.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql } from "../core/graphql.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { PickRefusal } from "../ui/pick-button.tsx";
import { variablesOf } from "./comparison-query.ts";
import { sitesInOrder } from "./distances.ts";
import styles from "./tray.module.css";

const namesQuery = graphql(`
  query PickedSites($filter: SiteFilter, $first: Int) {
    sites(filter: $filter, first: $first) { nodes { __typename slug kind nameZh nameEn ... on LogisticsHub { level } } }
  }
`);

/** The sites that are picked so far, at the foot of the window: each can be taken back; two or more can be compared. */
export function PickTray() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { comparedSites } = useAddress();
  const { filter, first } = variablesOf(comparedSites, null);
  const { data } = useAnswer(namesQuery, { filter, first }, { keepLast: true });
  const sites = sitesInOrder(comparedSites, data?.sites.nodes ?? []);
  const isEnough = comparedSites.length >= COMPARED_SITES.min;
  return (
    <section className={styles.tray} aria-label={t("siteComparison.tray")} data-tray>
      <PickRefusal className={styles.refusal} />
      <p className={styles.count} aria-live="polite">
        {t("siteComparison.trayCount", { count: comparedSites.length, max: COMPARED_SITES.max })}
      </p>
      <ul className={styles.sites}>
        {sites.map((site) => (
          <li key={site.slug}>
            <KindMark kind={site.kind} size={13} hollow={site.__typename === "LogisticsHub" && site.level === "INFRASTRUCTURE"} />
            <span title={nameOf(language, site)}>{nameOf(language, site)}</span>
            <IconButton
              small
              label={t("siteComparison.remove", { name: nameOf(language, site) })}
              onClick={() => togglePick(site.slug)}
            >
              <CloseIcon size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="link" onClick={() => navigate({ comparedSites: [] })}>
          {t("siteComparison.clear")}
        </Button>
        <Button
          variant="primary"
          disabled={!isEnough}
          title={isEnough ? undefined : t("siteComparison.openWhy")}
          onClick={() => {
            selectTool(null);
            navigate({ view: "compare", site: null, district: null, camera: null });
          }}
        >
          {t("siteComparison.open")}
        </Button>
      </div>
    </section>
  );
}
