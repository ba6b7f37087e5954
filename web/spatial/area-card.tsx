import "./area-words.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Filter } from "../../server/contract/site-filter.ts";
import { useAddress } from "../address/navigation.ts";
import { formatArea, formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { usePanelOverMap } from "../core/panels-over-map.ts";
import { showOnPaper } from "../map/paper.ts";
import { Answer } from "../ui/answer.tsx";
import { ChevronIcon } from "../ui/icons.tsx";
import { areaKind } from "./area-kind.ts";
import { AreaTools } from "./area-tools.tsx";
import { useCatchment } from "./catchment-query.ts";
import { CatchmentCounts, type DistrictName } from "./counts.tsx";
import { FigureSums } from "./figure-sums.tsx";
import styles from "./spatial.module.css";

interface AreaCardProps {
  districts: readonly DistrictName[];
  /** Only its first line at first, where there is little room. */
  startFolded: boolean;
  /** Over the map, not above the list. */
  onMap: boolean;
}

/** The summary of the filter's area: its size, its sites by kind, and their figures. */
export function AreaCard({ districts, startFolded, onMap }: AreaCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter, asOf } = useAddress();
  const answer = useCatchment(filter, asOf);
  const { isFetching } = answer;
  const catchment = answer.data?.catchment;
  const [isFolded, setIsFolded] = useState(startFolded);
  // What the map starts with gives way to the card, which comes after it.
  usePanelOverMap(onMap);
  const total = catchment?.totalCount ?? 0;
  useAreaOnPaper(filter, catchment);
  return (
    <section
      className={styles.card}
      aria-label={t("areaCard.title")}
      data-on-map={onMap || undefined}
      data-covers-map={onMap ? "right" : undefined}
      data-folded={isFolded || undefined}
    >
      <button
        type="button"
        className={styles.head}
        aria-busy={isFetching || undefined}
        aria-expanded={!isFolded}
        onClick={() => setIsFolded(!isFolded)}
      >
        <span>
          <span className={styles.shape}>{t(`areaCard.${areaKind(filter)}`)}</span>
          <b aria-live="polite" aria-atomic="true" data-area-count>
            {catchment && t("areaCard.sites", { count: total, formatted: formatCount(total, language) })}
          </b>
          {catchment?.areaKm2 != null && <span className={styles.size}>{formatArea(catchment.areaKm2, language)}</span>}
        </span>
        <span className="visually-hidden">{isFolded ? t("area.unfold") : t("area.fold")}</span>
        <ChevronIcon turned={!isFolded} />
      </button>
      {!isFolded && (
        <div className={styles.body}>
          <AreaTools filter={filter} />
          <Answer answer={answer} lines={6}>
            {(data) => (
              <div aria-busy={isFetching || undefined}>
                <CatchmentCounts catchment={data.catchment} districts={districts} />
                {total > 0 && <FigureSums figures={data.catchment.figures} total={total} />}
              </div>
            )}
          </Answer>
        </div>
      )}
    </section>
  );
}

/** Its sites and its size on the printed and the saved map, and how the size is known; districts have that of their own sources. */
function useAreaOnPaper(filter: Filter, catchment: { totalCount: number; areaKm2: number | null } | undefined) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shape = areaKind(filter);
  const { totalCount, areaKm2 } = catchment ?? { totalCount: 0, areaKm2: null };
  useEffect(() => {
    if (areaKm2 === null || shape === "districts") return;
    const sites = t("areaCard.sites", { count: totalCount, formatted: formatCount(totalCount, language) });
    const summary = t("areaCard.onPaper", { shape: t(`areaCard.${shape}`), sites, area: formatArea(areaKm2, language) });
    return showOnPaper("area", { legend: [], notes: [summary] });
  }, [shape, totalCount, areaKm2, t, language]);
}
