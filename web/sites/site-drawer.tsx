import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { CopyLink } from "../core/copy-link.tsx";
import { titled } from "../core/demo.ts";
import { Drawer } from "../core/drawer.tsx";
import { nameOf, useLanguage } from "../core/language.tsx";
import { useAddress, visit } from "../core/navigation.ts";
import { Failure, Notice, Waiting } from "../core/states.tsx";
import { SiteDetail } from "./site-detail.tsx";
import { siteQuery } from "./site-query.ts";

/** The chosen site. */
export function SiteDrawer({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data, error, fetching }, retry] = useQuery({ query: siteQuery, variables: { slug, asOf: useAddress().asOf } });
  const site = data?.site?.slug === slug ? data.site : null;
  return (
    <Drawer label={t("site.label")} subject={slug} onClose={() => visit({ site: null })} tools={<CopyLink />}>
      <title>{titled(site ? `${nameOf(language, site)} · ${t("name")}` : t("name"))}</title>
      {site && <SiteDetail site={site} />}
      {!site && error && <Failure error={error} onRetry={() => retry({ requestPolicy: "network-only" })} />}
      {!site && !error && fetching && <Waiting lines={12} />}
      {!site && !error && !fetching && (
        <Notice title={t("site.missing")}>
          <p>{t("site.missingWhy")}</p>
        </Notice>
      )}
    </Drawer>
  );
}
