import "./words.ts";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { navigate, useAddress } from "../address/navigation.ts";
import { COMPARED_SITES } from "../address/parameters.ts";
import { useAnswer } from "../core/answer.ts";
import { documentTitle } from "../core/demo.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { BackIcon } from "../ui/icons.tsx";
import { Notice } from "../ui/states.tsx";
import styles from "./comparison.module.css";
import { comparedSitesQuery, variablesOf } from "./comparison-query.ts";
import { SideBySide } from "./side-by-side.tsx";
import { Tools } from "./tools.tsx";

/** Back to all sites. The focus goes to the page, because the button that had it is no longer there. */
function leaveComparison() {
  navigate({ view: "map", camera: null });
  document.getElementById("content")?.focus({ preventScroll: true });
}

/** The picked sites side by side, in the place of the list; the map beside it shows them. */
export function Comparison() {
  const { t } = useTranslation();
  const { comparedSites, asOf, site, district } = useAddress();
  const hasEnoughSites = comparedSites.length >= COMPARED_SITES.min;
  const answer = useAnswer(comparedSitesQuery, variablesOf(comparedSites, asOf), { keepLast: true, isPaused: !hasEnoughSites });
  const title = t("siteComparison.title", { count: comparedSites.length });
  const container = useRef<HTMLElement>(null);
  // The button that opened the comparison is no longer on the page.
  useEffect(() => container.current?.focus({ preventScroll: true }), []);
  return (
    <section
      ref={container}
      className={styles.view}
      aria-labelledby="comparison"
      tabIndex={-1}
      // An open site or district is printed alone, on upright pages.
      data-paper={(site ?? district) ? undefined : "landscape"}
      data-scrolls
    >
      {!site && <title>{documentTitle(`${title} · ${t("name")}`)}</title>}
      <header className={styles.head}>
        <Button className={styles.back} onClick={leaveComparison}>
          <BackIcon />
          {t("siteComparison.back")}
        </Button>
        <h2 id="comparison">{title}</h2>
        {hasEnoughSites && <Tools />}
      </header>
      {hasEnoughSites ? (
        <Answer answer={answer} lines={16}>
          {({ sites, atlas: dataVersion }) => (
            <div aria-busy={answer.isFetching || undefined}>
              <SideBySide found={sites.nodes} dataVersion={dataVersion} />
            </div>
          )}
        </Answer>
      ) : (
        <Notice title={t("siteComparison.tooFew")}>
          <p>{t("siteComparison.tooFewWhy", { max: COMPARED_SITES.max })}</p>
        </Notice>
      )}
    </section>
  );
}
