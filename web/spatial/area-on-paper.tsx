import "./area-words.ts";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { formatArea, formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { usePrinting } from "../core/printing.ts";
import { areaKind, hasArea } from "./area-kind.ts";
import { useCatchment } from "./catchment-query.ts";
import { CatchmentCounts, type DistrictName } from "./counts.tsx";
import { FigureSums } from "./figure-sums.tsx";
import styles from "./spatial.module.css";

/** What the card of the filter's area says, on the sheet after the map: with all figures, not only the first. */
export function AreaOnPaper({ districts }: { districts: readonly DistrictName[] }) {
  const { filter } = useAddress();
  const isPrinted = usePrinting();
  return isPrinted && hasArea(filter) && <Area districts={districts} />;
}

function Area({ districts }: { districts: readonly DistrictName[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter, asOf } = useAddress();
  // The card on the screen has asked for it.
  const catchment = useCatchment(filter, asOf).data?.catchment;
  if (!catchment) return null;
  const { totalCount, areaKm2, figures } = catchment;
  const size = areaKm2 === null ? [] : [formatArea(areaKm2, language)];
  const sites = t("areaCard.sites", { count: totalCount, formatted: formatCount(totalCount, language) });
  return (
    <section className={styles.paper} data-area-on-paper>
      <h2>{[t(`areaCard.${areaKind(filter)}`), sites, ...size].join(" · ")}</h2>
      <div>
        <CatchmentCounts catchment={catchment} districts={districts} />
      </div>
      <div>{totalCount > 0 && <FigureSums figures={figures} total={totalCount} />}</div>
    </section>
  );
}
