// Sites side by side for readers: a column for each site, as on the page; a row for each fact that any of them has, and for each indicator
// rows with the latest values as numbers, with their qualifiers, periods and confidence. The other sheets hold all columns and the unrounded figures.

import type { Language } from "../contract/language.ts";
import { internationalPhone } from "../contract/phone.ts";
import { citationFormatter, slugsIn } from "./citations.ts";
import { codesOfProperty, withNames } from "./codes.ts";
import type { Download } from "./download.ts";
import { type FigureRow, figurePages, type SiteRow, siteName, sitePages, type Value } from "./pages.ts";
import { figureRows } from "./side-by-side-figures.ts";
import { distanceTableRows } from "./site-distances.ts";
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
  const cited = [...new Set(sites.flatMap((site) => sourcesOf(site, figures)))];
  const markOf = (slug: string) => `[${cited.indexOf(slug) + 1}]`;
  const rows: Value[][] = [
    ...factRows(download, sites),
    ...figureRows(figures, sites, language, markOf),
    ...(await distanceTableRows(download, sites)),
    [
      words.sources[language],
      null,
      ...sites.map((site) =>
        sourcesOf(site, figures)
          .map((slug) => `${markOf(slug)} ${cite(slug)}`)
          .join("\n"),
      ),
    ],
  ];
  return {
    name: words.sideBySide[language],
    columns: [
      { title: words.topic[language], width: 28 },
      { title: words.unit[language], width: 12 },
      ...sites.map((site) => ({ title: siteName(site, language), width: 36, isFigure: true, hasWords: true })),
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
  const applies = name !== "parent" && (kindOfFact[name] ?? kind) === kind;
  return (applies ? words.notPublished : words.notApplicable)[language];
}

/** The sources of a site and of its figures, as slugs, each once. */
const sourcesOf = (site: SiteRow, figures: readonly FigureRow[]): string[] => [
  ...new Set([site, ...figures.filter((figure) => figure.site === site.slug)].flatMap(({ sources }) => slugsIn(sources))),
];

async function collect<Row>(pages: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
