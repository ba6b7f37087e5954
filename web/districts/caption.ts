import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { formatMoment } from "../address/as-of.ts";
import { withBrackets } from "../core/format.ts";
import { sourcesNote } from "../provenance/sources-note.ts";
import type { Caption } from "../ui/picture.ts";
import type { ColumnDisplay } from "./column-display.ts";
import type { ComparisonAnswer, Row } from "./comparison-query.ts";

/** The caption of a saved picture: measures, years, as-of day, data version, publications. */
export function captionOf(
  { atlas, compare }: ComparisonAnswer,
  displays: readonly ColumnDisplay[],
  rows: readonly Row[],
  asOf: string | null,
  t: TFunction,
  language: Language,
): Caption {
  const figures = rows.flatMap(({ cells }) => displays.flatMap(({ columnIndex }) => cells[columnIndex]?.figures ?? []));
  const years = [
    ...new Set(displays.flatMap(({ columnIndex }) => rows.flatMap(({ cells }) => cells[columnIndex]?.year ?? []))),
  ].sort();
  const subtitle = [
    t(`districtsPage.sets.${compare.set === "FUNCTIONAL_AREA" ? "FUNCTIONAL_AREA" : "DISTRICT"}`),
    years.length > 3
      ? t("districtsPage.yearsShown", { from: years.at(0), to: years.at(-1) })
      : years.join(language === "zh" ? "、" : ", "),
    asOf && t("asOf.notice", { moment: formatMoment(asOf, language) }),
  ];
  return {
    title: displays.map(({ name, unit }) => withBrackets(name, unit, language)).join(language === "zh" ? "、" : ", "),
    subtitle: subtitle.filter(Boolean).join(" · "),
    notes: [
      ...sourcesNote(
        figures.flatMap(({ sources }) => sources),
        t,
        language,
      ),
      ...(displays.some(({ column }) => column.indicator === null) ? [t("districtsPage.siteSources")] : []),
      ...(atlas
        ? [
            `${t("name")} · ${t("dataPage.version", { version: atlas.version, date: namedPeriodText(atlas.publishedAt.slice(0, 10), language) })}`,
          ]
        : []),
    ],
  };
}
