import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { noFilter, writeFilter } from "../../server/contract/site-filter.ts";
import { useMeasureChoices } from "../address/measure-choices.ts";
import { getAddress, linkTo, navigate, useAddress } from "../address/navigation.ts";
import { formatArea, formatFigure, withComma } from "../core/format.ts";
import { InLanguage, nameOf, otherLanguage, textIn, useLanguage } from "../core/language.tsx";
import { formatNotedPeriod, formatPeriod } from "../core/period.ts";
import { numberSources, type SourceRecord } from "../provenance/figure.ts";
import { Footnotes } from "../provenance/footnotes.tsx";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import { SourceList } from "../provenance/source-list.tsx";
import { Figures } from "../series/figures.tsx";
import { Button } from "../ui/button.tsx";
import { FactList, Section } from "../ui/details.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { LoadingLines } from "../ui/states.tsx";
import type { DistrictDetails } from "./district-query.ts";
import styles from "./districts.module.css";
import { countRanges, rangeText } from "./site-counts.ts";

// The chart library is loaded with the first series.
const SeriesChart = lazy(async () => ({ default: (await import("../series/series-chart.tsx")).SeriesChart }));

/** The details of a district. */
export function DistrictDetail({ district }: { district: DistrictDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = otherLanguage(language);
  const { population } = district;
  // The head shows the census figure already.
  const figures = district.observations.filter(({ id }) => id !== population?.id);
  const sourcesBySlug = numberSources([population?.sources ?? [], ...district.observations.map(({ sources }) => sources)]);
  const footnoteNumberOf = (source: SourceRecord) => sourcesBySlug.get(source.slug)?.number;
  return (
    <article>
      <header className={styles.heading}>
        <p className={styles.kind}>{t("filter.district")}</p>
        <h2>{nameOf(language, district)}</h2>
        <p className={styles.otherName}>
          <InLanguage language={other}>{nameOf(other, district)}</InLanguage>
        </p>
      </header>
      <div className={styles.facts}>
        <FactList
          facts={[
            [
              t("district.size"),
              <>
                {formatArea(district.areaKm2, language)}
                {district.areaConfidence !== "HIGH" && <small>{t(`confidence.${district.areaConfidence}`)}</small>}
              </>,
            ],
            [
              t("district.population"),
              population && (
                <>
                  {formatFigure(population, language)}{" "}
                  <Footnotes sources={population.sources} footnoteNumberOf={footnoteNumberOf} />
                  <ProvenanceLink
                    id={population.id}
                    name={withComma(language, t("district.population"), formatPeriod(population, language))}
                  />
                  <small>{formatNotedPeriod(population, language)}</small>
                </>
              ),
            ],
            [t("district.areas"), district.functionalAreas.length > 0 && <FunctionalAreaLinks key="areas" district={district} />],
          ]}
        />
        <p className={styles.note}>{textIn(language, district, "note")}</p>
      </div>
      <ColouredMeasureSeries district={district} />
      <SiteCounts district={district} />
      {figures.length > 0 && (
        <Section title={t("district.figures")}>
          <Figures
            figures={figures}
            latest={district.latestFigures}
            subject={{ districts: [district.code] }}
            footnoteNumberOf={footnoteNumberOf}
          />
        </Section>
      )}
      {sourcesBySlug.size > 0 && (
        <Section title={t("site.sources")}>
          <SourceList sources={sourcesBySlug.values()} topic={nameOf(language, district)} />
        </Section>
      )}
    </article>
  );
}

/** The measure that colours the map comes first, as a series. */
function ColouredMeasureSeries({ district }: { district: DistrictDetails }) {
  const language = useLanguage();
  const { colourMeasure, asOf } = useAddress();
  const indicator = useMeasureChoices("DISTRICT", asOf).indicators.find(({ slug }) => slug === colourMeasure?.indicator);
  if (!indicator) return null;
  return (
    <Section title={nameOf(language, indicator)}>
      <Suspense fallback={<LoadingLines lines={8} />}>
        <SeriesChart subject={{ districts: [district.code] }} indicator={indicator.slug} />
      </Suspense>
    </Section>
  );
}

function FunctionalAreaLinks({ district }: { district: DistrictDetails }) {
  const language = useLanguage();
  return (
    <ul>
      {district.functionalAreas.map((area) => (
        <li key={area.slug}>
          <a {...linkTo({ ...getAddress(), filter: { ...noFilter, functionalAreas: [area.slug] } })}>{nameOf(language, area)}</a>
        </li>
      ))}
    </ul>
  );
}

/** Site counts by kind, each a link to these sites. */
function SiteCounts({ district }: { district: DistrictDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = countRanges(district.siteCounts, district.possibleSiteCounts);
  const possibleCount = counts.reduce((sum, { min, max }) => sum + max - min, 0);
  const inDistrict = { ...noFilter, districts: [district.code] };
  const isOnly = String(writeFilter(useAddress().filter)) === String(writeFilter(inDistrict));
  return (
    <Section title={t("district.sites")}>
      {counts.length === 0 ? (
        <p className={styles.note}>{t("district.noSites")}</p>
      ) : (
        <>
          <ul className={styles.counts}>
            {counts.map(({ kind, min, max }) => (
              <li key={kind}>
                <a {...linkTo({ ...getAddress(), filter: { ...inDistrict, kinds: [kind] } })}>
                  <KindMark kind={kind} />
                  <span>{t(`kind.${kind}`)}</span>
                  <b>{rangeText({ min, max }, language)}</b>
                </a>
              </li>
            ))}
          </ul>
          {possibleCount > 0 && <p className={styles.note}>{t("district.mayLieHere", { count: possibleCount })}</p>}
          {!isOnly && <Button onClick={() => navigate({ filter: inDistrict })}>{t("district.only")}</Button>}{" "}
          {/* Its card gives way to the area's card in the same place. */}
          <Button onClick={() => navigate({ filter: inDistrict, district: null })}>{t("area.asArea")}</Button>
        </>
      )}
    </Section>
  );
}
