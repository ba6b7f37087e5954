import { useTranslation } from "react-i18next";
import { getAddress, linkTo } from "../address/navigation.ts";
import { withComma } from "../core/format.ts";
import { hoverSite, useIsSiteHovered } from "../core/hover.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./figures.module.css";
import type { SiteFigure, SiteSizes } from "./use-site-answer.ts";

/** The figures of the circles as a table, largest first, with their periods. */
export function SiteValues({ sizes }: { sizes: SiteSizes }) {
  const { t } = useTranslation();
  return (
    <table className={styles.table} data-of="sites">
      <caption>
        {t("figures.siteTable")} · {sizes.name}
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t("table.name")}</th>
          <th scope="col">{t("figures.value")}</th>
        </tr>
      </thead>
      <tbody>
        {sizes.sites.map((site) => (
          <Row key={site.slug} site={site} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ site }: { site: SiteFigure }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hovered = useIsSiteHovered(site.slug);
  return (
    <tr
      data-site={site.slug}
      data-hovered={hovered || undefined}
      onPointerEnter={() => hoverSite(site.slug)}
      onPointerLeave={() => hoverSite(null)}
    >
      <th scope="row">
        <KindMark kind={site.kind} size={12} />
        <a {...linkTo({ ...getAddress(), site: site.slug, district: null })}>{nameOf(language, site)}</a>
      </th>
      <td>
        {site.figure}
        <small>
          {site.id ? (
            <ProvenanceLink id={site.id} name={withComma(language, nameOf(language, site), site.period)}>
              {site.period}
            </ProvenanceLink>
          ) : (
            site.period
          )}
          {!site.point && ` · ${t("list.unplaced")}`}
        </small>
      </td>
    </tr>
  );
}
