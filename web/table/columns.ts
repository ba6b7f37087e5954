import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { figureColumnId, figureIndicators, isFigureColumn } from "../address/figure-column-ids.ts";
import { formatMetres } from "../core/format.ts";
import type { IndicatorName } from "../core/indicators.ts";
import { nameOf, otherLanguage, textIn } from "../core/language.tsx";
import { en } from "../core/words/en.ts";
import { zh } from "../core/words/zh.ts";
import type { Column } from "./column.ts";
import { figureColumn } from "./figure-column.ts";
import type { SiteRow } from "./site-rows.ts";

/** The words of a language; both have the same keys. */
export const dictionaryOf = (language: Language) => (language === "zh" ? zh : en);
type Dictionary = ReturnType<typeof dictionaryOf>;

/** A column of text is sorted by what it shows. */
const textColumn = (
  id: string,
  label: string,
  width: number,
  show: (row: SiteRow) => string | null | undefined,
  key = show,
): Column => ({ id, label, width, text: (row) => show(row) ?? "", sortKey: (row) => key(row) || null });

const coordinate = (row: SiteRow, axis: 0 | 1): number | null =>
  row.location?.point.type === "Point" ? (row.location.point.coordinates[axis] ?? null) : null;

/** Column widths in pixels; English names are longer. */
export const nameWidths: Record<Language, number> = { zh: 250, en: 330 };

/** All columns but those of figures, in display order. */
export function factColumns(language: Language): Column[] {
  const words: Dictionary = dictionaryOf(language);
  const number = (
    id: string,
    label: string,
    value: (row: SiteRow) => number | null,
    show: (value: number) => string,
  ): Column => ({
    id,
    label,
    width: 96,
    isNumeric: true,
    text: (row) => {
      const content = value(row);
      return content === null ? "" : show(content);
    },
    sortKey: value,
  });
  const degrees = (value: number) => value.toFixed(4);
  const { site, table } = words;
  return [
    textColumn("name", table.name, nameWidths[language], (row) => nameOf(language, row)),
    textColumn("otherName", table.otherName, nameWidths[otherLanguage(language)], (row) => nameOf(otherLanguage(language), row)),
    textColumn("kind", table.kind, 180, ({ kind }) => words.kindSingular[kind]),
    textColumn("district", site.district, 120, ({ district }) => district && nameOf(language, district)),
    textColumn("area", site.area, 190, ({ functionalArea }) => functionalArea && nameOf(language, functionalArea)),
    textColumn("status", site.status, 120, ({ status }) => status && words.siteStatus[status]),
    textColumn("confidence", table.confidence, 130, ({ confidence }) => words.confidence[confidence]),
    textColumn("theme", words.filter.themes, 150, (row) =>
      row.__typename === "ServiceTradePark" ? words.theme[row.theme] : null,
    ),
    textColumn("designation", words.filter.designations, 190, (row) =>
      row.__typename === "ServiceTradePark" ? words.designation[row.designation] : null,
    ),
    textColumn("field", words.filter.fields, 170, (row) =>
      row.__typename === "ExportBase" ? words.exportField[row.field] : null,
    ),
    textColumn("holder", words.filter.designationHolderKinds, 190, (row) =>
      row.__typename === "ExportBase" ? textIn(language, row, "holder") : null,
    ),
    textColumn("batch", site.batch, 150, (row) => (row.__typename === "ExportBase" ? textIn(language, row, "batch") : null)),
    textColumn(
      "sealedOn",
      site.sealedOn,
      130,
      (row) => (row.__typename === "BondedZone" && row.sealedOn ? namedPeriodText(row.sealedOn, language) : null),
      (row) => (row.__typename === "BondedZone" ? row.sealedOn : null),
    ),
    textColumn("level", words.filter.hubLevels, 170, (row) =>
      row.__typename === "LogisticsHub" ? words.hubLevel[row.level] : null,
    ),
    textColumn("hubType", words.filter.hubTypes, 150, (row) =>
      row.__typename === "LogisticsHub" && row.hubType ? words.hubType[row.hubType] : null,
    ),
    textColumn("facility", words.filter.facilities, 150, (row) =>
      row.__typename === "LogisticsHub" && row.facility ? words.facility[row.facility] : null,
    ),
    textColumn("locality", site.locality, 190, (row) => textIn(language, row, "locality")),
    textColumn("operator", site.operator, 210, (row) => textIn(language, row, "operator")),
    number("longitude", table.longitude, (row) => coordinate(row, 0), degrees),
    number("latitude", table.latitude, (row) => coordinate(row, 1), degrees),
    number(
      "accuracy",
      table.accuracy,
      ({ location }) => location?.accuracyM ?? null,
      (metres) => formatMetres(metres, language),
    ),
  ];
}

/** What is shown where the reader has not chosen. */
export const standardColumns: readonly string[] =
  "name otherName kind district area status confidence locality longitude latitude accuracy".split(" ");

/** The number of figures that a query may request within the API's limit. */
const maxFigures = 20;

/** The indicators among chosen columns, by slug. */
export const indicatorSlugsOf = (columnIds: readonly string[]): string[] => figureIndicators(columnIds).slice(0, maxFigures);

/** The default columns: the figures in the filter come right after the name. */
export function defaultColumns({ figures }: Pick<Filter, "figures">): string[] {
  const [name = "name", ...others] = standardColumns;
  return [name, ...new Set(figures.map(({ indicator }) => figureColumnId(indicator))), ...others];
}

/** The columns of these names: the name always and first, facts in their own order, figures as they are named; those before any fact stand before all. */
export function shownColumns(columnIds: readonly string[], indicators: readonly IndicatorName[], language: Language): Column[] {
  const ids = columnIds.filter((id) => id !== "name");
  const firstFact = ids.findIndex((id) => !isFigureColumn(id));
  const leadingIndicators = firstFact < 0 ? [] : indicatorSlugsOf(ids.slice(0, firstFact));
  const columnsOf = (slugs: readonly string[]) =>
    slugs
      .flatMap((slug) => indicators.find((each) => each.slug === slug) ?? [])
      .map((indicator) => figureColumn(figureColumnId(indicator.slug), indicator, language));
  const [name, ...factColumnList] = factColumns(language);
  return [
    ...(name ? [name] : []),
    ...columnsOf(leadingIndicators),
    ...factColumnList.filter(({ id }) => ids.includes(id)),
    ...columnsOf(indicatorSlugsOf(ids).filter((slug) => !leadingIndicators.includes(slug))),
  ];
}
