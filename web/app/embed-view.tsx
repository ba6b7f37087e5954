import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Address, writeAddress } from "../address/address.ts";
import { formatMoment } from "../address/as-of.ts";
import { isFiltered } from "../address/filter-write.ts";
import { basemapOf } from "../core/basemap.ts";
import { setLanguage } from "../core/i18n.ts";
import { pageLanguage } from "../core/language.tsx";
import { darkScheme } from "../core/media.ts";
import { Card } from "../embed/card.tsx";
import { Count } from "../embed/count.tsx";
import styles from "../embed/embed.module.css";
import { listen, tell } from "../embed/messages.ts";
import { useCatalogue } from "../explore/catalogue.ts";
import { placedDistricts, placedSites, readBox } from "../explore/placed.ts";
import { useResult } from "../explore/result.ts";
import { Legend } from "../map/legend.tsx";
import { OutIcon } from "../ui/icons.tsx";

const GroundedMap = lazy(async () => ({ default: (await import("../map/grounded-map.tsx")).GroundedMap }));

/** The map alone, for the pages of others: what its address says, told what is chosen and moved to what is asked for by messages. */
export function EmbedView({ start }: { start: Address }) {
  const { t } = useTranslation();
  // Not in the address bar: a frame's steps would become steps of Back in the page around it.
  const [address, setAddress] = useState(start);
  const change = (part: Partial<Address>) => setAddress((before) => ({ ...before, ...part }));
  useEffect(() => listen((asked) => setAddress((before) => follow(before, asked))), []);

  const language = pageLanguage(address.lang, navigator.languages);
  const scheme = darkScheme.use() ? "dark" : "light";
  const theme = address.theme ?? scheme;
  useEffect(() => void setLanguage(language), [language]);
  useEffect(() => void document.documentElement.setAttribute("data-mantine-color-scheme", theme), [theme]);

  const { filter, site, district } = address;
  const { catalogue, error } = useCatalogue();
  const { result, fetching } = useResult(filter, language);
  const sites = useMemo(() => placedSites(result), [result]);
  const districts = useMemo(() => placedDistricts(catalogue), [catalogue]);
  const atlas = catalogue?.atlas;
  const chosen = sites.find(({ slug }) => slug === site);

  const whole = (part: Partial<Address>) => window.location.origin + writeAddress({ ...address, place: "explore", ...part });
  const onSite = (slug: string) => {
    change({ site: slug, district: null });
    const found = sites.find((each) => each.slug === slug);
    if (!found) return;
    const { kind, nameZh, nameEn } = found;
    tell({ type: "atlas:site", slug, kind, nameZh, nameEn, url: whole({ site: slug, district: null }) });
  };
  const onDistrict = (code: string) => {
    change({ site: null, district: code });
    const found = districts.find((each) => each.code === code);
    if (!found) return;
    tell({
      type: "atlas:district",
      code,
      nameZh: found.nameZh,
      nameEn: found.nameEn,
      url: whole({ site: null, district: code }),
    });
  };

  if (error)
    return (
      <p role="alert" className={styles.failed}>
        {t("failure.offline")}
      </p>
    );
  return (
    <main
      className={styles.whole}
      aria-label={t("name")}
      onKeyDown={(event) => event.key === "Escape" && change({ site: null, district: null })}
    >
      {atlas && (
        <Suspense fallback={<p className={styles.waiting}>{t("map.loading")}</p>}>
          <GroundedMap
            language={language}
            theme={theme}
            basemap={basemapOf(address.basemap)}
            onBasemap={(kind) => change({ basemap: kind })}
            version={atlas.version}
            tiles={atlas.tiles}
            filter={filter}
            districts={districts}
            sites={sites}
            bounds={isFiltered(filter) ? readBox(result?.bounds) : null}
            chosenSite={site}
            chosenDistrict={district}
            camera={address.camera}
            onCamera={(camera) => {
              change({ camera });
              tell({ type: "atlas:camera", ...camera });
            }}
            onSite={onSite}
            onDistrict={onDistrict}
          >
            <Legend startClosed />
          </GroundedMap>
        </Suspense>
      )}
      <div className={styles.corner}>
        <a className={styles.out} href={writeAddress({ ...address, place: "explore" })} target="_blank" rel="noopener">
          {result && <Count totalCount={result.totalCount} unplaced={result.facets.withoutPoint} fetching={fetching} />}
          <span>
            {t("embed.inAtlas")} <OutIcon />
          </span>
        </a>
        {address.asOf && <p className={styles.asOf}>{t("asOf.known", { moment: formatMoment(address.asOf, language) })}</p>}
        {chosen && <Card site={chosen} address={address} onClose={() => change({ site: null })} />}
      </div>
    </main>
  );
}

/** What a wish does not name of language, theme, basemap and camera stays as it is; filter and choice are what it says. */
function follow(before: Address, asked: Address): Address {
  const { lang, theme, basemap, camera } = before;
  return {
    ...asked,
    lang: asked.lang ?? lang,
    theme: asked.theme ?? theme,
    basemap: asked.basemap ?? basemap,
    camera: asked.camera ?? camera,
  };
}
