import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useAddress, visit } from "../address/navigation.ts";
import { titled } from "../core/demo.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { Failure, Notice, Waiting } from "../ui/states.tsx";
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
