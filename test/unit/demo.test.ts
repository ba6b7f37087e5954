// The synthetic figures: the same for the same seed, only in gaps, consistent with the recorded figures, and within the possible range.
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FILLED_YEARS, syntheticFigures } from "../../server/demo/figures.ts";
import { generatorFor } from "../../server/demo/random.ts";
import { type GrowthModel, seriesThrough } from "../../server/demo/series.ts";
import { type ObservationRecord, readDataset } from "../../server/imports/dataset.ts";

const data = readDataset(fileURLToPath(new URL("../../prisma/data", import.meta.url)));
const synthetic = syntheticFigures(data, 1);
const indicators = new Map(data.indicators.map((indicator) => [indicator.id, indicator]));
const outcomes = data.observations.filter(({ status }) => status !== "EXPECTED" && status !== "TARGET");

const yearOf = ({ period }: ObservationRecord): number => Number(period.end?.slice(0, 4));
const cell = ({ indicator, subject }: ObservationRecord): string => `${indicator} ${subject}`;
const byCell = new Map<string, ObservationRecord[]>();
for (const figure of outcomes) byCell.set(cell(figure), [...(byCell.get(cell(figure)) ?? []), figure]);
const valueIn = (indicator: string, subject: string, year: number): number | undefined => {
  const figureOfCell = [...outcomes, ...synthetic].find(
    (figure) =>
      figure.indicator === indicator && figure.subject === subject && yearOf(figure) === year && figure.period.kind !== "SPAN",
  );
  return figureOfCell && Number(figureOfCell.value);
};

describe("the same seed", () => {
  test("gives the same figures, another one others", () => {
    expect(syntheticFigures(data, 1)).toEqual(synthetic);
    const other = syntheticFigures(data, 2);
    expect(other.map(cell)).toEqual(synthetic.map(cell));
    expect(other.map(({ value }) => value)).not.toEqual(synthetic.map(({ value }) => value));
  });

  test("does not depend on the order of the records in the files", () => {
    expect(syntheticFigures({ ...data, observations: data.observations.toReversed() }, 1)).toEqual(synthetic);
  });

  test("gives them whatever else is measured", () => {
    const fewer = syntheticFigures({ ...data, indicators: data.indicators.filter(({ id }) => id !== "employees") }, 1);
    expect(fewer).toEqual(synthetic.filter(({ indicator }) => indicator !== "employees"));
  });
});

