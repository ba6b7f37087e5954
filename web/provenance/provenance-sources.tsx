import { useTranslation } from "react-i18next";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { figureName } from "./figure-name.ts";
import styles from "./provenance.module.css";
import type { ProvenanceRecord } from "./provenance-query.ts";
import { SourceEntry } from "./source-list.tsx";

/** Who published a figure, in what, when; the main source first, each with what its publisher is to the figure. */
export function ProvenanceSources({ figure }: { figure: ProvenanceRecord }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <h4 className={styles.title}>{t("site.sources")}</h4>
      <ul className={styles.sources}>
        {figure.sources.map((source) => {
          const origin = figure.origins.find(({ slug }) => slug === source.slug);
          return (
            <li key={source.slug}>
              <SourceEntry source={source} topic={`${nameOf(language, figure.subject)} · ${figureName(figure, language)}`} />
              {origin && (
                <small>
                  {[t(`publisherKind.${origin.publisherKind}`), textIn(language, origin, "note")].filter(Boolean).join(" · ")}
                </small>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
