import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { navigate } from "../address/navigation.ts";
import { type CoverageChoice, coverageDistances } from "../address/spatial.ts";
import { formatDistance, formatShare } from "../core/format.ts";
import type { SiteKind } from "../core/graphql.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import { Card } from "../ui/card.tsx";
import { coverWords } from "./cover-words.ts";
import { type Coverage, useCoverage } from "./coverage-query.ts";
import styles from "./groups.module.css";
import { SizeChoice } from "./sizes.tsx";

/** The share of the city and of each district near a kind of site. */
export function CoverageCard({ cover }: { cover: CoverageChoice }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useCoverage(cover);
  const coverage = answer.data?.coverage;
  const share = coverage && formatShare(coverage.share, language);
  return (
    <Card
      title={t("spatial.reach")}
      onClose={() => navigate({ coverage: null })}
      summary={
        share && (
          <strong data-share={coverage.share}>
            {t("spatial.covered", { share, ...coverWords(cover, language, t(`kind.${cover.kind}`)) })}
          </strong>
        )
      }
    >
      <label className={styles.choice}>
        {t("spatial.reachOf")}
        <select
          value={cover.kind}
          onChange={({ target }) => navigate({ coverage: { ...cover, kind: target.value as SiteKind } })}
        >
          {siteKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <SizeChoice
        label={t("spatial.within")}
        sizes={coverageDistances}
        selectedSize={cover.km}
        labelOf={(size) => formatDistance(size, language)}
        onChoose={(km) => navigate({ coverage: { ...cover, km } })}
      />
      <Answer answer={answer} lines={8}>
        {(data) => <DistrictShares coverage={data.coverage} />}
      </Answer>
    </Card>
  );
}

function DistrictShares({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { points, withoutPoint } = coverage;
  const rows = [...coverage.districts].sort((one, other) => other.share - one.share);
  const sum = (name: "sites" | "coveredSites") => rows.reduce((total, row) => total + row[name], 0);
  return (
    <>
      <p className={styles.lead}>{t("spatial.coveredSites", { covered: sum("coveredSites"), sites: sum("sites") })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("spatial.district")}</th>
            <th scope="col">{t("spatial.area")}</th>
            <th scope="col">{t("spatial.siteColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ district, share, sites, coveredSites }) => (
            <tr key={district.code}>
              <th scope="row">{nameOf(language, district)}</th>
              <td>
                <span className={styles.track} aria-hidden="true">
                  <span style={{ width: `${share * 100}%` }} />
                </span>
                <span>{formatShare(share, language)}</span>
              </td>
              <td>{sites > 0 ? `${coveredSites} / ${sites}` : "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {t("spatial.points", { count: points })}
        {withoutPoint > 0 && t("spatial.unplaced", { count: withoutPoint })}
        {language === "zh" ? "。" : "."} {t("spatial.coverNote")}
      </p>
    </>
  );
}
