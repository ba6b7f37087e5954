import { useTranslation } from "react-i18next";
import { navigate, useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { documentTitle } from "../core/demo.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { PrintButton } from "../map/print-button.tsx";
import { Answer } from "../ui/answer.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { PickButtonInWords, PickRefusal } from "../ui/pick-button.tsx";
import { Notice } from "../ui/states.tsx";
import { SiteDetail } from "./site-detail.tsx";
import { siteQuery } from "./site-query.ts";
import styles from "./sites.module.css";

/** The chosen site. */
export function SiteDrawer({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { view, asOf } = useAddress();
  const answer = useAnswer(siteQuery, { slug, asOf });
  const site = answer.data?.site;
  return (
    <Drawer
      label={t("site.label")}
      title={site ? nameOf(language, site) : undefined}
      subject={slug}
      onClose={() => navigate({ site: null })}
      tools={
        <>
          {site && <PickButtonInWords slug={slug} name={nameOf(language, site)} />}
          <CopyLink />
          <PrintButton />
        </>
      }
    >
      <title>{documentTitle(site ? `${nameOf(language, site)} · ${t("name")}` : t("name"))}</title>
      {/* Elsewhere the tray of picked sites says it. */}
      {view === "compare" && <PickRefusal className={styles.refusal} />}
      <Answer answer={answer} lines={12}>
        {() =>
          site ? (
            <SiteDetail site={site} />
          ) : (
            <Notice title={t("site.missing")}>
              <p>{t("site.missingWhy")}</p>
            </Notice>
          )
        }
      </Answer>
    </Drawer>
  );
}
