import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Address, writeAddress } from "../address/address.ts";
import { formatMoment } from "../address/as-of.ts";
import { setLanguage } from "../core/i18n.ts";
import { pageLanguage } from "../core/language.tsx";
import { darkSchemeQuery } from "../core/media.ts";
import { SiteCard } from "../embed/card.tsx";
import { SiteCount } from "../embed/count.tsx";
import styles from "../embed/embed.module.css";
import { onEmbedMessage, postToParent } from "../embed/messages.ts";
import { Legend } from "../map/legend.tsx";
import { ExternalLinkIcon } from "../ui/icons.tsx";
import { SitesMap, useSites } from "./sites-map.tsx";

/** The map alone, for other sites' pages. It shows what its address says, posts choices to the page around it, and shows what that page requests. */
export function EmbedView({ start }: { start: Address }) {
  const { t } = useTranslation();
  // Not in the address bar: a frame's history would become part of the Back history of the page around it.
  const [address, setAddress] = useState(start);
  const changeShown = (change: Partial<Address>) => setAddress((current) => ({ ...current, ...change }));
  useEffect(() => onEmbedMessage((requested) => setAddress((current) => mergeRequested(current, requested))), []);

  const language = pageLanguage(address.lang, navigator.languages);
  const systemTheme = darkSchemeQuery.use() ? "dark" : "light";
  const theme = address.theme ?? systemTheme;
  useEffect(() => void setLanguage(language), [language]);
  useEffect(() => void document.documentElement.setAttribute("data-mantine-color-scheme", theme), [theme]);

  const { filter, site } = address;
  const sitesData = useSites(filter, language);
  const { sites, districts } = sitesData;
  const result = sitesData.result.data?.sites;
  const selectedSite = sites.find(({ slug }) => slug === site);

  const urlOf = (change: Partial<Address>) => window.location.origin + writeAddress({ ...address, page: "explore", ...change });
  const onSite = (slug: string) => {
    changeShown({ site: slug, district: null });
    const site = sites.find((each) => each.slug === slug);
    if (!site) return;
    const { kind, nameZh, nameEn } = site;
    postToParent({ type: "atlas:site", slug, kind, nameZh, nameEn, url: urlOf({ site: slug, district: null }) });
  };
  const onDistrict = (code: string) => {
    changeShown({ site: null, district: code });
    const selectedDistrict = districts.find((each) => each.code === code);
    if (!selectedDistrict) return;
    postToParent({
      type: "atlas:district",
      code,
      nameZh: selectedDistrict.nameZh,
      nameEn: selectedDistrict.nameEn,
      url: urlOf({ site: null, district: code }),
    });
  };

  if (sitesData.catalogue.error)
    return (
      <p role="alert" className={styles.failed}>
        {t("failure.offline")}
      </p>
    );
  return (
    <main
      className={styles.whole}
      aria-label={t("name")}
      onKeyDown={(event) => event.key === "Escape" && changeShown({ site: null, district: null })}
    >
      <SitesMap
        address={address}
        language={language}
        theme={theme}
        sitesData={sitesData}
        onBasemap={(kind) => changeShown({ basemap: kind })}
        onCamera={(camera) => {
          changeShown({ camera });
          postToParent({ type: "atlas:camera", ...camera });
        }}
        onSite={onSite}
        onDistrict={onDistrict}
      >
        <Legend foldedFor />
      </SitesMap>
      <div className={styles.corner}>
        <a className={styles.out} href={writeAddress({ ...address, page: "explore" })} target="_blank" rel="noopener">
          {result && (
            <SiteCount
              totalCount={result.totalCount}
              withoutPoint={result.facets.withoutPoint}
              isFetching={sitesData.result.isFetching}
            />
          )}
          <span>
            {t("embed.inAtlas")} <ExternalLinkIcon />
          </span>
        </a>
        {address.asOf && <p className={styles.asOf}>{t("asOf.notice", { moment: formatMoment(address.asOf, language) })}</p>}
        {selectedSite && <SiteCard site={selectedSite} address={address} onClose={() => changeShown({ site: null })} />}
      </div>
    </main>
  );
}

/** Language, theme, basemap and camera stay as they are unless the request names them; filter and choice are replaced. */
function mergeRequested(current: Address, requested: Address): Address {
  const { lang, theme, basemap, camera } = current;
  return {
    ...requested,
    lang: requested.lang ?? lang,
    theme: requested.theme ?? theme,
    basemap: requested.basemap ?? basemap,
    camera: requested.camera ?? camera,
  };
}
