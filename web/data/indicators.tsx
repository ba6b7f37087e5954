import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatCount, scaledUnit } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { CollapsedList } from "./collapsed-list.tsx";
import styles from "./data.module.css";
import type { DataAnswer } from "./data-query.ts";
import { type Facet, facets, type IndicatorSearch, matchingIndicators } from "./find-indicators.ts";

type Indicator = DataAnswer["indicators"][number];

/** The indicators: unit, definition, frequency, aggregation, preferred direction, standard, and what they apply to. */
export function Indicators({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState<IndicatorSearch>({ words: "" });
  const matches = matchingIndicators(indicators, useDeferredValue(search));
  return (
    <>
      <div className={styles.find}>
        <input
          type="search"
          aria-label={t("dataPage.find")}
          placeholder={t("dataPage.find")}
          value={search.words}
          onChange={({ currentTarget }) => setSearch({ ...search, words: currentTarget.value })}
        />
        {facets.map((facet) => (
          <FacetChoice key={facet} facet={facet} indicators={indicators} search={search} onSearch={setSearch} />
        ))}
      </div>
      <p className={styles.resultCount} aria-live="polite">
        {t("dataPage.indicatorCount", { count: matches.length })}
      </p>
      <CollapsedList items={matches} initialCount={20}>
        {(first) => <IndicatorTable indicators={first} />}
      </CollapsedList>
    </>
  );
}

interface FacetChoiceProps {
  facet: Facet;
  indicators: readonly Indicator[];
  search: IndicatorSearch;
  onSearch: (search: IndicatorSearch) => void;
}

function FacetChoice({ facet, indicators, search, onSearch }: FacetChoiceProps) {
  const { t } = useTranslation();
  const wordOf = useWords();
  const name = t(`dataPage.${facet}`);
  const values = [...new Set(indicators.flatMap((indicator) => indicator[facet]))];
  return (
    <select
      aria-label={name}
      value={search[facet] ?? ""}
      onChange={({ currentTarget }) => onSearch({ ...search, [facet]: currentTarget.value || undefined })}
    >
      <option value="">{t("dataPage.any", { name })}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {wordOf(facet, value)}
        </option>
      ))}
    </select>
  );
}

/** The word for a value of a facet. */
function useWords() {
  const { t } = useTranslation();
  return (facet: Facet, value: string): string => t(`${facet === "appliesTo" ? "subjectKind" : facet}.${value}` as never);
}

function IndicatorTable({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("dataPage.indicator")}</th>
          <th scope="col">{t("dataPage.unit")}</th>
          <th scope="col">{t("dataPage.figures")}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <IndicatorRow key={indicator.slug} indicator={indicator} />
        ))}
      </tbody>
    </table>
  );
}

function IndicatorRow({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wordOf = useWords();
  const scaled = scaledUnit(indicator.unit, language);
  const separator = language === "zh" ? "、" : ", ";
  return (
    <tr>
      <th scope="row">
        {nameOf(language, indicator)}
        <small>{textIn(language, indicator, "definition")}</small>
        <dl className={styles.facets}>
          {facets.map((facet) => (
            <div key={facet}>
              <dt>{t(`dataPage.${facet}`)}</dt>
              <dd>
                {[indicator[facet]]
                  .flat()
                  .map((value) => wordOf(facet, value))
                  .join(separator)}
              </dd>
            </div>
          ))}
        </dl>
      </th>
      <td>
        {nameOf(language, indicator.unit)}
        {scaled && <small>{t("dataPage.usually", { unit: scaled })}</small>}
      </td>
      <td>{formatCount(indicator.observationCount, language)}</td>
    </tr>
  );
}
