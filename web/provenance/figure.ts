import { graphql, type ResultOf } from "../core/graphql.ts";

/** A figure with all that must be shown with it: qualifier, period, status, confidence, sources. */
export const figureFragment = graphql(`
  fragment Figure on Observation @_unmask {
    id
    indicator {
      slug
      nameZh
      nameEn
      definitionZh
      definitionEn
      unit { slug nameZh nameEn }
    }
    periodKind
    periodStart
    periodEnd
    periodNoteZh
    periodNoteEn
    value
    valueMax
    qualifier
    status
    confidence
    published
    noteZh
    noteEn
    seriesBreak { startsOn }
    sources { slug publisherZh publisherEn titleZh titleEn publishedOn url access }
  }
`);

export type FigureRecord = ResultOf<typeof figureFragment>;
export type SourceRecord = FigureRecord["sources"][number];

/** A figure in a list, and, where requested, whether it is preferred and which others contradict it. */
export type ListedFigure = FigureRecord & { isPreferred?: boolean; conflicting?: readonly { id: string }[] };

/** Figures of one indicator, newest first, as they came. */
export interface Series {
  indicator: FigureRecord["indicator"];
  figures: ListedFigure[];
}

/**
 * One series for each indicator, those with most figures first. Each starts with the latest figure, which the server
 * chooses (a whole year before a part of one); the others follow as they came, newest first, parts of years after all else.
 */
export function groupIntoSeries(figures: readonly ListedFigure[], latest: ReadonlySet<string>): Series[] {
  const series = new Map<string, Series>();
  const latestFigures = figures.filter(({ id }) => latest.has(id));
  const others = figures.filter(({ id }) => !latest.has(id));
  const wholeYears = others.filter((figure) => !isPartOfYear(figure));
  for (const figure of [...latestFigures, ...wholeYears, ...others.filter(isPartOfYear)]) {
    const existing = series.get(figure.indicator.slug);
    if (existing) existing.figures.push(figure);
    else series.set(figure.indicator.slug, { indicator: figure.indicator, figures: [figure] });
  }
  return [...series.values()].sort((one, other) => other.figures.length - one.figures.length);
}

function isPartOfYear({ periodKind }: FigureRecord): boolean {
  return ["HALF_YEAR", "QUARTER", "MONTH", "YEAR_TO_DATE"].includes(periodKind);
}

/** Numbers for footnotes: sources in the order of their first mention. */
export function numberSources(
  lists: readonly (readonly SourceRecord[])[],
): Map<string, { number: number; source: SourceRecord }> {
  const sourcesBySlug = new Map<string, { number: number; source: SourceRecord }>();
  for (const source of lists.flat()) {
    if (!sourcesBySlug.has(source.slug)) sourcesBySlug.set(source.slug, { number: sourcesBySlug.size + 1, source });
  }
  return sourcesBySlug;
}
