// The figures of sites side by side: values as numbers, and what a number does not say in rows below it.
import type { Language } from "../contract/language.ts";
import type { PeriodKind } from "../contract/period.ts";
import { periodText, periodWithNote } from "../contract/period-words.ts";
import { commonScale, publishedDigits, roundingOf, roundTo, unitWithWord } from "../contract/quantities.ts";
import { slugsIn } from "./citations.ts";
import { codesOfColumn } from "./codes.ts";
import type { FigureRow, SiteRow, Value } from "./pages.ts";
import { words } from "./words.ts";

/**
 * Rows for each indicator, those first that most sites have: values in one scale, what qualifies them where it is not said by a number,
 * periods, notes on their scope, and their sources as marked below.
 */
export function figureRows(
  figures: readonly FigureRow[],
  sites: readonly SiteRow[],
  language: Language,
  markOf: (source: string) => string,
): Value[][] {
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
      ...isAny(
        ({ note }) => Boolean(note),
        row(words.note[language], null, ({ note }) => note),
      ),
      row(words.sources[language], null, ({ sources }) => slugsIn(sources).map(markOf).join(" ")),
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
