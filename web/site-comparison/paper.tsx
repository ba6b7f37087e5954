import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { formatMoment } from "../address/as-of.ts";
import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { boxOf } from "../map/area.ts";
import { Excerpt } from "../map/excerpt.tsx";
import type { ComparedPlace } from "../map/overlays.ts";
import styles from "./comparison.module.css";

interface HeadProps {
  count: number;
  edition: { version: number; publishedAt: string } | null;
}

/** The heading on paper, with the version of the data. */
export function PaperHead({ count, edition }: HeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  const parts = [
    edition &&
      t("table.version", { version: edition.version, date: namedPeriodText(edition.publishedAt.slice(0, 10), language) }),
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
const mapSize = { width: 400, height: 220 };

/** The map with all of the sites, and which of them it cannot show. */
export function PaperMap({ placed }: { placed: readonly ComparedPlace[] }) {
  const box = useMemo(() => (placed.length > 0 ? boxOf(placed.map(({ point }) => point)) : null), [placed]);
  if (!box) return null;
  return (
    <div className="paper-only">
      <Excerpt box={box} size={mapSize} />
    </div>
  );
}
