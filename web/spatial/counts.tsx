import "./area-words.ts";
import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { formatCount } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import type { Catchment } from "./catchment-query.ts";
import styles from "./spatial.module.css";

export interface DistrictName {
  code: string;
  nameZh: string;
  nameEn: string;
}

/** How many sites of each kind, and in each district. */
export function CatchmentCounts({ catchment, districts }: { catchment: Catchment; districts: readonly DistrictName[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { withoutPoint } = catchment;
  const byCount = [...catchment.districts].sort((one, other) => other.count - one.count);
  return (
    <>
      {withoutPoint > 0 && <p className={styles.note}>{t("areaCard.unplaced", { count: withoutPoint })}</p>}
      <h3 className="visually-hidden">{t("areaCard.byKind")}</h3>
      <ul className={styles.kinds}>
        {siteKinds.map((kind) => {
          const count = catchment.kinds.find((each) => each.kind === kind)?.count ?? 0;
          return (
            <li key={kind} data-none={count === 0 || undefined}>
              <KindMark kind={kind} />
              <span>{t(`kind.${kind}`)}</span>
              <b>{formatCount(count, language)}</b>
            </li>
          );
        })}
      </ul>
      {byCount.length > 0 && (
        <>
          <h3 className={styles.title}>{t("areaCard.byDistrict")}</h3>
          <ul className={styles.districts}>
            {byCount.map(({ code, count }) => {
              const district = districts.find((each) => each.code === code);
              return (
                <li key={code}>
                  <span>{district ? nameOf(language, district) : t("areaCard.noDistrict")}</span>
                  <b>{formatCount(count, language)}</b>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
