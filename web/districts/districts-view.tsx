import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Page } from "../core/page.tsx";
import { formatPeriod } from "../core/period.ts";
import { Failure, Waiting } from "../core/states.tsx";
import { DistrictTable } from "./district-table.tsx";
import { type DistrictsAnswer, districtsQuery } from "./districts-query.ts";
import styles from "./districts-view.module.css";
import { areasApart, districtRows } from "./rows.ts";

/** All districts side by side. */
export function DistrictsView() {
  const { t } = useTranslation();
  const [{ data, error }, retry] = useQuery({ query: districtsQuery });
  return (
    <Page title={t("districtsPage.title")} lead={t("districtsPage.lead")}>
      {error && <Failure error={error} onRetry={() => retry({ requestPolicy: "network-only" })} />}
      {!error && !data && <Waiting lines={13} />}
      {data && (
        <>
          <DistrictTable rows={districtRows(data)} />
          <Notes answer={data} />
        </>
      )}
    </Page>
  );
}

function Notes({ answer }: { answer: DistrictsAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [census] = answer.districts.flatMap(({ population }) => population ?? []);
  const areas = areasApart(answer).map((area) => nameOf(language, area));
  const counted = districtRows(answer).reduce((sum, { total }) => sum + total, 0);
  const unassigned = answer.sites.totalCount - counted;
  return (
    <div className={styles.notes}>
      {census && <p>{t("districtsPage.populationNote", { period: formatPeriod(census, language) })}</p>}
      {areas.length > 0 && <p>{t("districtsPage.densityNote", { areas: areas.join(language === "zh" ? "、" : ", ") })}</p>}
      {unassigned > 0 && <p>{t("districtsPage.unassigned", { count: unassigned })}</p>}
    </div>
  );
}
