import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { formatMoment } from "../address/as-of.ts";
import { text } from "../core/language.tsx";
import type { Caption } from "../ui/picture.ts";
import { type ColumnLook, withUnit } from "./column-look.ts";
import type { Answer, Row } from "./comparison-query.ts";

/** The caption of a saved picture: measures, years, as-of day, data version, publications. */
export function captionOf(
  { atlas, compare }: Answer,
  looks: readonly ColumnLook[],
  rows: readonly Row[],
  asOf: string | null,
  t: TFunction,
  language: Language,
): Caption {
  const figures = rows.flatMap(({ cells }) => looks.flatMap(({ at }) => cells[at]?.figures ?? []));
  const sources = new Map(figures.flatMap((figure) => figure.sources.map((source) => [source.slug, source] as const)));
  const publications = [...sources.values()].map(
    (source) =>
      `${text(language, source, "publisher")}: ${text(language, source, "title")}${source.publishedOn ? ` (${namedPeriodText(source.publishedOn, language)})` : ""}`,
  );
  const years = [...new Set(looks.flatMap(({ column }) => column.year ?? []))].sort();
  const subtitle = [
    t(`districtsPage.sets.${compare.set === "FUNCTIONAL_AREA" ? "FUNCTIONAL_AREA" : "DISTRICT"}`),
    years.join(language === "zh" ? "、" : ", "),
    asOf && t("asOf.notice", { moment: formatMoment(asOf, language) }),
  ];
  return {
    title: looks.map(({ name, unit }) => withUnit(name, unit && `(${unit})`)).join(language === "zh" ? "、" : ", "),
    subtitle: subtitle.filter(Boolean).join(" · "),
    notes: [
      ...(publications.length > 0 ? [`${t("site.sources")}: ${publications.join("; ")}`] : []),
      ...(atlas
        ? [
            `${t("name")} · ${t("dataPage.version", { version: atlas.version, date: namedPeriodText(atlas.publishedAt.slice(0, 10), language) })}`,
          ]
        : []),
    ],
  };
}
