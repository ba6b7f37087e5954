import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { formatMoment } from "../address/as-of.ts";
import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { comparedBox } from "../map/compared-view.ts";
import { Excerpt } from "../map/excerpt.tsx";
import type { MapComparedSite } from "../map/overlays.ts";
import styles from "./comparison.module.css";

interface HeadProps {
  count: number;
  dataVersion: { version: number; publishedAt: string } | null;
}

/** The heading on paper, with the version of the data. */
export function PaperHead({ count, dataVersion }: HeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  const parts = [
    dataVersion &&
      t("table.version", { version: dataVersion.version, date: namedPeriodText(dataVersion.publishedAt.slice(0, 10), language) }),
    asOf && t("asOf.notice", { moment: formatMoment(asOf, language) }),
  ];
  return (
    <header className={`paper-only ${styles.paperHead}`}>
      <h1>{t("siteComparison.title", { count })}</h1>
      <p>{parts.filter(Boolean).join(" · ")}</p>
    </header>
  );
}

/** In CSS pixels; beside the distances on a landscape sheet. */
const mapSize = { width: 520, height: 210 };

/** The map with all of the sites, and which of them it cannot show. */
export function PaperMap({ mapComparedSites }: { mapComparedSites: readonly MapComparedSite[] }) {
  const box = useMemo(() => comparedBox(mapComparedSites), [mapComparedSites]);
  if (!box) return null;
  return (
    <div className="paper-only">
      <Excerpt box={box} size={mapSize} />
    </div>
  );
}
