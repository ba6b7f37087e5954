// Sites side by side for readers: a column for each site, as on the page; a row for each fact that any of them has, and for each indicator
// rows with the latest values as numbers, with their qualifiers, periods and confidence. The other sheets hold all columns and the unrounded figures.

import type { Language } from "../contract/language.ts";
import type { PeriodKind } from "../contract/period.ts";
import { periodText, periodWithNote } from "../contract/period-words.ts";
import { internationalPhone } from "../contract/phone.ts";
import { commonScale, publishedDigits, roundingOf, roundTo, unitWithWord } from "../contract/quantities.ts";
import { citationFormatter } from "./citations.ts";
import { codesOfColumn, codesOfProperty, withNames } from "./codes.ts";
import type { Download } from "./download.ts";
import { type FigureRow, figurePages, type SiteRow, sitePages, type Value } from "./pages.ts";
import { distanceRows } from "./site-distances.ts";
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
    ...(await distanceRows(download, sites)),
    [words.sources[language], null, ...sites.map((site) => cite(sourcesOf(site, figures)))],
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
    if (sites.every((site) => (site[name] ?? "") === "")) return [];
    const values = sites.map((site) => {
      const value = site[name] ?? "";
      if (value === "") return missingFact(name, site, language);
      if (name === "contactPhone") return internationalPhone(String(value)).text;
      return typeof value === "string" ? (codes[value]?.word ?? value) : value;
    });
    return [[(property.topic ?? property.title)[language], null, ...values]];
  });
}

/** Facts that sites of one kind alone have. */
const kindOfFact: Readonly<Record<string, string>> = {
  ...{ theme: "SERVICE_TRADE_PARK", designation: "SERVICE_TRADE_PARK", field: "EXPORT_BASE", holderKind: "EXPORT_BASE" },
  ...{ sealedOn: "BONDED_ZONE", level: "LOGISTICS_HUB", hubType: "LOGISTICS_HUB", facility: "LOGISTICS_HUB" },
};

/** Most sites are part of no other; a site without a note lacks nothing. */
function missingFact(name: string, { kind }: SiteRow, language: Language): Value {
  if (name.startsWith("note")) return null;
  const isAsked = name !== "parent" && (kindOfFact[name] ?? kind) === kind;
  return (isAsked ? words.notPublished : words.notApplicable)[language];
}

/** The sources of a site and of its figures, as slugs, each once. */
const sourcesOf = (site: SiteRow, figures: readonly FigureRow[]): string =>
  [
    ...new Set(
      [site, ...figures.filter((figure) => figure.site === site.slug)].flatMap(({ sources }) => `${sources ?? ""}`.split("; ")),
    ),
  ]
    .filter(Boolean)
    .join("; ");

/** Rows for each indicator, those first that most sites have: values in one scale, what qualifies them where it is not said by a number, and periods. */
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
    const missing = (site: SiteRow) =>
      (first?.appliesTo.includes(`${site.kind}`) ? words.notPublished : words.notApplicable)[language];
    const scaled = (value: Value, rounding: ReturnType<typeof roundingOf>): Value => {
      if (typeof value !== "number") return null;
      return scale.decimals === undefined
        ? Number((value / scale.size).toPrecision(12))
        : roundTo(value / scale.size, scale.decimals, rounding);
    };
    const row = (title: Value, rowUnit: Value, cellOf: (figure: FigureRow) => Value): Value[] => [
      title,
      rowUnit,
      ...sites.map((site) => {
        const figure = figureOf(site);
        return figure ? cellOf(figure) : null;
      }),
    ];
    const isAny = (isSo: (figure: FigureRow) => boolean, line: Value[]) => (ofIndicator.some(isSo) ? [line] : []);
    return [
      [
        first?.indicator ?? null,
        unit,
        ...sites.map((site) => {
          const figure = figureOf(site);
          return figure ? scaled(figure.value, roundingOf(`${figure.qualifier}`)) : missing(site);
        }),
      ],
      ...isAny(
        ({ qualifier }) => qualifier !== "EXACT",
        row(words.qualifier[language], null, ({ qualifier }) => wordOf("qualifier", qualifier, language)),
      ),
      ...isAny(
        ({ valueMax }) => valueMax !== null,
        row(words.valueMax[language], unit, ({ valueMax }) => scaled(valueMax, "ceil")),
      ),
      row(words.period[language], null, (figure) => periodOf(figure, language)),
      ...isAny(
        ({ confidence }) => confidence !== "HIGH",
        row(words.confidence[language], null, ({ confidence }) => wordOf("confidence", confidence, language)),
      ),
    ];
  });
}

const wordOf = (column: "qualifier" | "confidence" | "periodKind", code: Value, language: Language): Value =>
  codesOfColumn(column, language).codes?.[`${code}`]?.word ?? code;

function periodOf(figure: FigureRow, language: Language): Value {
  const start = figure.periodStart === null ? null : String(figure.periodStart);
  const period = figure.periodEnd
    ? periodText(figure.periodKind as PeriodKind, start, String(figure.periodEnd), language)
    : `${wordOf("periodKind", "UNDATED", language)}`;
  return periodWithNote(period, `${figure.periodNote ?? ""}`, language);
}

async function collect<Row>(pages: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
