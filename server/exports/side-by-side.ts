// Sites side by side for readers: a column for each site, as on the page; a row for each fact that any of them has, and for each indicator
// a row with the latest values and one with their periods. The other sheets hold all columns and the unrounded figures.

import type { Language } from "../contract/language.ts";
import type { PeriodKind } from "../contract/period.ts";
import { periodText, periodWithNote } from "../contract/period-words.ts";
import { commonScale, publishedDigits, unitWithWord } from "../contract/quantities.ts";
import { citationFormatter } from "./citations.ts";
import { codesOfProperty, withNames } from "./codes.ts";
import { cellText } from "./comparison-table.ts";
import type { Download } from "./download.ts";
import { type FigureRow, figurePages, type SiteRow, sitePages, type Value } from "./pages.ts";
import { words } from "./words.ts";
import { singlePage } from "./workbook.ts";
import type { Sheet } from "./worksheet.ts";

/** What readers have no use for, or have in words in another row. */
const OMITTED: ReadonlySet<string> = new Set(["slug", "districtCode", "functionalArea", "hasLocation", "nearest", "sources"]);

/** The sheet of the sites named in the download's `comparedSites`, in that order. */
export async function sideBySideSheet(download: Download): Promise<Sheet> {
  const { language, comparedSites } = download;
  const properties = Object.fromEntries(
    Object.entries(download.properties).map(([name, property]) => [name, withNames(property, language)]),
  );
  const allSites = await collect(sitePages({ ...download, properties }));
  const sites = comparedSites.flatMap((slug) => allSites.find((site) => site.slug === slug) ?? []);
  const figures = await collect(figurePages(download));
  const cite = citationFormatter(download.sources, language);
  const rows: Value[][] = [
    ...factRows(download, sites),
    ...figureRows(figures, sites, language),
    [words.sources[language], null, ...sites.map((site) => cite(site.sources))],
  ];
  const nameOf = (site: SiteRow) => String(site[language === "zh" ? "nameZh" : "nameEn"]);
  return {
    name: words.sideBySide[language],
    columns: [
      { title: words.topic[language], width: 28 },
      { title: words.unit[language], width: 12 },
      ...sites.map((site) => ({ title: nameOf(site), width: 36, isFigure: true })),
    ],
    rows: singlePage(rows),
    wraps: true,
  };
}

/** The facts in the file's language, codes in words; rows without any value are left out. */
function factRows({ properties, language, indicators }: Download, sites: readonly SiteRow[]): Value[][] {
  const isFigureColumn = (name: string) => indicators.some((indicator) => name === indicator || name.startsWith(`${indicator}.`));
  const otherLanguage = language === "zh" ? /En$/ : /Zh$/;
  const ownName = language === "zh" ? "nameZh" : "nameEn";
  return Object.entries(properties).flatMap(([name, property]) => {
    const isOtherLanguage = property.topic && otherLanguage.test(name);
    if (OMITTED.has(name) || name === ownName || isOtherLanguage || isFigureColumn(name)) return [];
    const { codes = {} } = codesOfProperty(property, language);
    const values = sites.map((site) => {
      const value = site[name] ?? null;
      return typeof value === "string" ? (codes[value]?.word ?? value) : value;
    });
    if (values.every((value) => value === null || value === "")) return [];
    return [[(property.topic ?? property.title)[language], null, ...values]];
  });
}

/** Two rows for each indicator, those first that most sites have: values in one scale, and periods. */
function figureRows(figures: readonly FigureRow[], sites: readonly SiteRow[], language: Language): Value[][] {
  const indicators = [...new Set(figures.map(({ indicatorSlug }) => indicatorSlug))];
  const ordered = indicators
    .map((indicator) => figures.filter(({ indicatorSlug }) => indicatorSlug === indicator))
    .sort((one, other) => other.length - one.length);
  return ordered.flatMap((ofIndicator) => {
    const [first] = ofIndicator;
    const scale = commonScale(
      ofIndicator.flatMap(({ value }) => (typeof value === "number" ? value : [])),
      language,
      publishedDigits,
    );
    const figureOf = (site: SiteRow) => ofIndicator.find((figure) => figure.site === site.slug);
    const unit = unitWithWord(scale.word, `${first?.unit ?? ""}`, language);
    return [
      [first?.indicator ?? null, unit, ...sites.map((site) => valueText(figureOf(site), scale, language))],
      [words.period[language], null, ...sites.map((site) => periodOf(figureOf(site), language))],
    ];
  });
}

const valueText = (figure: FigureRow | undefined, scale: ReturnType<typeof commonScale>, language: Language): Value =>
  figure ? cellText({ value: figure.value, valueMax: figure.valueMax, qualifier: figure.qualifier }, scale, language) : null;

function periodOf(figure: FigureRow | undefined, language: Language): Value {
  if (!figure?.periodEnd) return null;
  const start = figure.periodStart === null ? null : String(figure.periodStart);
  const period = periodText(figure.periodKind as PeriodKind, start, String(figure.periodEnd), language);
  return periodWithNote(period, `${figure.periodNote ?? ""}`, language);
}

async function collect<Row>(pages: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
