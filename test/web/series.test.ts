// Figures over time: what is joined, and what stands apart.
import { describe, expect, it } from "vitest";
import { formatMoment } from "../../web/address/as-of.ts";
import type { FigureRecord } from "../../web/provenance/figure.ts";
import { groupedPoints, type SeriesFigure, type SeriesGroup, timeOf, wholeYears, withGaps } from "../../web/series/series.ts";
import { seriesOption } from "../../web/series/series-option.ts";
import { seriesChartWords } from "../../web/series/words.ts";

const aFigure = (change: Partial<SeriesFigure> & { year?: number } = {}): SeriesFigure => {
  const { year = 2023, ...rest } = change;
  return {
    id: `figure-${year}-${rest.periodKind ?? "YEAR"}-${rest.status ?? "OFFICIAL"}-${rest.qualifier ?? "EXACT"}-${rest.value ?? year}`,
    periodKind: "YEAR",
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    value: year,
    valueMax: null,
    qualifier: "EXACT",
    status: "OFFICIAL",
    isPreferred: true,
    indicator: { unit: { slug: "cny", nameZh: "元", nameEn: "CNY" } },
    ...rest,
  } as SeriesFigure;
};

describe("a series", () => {
  const grouped = (figures: SeriesFigure[]) =>
    Object.fromEntries(
      [...groupedPoints(figures)]
        .filter(([, points]) => points.length > 0)
        .map(([group, points]) => [group, points.map(({ value }) => value)]),
    );

  it("tells apart kinds of period, what is foreseen, bounds, and what does not stand", () => {
    const half: Partial<SeriesFigure> = { periodKind: "HALF_YEAR", periodStart: "2024-01-01", periodEnd: "2024-06-30" };
    expect(
      grouped([
        aFigure({ year: 2023, value: 10 }),
        aFigure({ year: 2022, value: 9 }),
        aFigure({ ...half, value: 5 }),
        aFigure({ year: 2027, value: 20, status: "TARGET", isPreferred: false }),
        aFigure({ year: 2025, value: 12, status: "EXPECTED", isPreferred: false, qualifier: "MORE_THAN" }),
        aFigure({ year: 2021, value: 8, qualifier: "MORE_THAN" }),
        aFigure({ year: 2020, value: 7, qualifier: "LESS_THAN" }),
        aFigure({ year: 2023, value: 11, isPreferred: false }),
        aFigure({ year: 2019, value: 3, valueMax: 4, qualifier: "RANGE" }),
        aFigure({ periodKind: "UNDATED", periodStart: null, periodEnd: null, value: 99 }),
      ]),
    ).toEqual({ year: [9, 10], HALF_YEAR: [5], expected: [12, 20], lower: [3, 8], upper: [4, 7], notUsed: [11] });
  });

  it("is computed of closed whole years only, one figure each, the one that stands", () => {
    const figures = [
      aFigure({ year: 2024, value: 2, isPreferred: false }),
      aFigure({ year: 2024, value: 1 }),
      aFigure({ year: 2025, value: 3, status: "EXPECTED" }),
      aFigure({ year: 2022, value: 5 }),
      aFigure({ year: 2025, value: 4, periodKind: "QUARTER" }),
    ];
    expect(wholeYears(figures).map(({ year, value }) => [year, value])).toEqual([
      [2022, 5],
      [2024, 1],
    ]);
  });

  it("is placed in time by its periods", () => {
    const time = (periodKind: FigureRecord["periodKind"], periodStart: string | null, periodEnd: string | null) =>
      timeOf({ periodKind, periodStart, periodEnd });
    expect(time("YEAR", "2024-01-01", "2024-12-31")).toBe(2024.5);
    expect(time("HALF_YEAR", "2023-01-01", "2023-06-30")).toBeCloseTo(2023.25, 2);
    expect(time("QUARTER", "2023-10-01", "2023-12-31")).toBeCloseTo(2023.875, 2);
    expect(time("DAY", "2020-11-01", "2020-11-01")).toBeCloseTo(2020.835, 2);
    expect(time("SPAN", "2021-01-01", "2023-12-31")).toBe(2024);
    expect(time("UNDATED", null, null)).toBeNull();
  });

  it("is not joined over years that are missing", () => {
    const points = [2020, 2021, 2024].map((time) => ({ time, value: 1, figure: aFigure({ year: time }) }));
    expect(withGaps(points).map(({ time, value }) => [time, value])).toEqual([
      [2020, 1],
      [2021, 1],
      [2022, null],
      [2024, 1],
    ]);
  });

  it("is not joined across a break in series, which is an upright line where figures lie on both sides", () => {
    const breakOn = (startsOn: string) => ({ seriesBreak: { startsOn } });
    const figures = [
      aFigure({ year: 2018, value: 100 }),
      aFigure({ year: 2019, value: 60, ...breakOn("2019-01-01") }),
      aFigure({ year: 2020, value: 66, ...breakOn("2019-01-01") }),
    ];
    const points = groupedPoints(figures).get("year") ?? [];
    expect(withGaps(points).map(({ time, value }) => [time, value])).toEqual([
      [2018.5, 100],
      [2019, null],
      [2019.5, 60],
      [2020.5, 66],
    ]);
    const breaksOf = (shownFigures: SeriesFigure[]) =>
      (seriesOption(shownFigures, "en").series as { markLine?: { data: unknown[] } }[])[0]?.markLine?.data;
    expect(breaksOf(figures)).toEqual([{ xAxis: 2019 }]);
    expect(breaksOf(figures.slice(1))).toEqual([]);
  });

  it("is drawn as a line of whole years and marks for all else", () => {
    const option = seriesOption(
      [aFigure({ year: 2022 }), aFigure({ year: 2023 }), aFigure({ year: 2024, qualifier: "MORE_THAN" })],
      "en",
    );
    const drawnSeries = (option.series as { id: SeriesGroup; type: string; data: { value: unknown[] }[] }[]).map(
      ({ id, type, data }) => [id, type, data.length],
    );
    expect(drawnSeries).toEqual([
      ["year", "line", 2],
      ["lower", "scatter", 1],
    ]);
  });
});

it("a moment is written with its time zone, a day without", () => {
  expect([formatMoment("2026-11-25", "zh"), formatMoment("2026-11-25T15:31:02.123Z", "zh")]).toEqual([
    "2026年11月25日",
    "2026年11月25日 15:31（UTC）",
  ]);
  expect([formatMoment("2026-11-25", "en"), formatMoment("2026-11-25T15:31:02.123Z", "en")]).toEqual([
    "25 Nov 2026",
    "25 Nov 2026, 15:31 UTC",
  ]);
});

it("the words of the chart have the same placeholders in both languages", () => {
  const partsOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  const { zh, en } = seriesChartWords;
  for (const [key, text] of Object.entries(zh.seriesChart)) {
    const english = en.seriesChart[key as keyof typeof en.seriesChart];
    expect([key, partsOf(english)]).toEqual([key, partsOf(text)]);
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  }
});