describe("a synthetic figure", () => {
  test("says so in every column", () => {
    for (const { status, confidence, sources, published, note_zh, note_en } of synthetic) {
      expect({ status, confidence, sources, published }).toEqual({
        ...{ status: "ESTIMATE", confidence: "LOW", sources: ["demo"], published: "演示 DEMO" },
      });
      expect([note_zh, note_en].every((note) => note && note.length > 10)).toBe(true);
    }
  });

  test("never replaces a recorded figure", () => {
    for (const figure of synthetic) {
      const { nature } = indicators.get(figure.indicator) ?? {};
      const recordedFigures = (byCell.get(cell(figure)) ?? []).filter((record) => {
        if (record.period.start === figure.period.start && record.period.end === figure.period.end) return true;
        const inYear = yearOf(record) === yearOf(figure) && Number(record.period.start?.slice(0, 4)) === yearOf(record);
        return inYear && (nature !== "FLOW" || record.period.kind === "YEAR");
      });
      expect([figure.indicator, figure.subject, yearOf(figure), recordedFigures]).toEqual([
        figure.indicator,
        figure.subject,
        yearOf(figure),
        [],
      ]);
    }
  });

  test("exists once for each cell and year from 2018 to 2025", () => {
    const keys = synthetic.map((figure) => `${cell(figure)} ${yearOf(figure)}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(synthetic.map(yearOf))).toEqual(new Set(FILLED_YEARS));
  });

  test("is within the range of its indicator: shares up to 100, whole counts, ranks from 1, nothing negative", () => {
    for (const figure of synthetic) {
      const { unit, nature, id } = indicators.get(figure.indicator) ?? {};
      const value = Number(figure.value);
      expect([id, Number.isFinite(value)]).toEqual([id, true]);
      const isGrowth = /-growth(-|$)/.test(id ?? "");
      if (!isGrowth) expect([id, value >= 0]).toEqual([id, true]);
      if (unit === "percent" && !isGrowth) expect([id, value <= 100]).toEqual([id, true]);
      if (isGrowth) expect([id, Math.abs(value) < 50]).toEqual([id, true]);
      if (nature === "RANK") expect([id, value >= 1]).toEqual([id, true]);
      if (unit !== "percent" && unit !== "km2") expect([id, Number.isInteger(value)]).toEqual([id, true]);
    }
  });

  test("of a whole year is not less than the recorded figure of a part of that year", () => {
    const parts = outcomes.filter(({ indicator, period }) => {
      const isPart = !["YEAR", "SPAN", "UNDATED", "DAY"].includes(period.kind);
      return isPart && indicators.get(indicator)?.nature === "FLOW" && !/cumulative|average/.test(indicator);
    });
    const compared = parts.filter((part) =>
      synthetic.some((figure) => cell(figure) === cell(part) && yearOf(figure) === yearOf(part)),
    );
    expect(compared.length).toBeGreaterThan(5);
    for (const part of compared) {
      const wholeValue = Number(
        synthetic.find((figure) => cell(figure) === cell(part) && yearOf(figure) === yearOf(part))?.value,
      );
      expect([cell(part), yearOf(part), wholeValue >= Number(part.value)]).toEqual([cell(part), yearOf(part), true]);
    }
  });
});

describe("the gaps", () => {
  test("of all districts are filled for what districts are compared by", () => {
    for (const { code } of data.districts)
      for (const indicator of [
        "gdp",
        "gdp-growth",
        "tertiary-share",
        "tertiary-value-added",
        "population-permanent",
        "high-tech-firms",
      ])
        for (const year of FILLED_YEARS) {
          const valueOfDistrict = valueIn(indicator, `district:${code}`, year);
          expect([code, indicator, year, valueOfDistrict !== undefined]).toEqual([code, indicator, year, true]);
        }
  });

  test("of every measure of the plan are filled, but for the one that shows what it says where data is missing", () => {
    const measures = data.plan.targets.flatMap((target) => target.measures.filter(({ role }) => role === "MEASURES"));
    const isFilled = (indicator: string, subject: string) =>
      synthetic.some((figure) => cell(figure) === `${indicator} ${subject}`) ||
      FILLED_YEARS.every((year) => valueIn(indicator, subject, year) !== undefined);
    const empty = measures.filter(({ indicator, subject }) => !isFilled(indicator, subject));
    expect(empty.map(({ indicator }) => indicator)).toEqual(["internationally-known-hospitals"]);
    expect(new Set(synthetic.filter(({ qualifier }) => qualifier !== "EXACT").map(({ indicator }) => indicator))).toEqual(
      new Set(["engineering-design-revenue", "backbone-service-trade-firms"]),
    );
  });

  test("of censuses and of land areas are not filled", () => {
    const syntheticIndicators = new Set(synthetic.map(({ indicator }) => indicator));
    for (const omittedIndicator of ["population-census", "population-permanent-pre-census", "land-area", "administered-area"])
      expect([omittedIndicator, syntheticIndicators.has(omittedIndicator)]).toEqual([omittedIndicator, false]);
  });

  test("of the city are filled with the sum of its parts, where only the parts are recorded", () => {
    const zones = data.sites.filter(({ kind, parent }) => kind === "BONDED_ZONE" && !parent).map(({ slug }) => `site:${slug}`);
    // The total that is recorded is left out.
    const trade = ({ indicator }: ObservationRecord) => indicator === "bonded-zone-trade";
    const observations = data.observations.filter((figure) => !trade(figure) || figure.subject !== "region:420100");
    const figures = [...observations, ...syntheticFigures({ ...data, observations }, 1)].filter(trade);
    const tradeOf = (subjectName: string) =>
      Number(figures.find((figure) => figure.subject === subjectName && yearOf(figure) === 2023)?.value);
    const parts = zones.map(tradeOf);
    expect(tradeOf("region:420100")).toBeCloseTo(
      parts.reduce((sum, part) => sum + part, 0),
      -9,
    );
    expect(valueIn("container-throughput-port-of-wuhan", "region:420100", 2022)).toBe(2_699_700);
  });

  test("are filled with figures that fit each other", () => {
    const [year, subject] = [2022, "district:420113"];
    const [gdp = 0, share = 0, part = 0] = ["gdp", "tertiary-share", "tertiary-value-added"].map((id) =>
      valueIn(id, subject, year),
    );
    expect(part / gdp).toBeCloseTo(share / 100, 2);
    const grown = (gdp / (valueIn("gdp", subject, year - 1) ?? 0) - 1) * 100;
    // At constant prices: a percent below.
    expect(valueIn("gdp-growth", subject, year)).toBeCloseTo(grown - 1, 0);
  });
});

describe("a series", () => {
  const years = [2015, 2016, 2017, 2018, 2019, 2020];
  const model: GrowthModel = {
    movement: "GROWS",
    growth: 0.05,
    estimatesGrowth: true,
    noise: 0.02,
    neverFalls: false,
    min: 0,
    max: 1e12,
  };
  const someRecordedYears = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 2005, max: 2025 }), fc.double({ min: 1, max: 1e9, noNaN: true })), {
      minLength: 1,
      maxLength: 6,
      selector: ([year]) => year,
    })
    .map((entries) => new Map(entries));

  test("passes through the recorded values, and has a value for each year", () => {
    fc.assert(
      fc.property(someRecordedYears, fc.integer(), (values, seed) => {
        const series = seriesThrough(values, years, model, generatorFor(seed, "x"));
        expect([...series.keys()]).toEqual(years);
        for (const year of years) {
          if (values.has(year)) expect(series.get(year)).toBe(values.get(year));
          expect(series.get(year)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("of a running total never falls unless the recorded values do", () => {
    fc.assert(
      fc.property(someRecordedYears, fc.integer(), (values, seed) => {
        const sorted = [...values.values()].sort((a, b) => a - b);
        const rising = new Map([...values.keys()].sort((a, b) => a - b).map((year, index) => [year, sorted[index] ?? 0]));
        const series = seriesThrough(rising, years, { ...model, neverFalls: true }, generatorFor(seed, "x"));
        for (const year of years.slice(1)) expect(series.get(year) ?? 0).toBeGreaterThanOrEqual(series.get(year - 1) ?? 0);
      }),
    );
  });

  test("of shares stays within them", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer(), (share, seed) => {
        const randomWalk: GrowthModel = { ...model, movement: "WALKS", growth: 0, noise: 30, min: 0, max: 100 };
        for (const value of seriesThrough(new Map([[2018, share]]), years, randomWalk, generatorFor(seed, "x")).values()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
