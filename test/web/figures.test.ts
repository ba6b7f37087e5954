import { describe, expect, it } from "vitest";
import { type FigureRecord, groupIntoSeries, numberSources, type SourceRecord } from "../../web/provenance/figure.ts";
import { wholeYears } from "../../web/series/series.ts";
import { endsWithBound, stretchesOf, trendLine, yearlyTrend } from "../../web/series/trend.ts";

const aSource = (slug: string): SourceRecord => ({
  slug,
  publisherZh: "统计局",
  publisherEn: "Bureau of Statistics",
  titleZh: "公报",
  titleEn: "Bulletin",
  publishedOn: null,
  url: null,
  access: "PUBLISHER",
});

const aFigure = (change: Partial<FigureRecord> & { year?: number; indicatorSlug?: string } = {}): FigureRecord => {
  const { year = 2023, indicatorSlug = "gdp", ...rest } = change;
  return {
    id: `${indicatorSlug}-${year}`,
    indicator: {
      slug: indicatorSlug,
      nameZh: "地区生产总值",
      nameEn: "GDP",
      definitionZh: "",
      definitionEn: "",
      unit: { slug: "cny", nameZh: "元", nameEn: "CNY" },
    },
    periodKind: "YEAR",
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    periodNoteZh: null,
    periodNoteEn: null,
    value: year,
    valueMax: null,
    qualifier: "EXACT",
    status: "OFFICIAL",
    confidence: "HIGH",
    published: `${year}`,
    noteZh: null,
    seriesBreak: null,
    noteEn: null,
    sources: [aSource("bulletin")],
    ...rest,
  };
};

describe("series", () => {
  it("start with the latest figure, the fullest series first", () => {
    const figures = [
      aFigure({ indicatorSlug: "firms", year: 2024 }),
      aFigure({ id: "part", year: 2025, periodKind: "QUARTER" }),
      aFigure({ id: "whole", year: 2024 }),
    ];
    const series = groupIntoSeries(figures, new Set(["whole", "firms-2024"]));
    expect(series.map(({ indicator, figures: seriesFigures }) => [indicator.slug, seriesFigures.map(({ id }) => id)])).toEqual([
      ["gdp", ["whole", "part"]],
      ["firms", ["firms-2024"]],
    ]);
  });

  it("number their sources by first mention", () => {
    const numbered = numberSources([[aSource("b")], [aSource("a"), aSource("b")]]);
    expect([...numbered].map(([slug, { number }]) => [slug, number])).toEqual([
      ["b", 1],
      ["a", 2],
    ]);
  });
});

describe("trends", () => {
  it("join whole years that have closed, oldest first", () => {
    const figures = [2024, 2023, 2021].map((year) => aFigure({ year }));
    expect(yearlyTrend(figures).map(({ year }) => year)).toEqual([2021, 2023, 2024]);
  });

  it("never join goals, expectations, parts of years or ranges, and need three points", () => {
    const figures = [
      aFigure({ year: 2027, status: "TARGET" }),
      aFigure({ year: 2025, status: "EXPECTED" }),
      aFigure({ year: 2024, periodKind: "YEAR_TO_DATE" }),
      aFigure({ year: 2022, qualifier: "RANGE", valueMax: 9 }),
      aFigure({ year: 2023 }),
      aFigure({ year: 2021 }),
    ];
    expect(yearlyTrend(figures)).toEqual([]);
  });

  it("do not end in a point where the newest year is only a bound", () => {
    const figures = [aFigure({ year: 2024, qualifier: "MORE_THAN" }), ...[2023, 2022, 2021].map((year) => aFigure({ year }))];
    expect(yearlyTrend(figures).map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    expect(endsWithBound(wholeYears(figures))).toBe(true);
    expect(endsWithBound(wholeYears(figures.slice(1)))).toBe(false);
  });

  it("are interrupted at breaks in series, and need three points that are comparable", () => {
    const figureAfterBreak = (year: number) => aFigure({ year, seriesBreak: { startsOn: "2019-01-01" } });
    const stretches = (figures: FigureRecord[]) =>
      stretchesOf(yearlyTrend(figures)).map((points) => points.map(({ year }) => year));
    expect(
      stretches([
        aFigure({ year: 2017 }),
        aFigure({ year: 2018 }),
        figureAfterBreak(2019),
        figureAfterBreak(2020),
        figureAfterBreak(2021),
      ]),
    ).toEqual([
      [2017, 2018],
      [2019, 2020, 2021],
    ]);
    expect(stretches([aFigure({ year: 2017 }), aFigure({ year: 2018 }), figureAfterBreak(2019), figureAfterBreak(2020)])).toEqual(
      [],
    );
  });

  it("keep the true distance between years", () => {
    const points = [
      { year: 2020, value: 0 },
      { year: 2023, value: 5 },
      { year: 2024, value: 10 },
    ];
    expect(trendLine(points, 80, 20)).toEqual([
      [0, 20],
      [60, 10],
      [80, 0],
    ]);
  });
});
