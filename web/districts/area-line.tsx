import { useTranslation } from "react-i18next";
import { formatArea } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { SourceEntry } from "../provenance/source-list.tsx";
import type { Row } from "./comparison-query.ts";
import { areaOf } from "./divisor-area.ts";

/** The area behind a figure per km², an entry of a list: how reliable it is, and where it comes from. */
export function AreaLine({ row, hasSources = false }: { row: Row; hasSources?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const area = areaOf(row);
  if (!area) return null;
  const topic = `${nameOf(language, row)} · ${t("districtsPage.divisorArea")}`;
  const remarks = [t("figures.undated"), area.confidence && t(`confidence.${area.confidence}`)];
  return (
    <li data-area={row.key}>
      <span>
        {hasSources ? t("districtsPage.divisorArea") : topic}: <b>{formatArea(area.km2, language)}</b>
      </span>{" "}
      <small>{remarks.filter(Boolean).join(" · ")}</small> <small>{textIn(language, area, "note")}</small>
      {hasSources && area.sources.map((source) => <SourceEntry key={source.slug} source={source} topic={topic} />)}
    </li>
  );
}
