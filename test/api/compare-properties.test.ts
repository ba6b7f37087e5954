// What must hold whatever the figures are: results equal those of an independent arithmetic written here, units cancel, shares of the
// parts make the whole, and nothing depends on the order of anything.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";
import { addFigures, addIndicators, type Figure, figureOfYear } from "../figures.ts";
import { runs } from "../runs.ts";

// Districts whose statistics and area are of the same ground; years beyond the real data.
const AREA: Record<string, number> = { "420102": 80.28, "420103": 28.29, "420104": 40.06, "420105": 111.54 };
const DISTRICTS = Object.keys(AREA);
const CITY = "420100";
const YEARS = [2041, 2042, 2043];
const FORMULAS = [
  ...(["VALUE", "PER_KM2", "PER_HEAD", "SHARE_OF_CITY", "YEAR_ON_YEAR", "AVERAGE_GROWTH", "LOCATION_QUOTIENT"] as const),
];
const INDICATORS = ["made-x", "gdp", "population-permanent"];

/** The bounds of a non-negative number; zero and infinity mean that there is no bound. */
interface Bounds {
  from: number;
  to: number;
  isFromExcluded: boolean;
  isToExcluded: boolean;
  about: boolean;
  nearly: boolean;
}

function boundsOf({ value, valueMax, qualifier }: Figure): Bounds {
  const all = { from: 0, to: Number.POSITIVE_INFINITY, isFromExcluded: false, isToExcluded: false, about: false, nearly: false };
  if (qualifier === "AT_LEAST") return { ...all, from: value };
  if (qualifier === "MORE_THAN") return { ...all, from: value, isFromExcluded: true };
  if (qualifier === "AT_MOST") return { ...all, to: value };
  if (qualifier === "LESS_THAN") return { ...all, to: value, isToExcluded: true };
  if (qualifier === "NEARLY") return { ...all, to: value, isToExcluded: true, nearly: true };
  if (qualifier === "RANGE") return { ...all, from: value, to: valueMax as number };
  return { ...all, from: value, to: value, about: qualifier === "ABOUT" };
}

const exactly = (value: number): Bounds => boundsOf({ value, qualifier: "EXACT" } as Figure);

const divided = (one: Bounds, by: Bounds): Bounds => ({
  from: by.to === Number.POSITIVE_INFINITY ? 0 : one.from / by.to,
  to: by.from === 0 ? Number.POSITIVE_INFINITY : one.to / by.from,
  isFromExcluded: one.isFromExcluded || by.isToExcluded,
  isToExcluded: one.isToExcluded || by.isFromExcluded,
  about: one.about || by.about,
  nearly: one.nearly && by.from === by.to,
});

interface ExpectedCell {
  value: number | null;
  valueMax: number | null;
  qualifier: string | null;
  notComputable: string | null;
}
const notComputableCell = (notComputable: string): ExpectedCell => ({
  value: null,
  valueMax: null,
  qualifier: null,
  notComputable,
});

function toExpectedCell(result: Bounds, f: (x: number) => number = (x) => x): ExpectedCell {
  const isBelow = result.from > 0;
  const isAbove = result.to < Number.POSITIVE_INFINITY;
  const cell = (value: number, qualifier: string, max: number | null = null): ExpectedCell => ({
    value: f(value),
    valueMax: max === null ? null : f(max),
    qualifier,
    notComputable: null,
  });
  if (!isBelow && !isAbove) return notComputableCell("BOUNDS_ONLY");
  if (result.from === result.to) return cell(result.from, result.about ? "ABOUT" : "EXACT");
  if (!isAbove) return cell(result.from, result.isFromExcluded ? "MORE_THAN" : "AT_LEAST");
  if (isBelow) return cell(result.from, "RANGE", result.to);
  if (result.nearly) return cell(result.to, result.about ? "ABOUT" : "NEARLY");
  return cell(result.to, result.isToExcluded ? "LESS_THAN" : "AT_MOST");
}

/** The result of a formula, worked out from the figures one by one. */
function expected(figures: readonly Figure[], formula: (typeof FORMULAS)[number], district: string, year: number): ExpectedCell {
  const publishedBounds = (indicator: string, subject: string, in_ = year): Bounds | undefined => {
    const figure = figures.find(
      (each) => each.indicator === indicator && each.subject === subject && each.start === `${in_}-01-01`,
    );
    return figure && boundsOf(figure);
  };
  const x = publishedBounds("made-x", district);
  if (!x) return notComputableCell("NO_FIGURE");
  if (formula === "VALUE") return toExpectedCell(x);
  if (formula === "PER_KM2") return toExpectedCell(divided(x, exactly(AREA[district] as number)));
  if (formula === "PER_HEAD") {
    const populationBounds = publishedBounds("population-permanent", district);
    return populationBounds ? toExpectedCell(divided(x, populationBounds)) : notComputableCell("NO_POPULATION");
  }
  if (formula === "SHARE_OF_CITY") {
    const city = publishedBounds("made-x", CITY);
    return city ? toExpectedCell(divided(x, city), (share) => 100 * share) : notComputableCell("NO_CITY_FIGURE");
  }
  if (formula === "YEAR_ON_YEAR") {
    const base = publishedBounds("made-x", district, year - 1);
    return base ? toExpectedCell(divided(x, base), (ratio) => 100 * (ratio - 1)) : notComputableCell("NO_BASE");
  }
  if (formula === "AVERAGE_GROWTH") {
    const places = (from: number) =>
      DISTRICTS.filter((each) => publishedBounds("made-x", each) && publishedBounds("made-x", each, from) !== undefined).length;
    const first = YEARS.filter((each) => each < year).sort((one, other) => places(other) - places(one) || one - other)[0];
    const base = first && publishedBounds("made-x", district, first);
    if (!base) return notComputableCell("NO_BASE");
    return toExpectedCell(divided(x, base), (ratio) => 100 * (ratio ** (1 / (year - first)) - 1));
  }
  const [gdp, whole, wholeGdp] = [
    publishedBounds("gdp", district),
    publishedBounds("made-x", CITY),
    publishedBounds("gdp", CITY),
  ];
  if (!gdp) return notComputableCell("NO_BASE");
  if (!whole || !wholeGdp) return notComputableCell("NO_CITY_FIGURE");
  return toExpectedCell(divided(divided(x, gdp), divided(whole, wholeGdp)));
}

const qualifiers = ["EXACT", "ABOUT", "NEARLY", "AT_LEAST", "MORE_THAN", "AT_MOST", "LESS_THAN", "RANGE"];
const figureAt = (indicator: string, subject: string, year: number): fc.Arbitrary<Figure[]> =>
  fc
    .record({
      isPublished: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
      value: fc.integer({ min: 1, max: 100_000 }),
      more: fc.integer({ min: 1, max: 1000 }),
      // Most figures are exact; bounds on everything would leave nothing to compute.
      qualifier: fc.oneof(
        { weight: 3, arbitrary: fc.constant("EXACT") },
        { weight: 2, arbitrary: fc.constantFrom(...qualifiers) },
      ),
    })
    .map(({ isPublished, value, more, qualifier }) =>
      isPublished
        ? [figureOfYear(indicator, subject, year, value, qualifier, qualifier === "RANGE" ? value + more : undefined)]
        : [],
    );
const somePlaces = [...DISTRICTS, CITY];
const someFigures: fc.Arbitrary<Figure[]> = fc
  .tuple(...INDICATORS.flatMap((name) => somePlaces.flatMap((place) => YEARS.map((year) => figureAt(name, place, year)))))
  .map((figures) => figures.flat());

describe.each(databases)("properties of comparisons on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    await addIndicators(atlas, { "made-x": {} });
  });
  afterAll(() => atlas.close());

  const storeFigures = async (figures: readonly Figure[]): Promise<void> => {
    await atlas.database.pool.query("DELETE FROM observation WHERE period_end >= '2041-01-01'");
    await addFigures(atlas, figures);
  };
  interface Answer {
    key: string;
    cells: (ExpectedCell & { series: ({ year: number } & ExpectedCell)[] })[];
  }
  const CELL_FIELDS = "value valueMax qualifier notComputable";
  const compareRows = async (
    formulas: readonly string[] = FORMULAS,
    subjects: readonly string[] = DISTRICTS,
  ): Promise<Answer[]> => {
    const { compare } = await atlas.query(
      `query ($measures: [MeasureInput!]!, $subjects: [String!]) { compare(set: DISTRICT, measures: $measures, subjects: $subjects, period: "2043") {
        rows { key cells { ${CELL_FIELDS} series { year ${CELL_FIELDS} } } } } }`,
      { measures: formulas.map((formula) => ({ indicator: "made-x", formula })), subjects },
    );
    return (compare as { rows: Answer[] }).rows;
  };
  const near = (one: number | null, other: number | null): void => {
    if (one === null || other === null) expect(one).toBe(other);
    else expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one), Math.abs(other)));
  };
  const expectEqualCells = (one: ExpectedCell, other: ExpectedCell): void => {
    near(one.value, other.value);
    near(one.valueMax, other.valueMax);
    expect([one.qualifier, one.notComputable]).toEqual([other.qualifier, other.notComputable]);
  };
  // Each database tries cases of its own.
  const runOptions = runs(20 / databases.length);

  test("every formula gives what is worked out from the figures one by one", async () => {
    await fc.assert(
      fc.asyncProperty(someFigures, async (figures) => {
        await storeFigures(figures);
        for (const { key, cells } of await compareRows()) {
          for (const [index, formula] of FORMULAS.entries()) {
            const cell = cells[index] as Answer["cells"][number];
            expectEqualCells(cell, expected(figures, formula, key, 2043));
            for (const point of cell.series) expectEqualCells(point, expected(figures, formula, key, point.year));
          }
        }
      }),
      runOptions,
    );
  });

  test("a place is the best and the last that the others' bounds leave", async () => {
    // Few numbers, so that many are equal or meet at their bounds.
    const qualifiedNumber = fc.record({ value: fc.integer({ min: 1, max: 4 }), qualifier: fc.constantFrom(...qualifiers) });
    const certainly = (one: Bounds, other: Bounds) =>
      one.from > other.to || (one.from === other.to && (one.isFromExcluded || other.isToExcluded));
    // "Nearly" ranks by its number.
    const ranked = (figure: Figure) => (figure.qualifier === "NEARLY" ? exactly(figure.value) : boundsOf(figure));
    await fc.assert(
      fc.asyncProperty(fc.array(qualifiedNumber, { minLength: 4, maxLength: 4 }), async (generatedNumbers) => {
        const figures = generatedNumbers.map(({ value, qualifier }, index) =>
          figureOfYear(
            "made-x",
            DISTRICTS[index] as string,
            2043,
            value,
            qualifier,
            qualifier === "RANGE" ? value + 1 : undefined,
          ),
        );
        await storeFigures(figures);
        const { compare } = await atlas.query(
          `query ($subjects: [String!]) { compare(set: DISTRICT, measures: [{ indicator: "made-x" }], subjects: $subjects, period: "2043") {
            rows { key cells { rank rankFrom rankTo } } } }`,
          { subjects: DISTRICTS },
        );
        const rows = (compare as { rows: { key: string; cells: { rank: number | null; rankFrom: number; rankTo: number }[] }[] })
          .rows;
        for (const { key, cells } of rows) {
          const rankedCell = ranked(figures.find(({ subject }) => subject === key) as Figure);
          const others = figures.filter(({ subject }) => subject !== key).map(ranked);
          const [from, to] = [
            1 + others.filter((other) => certainly(other, rankedCell)).length,
            1 + others.filter((other) => other.to > rankedCell.from).length,
          ];
          expect(cells[0]).toEqual({ rank: from === to ? from : null, rankFrom: from, rankTo: to });
        }
      }),
      runs(40 / databases.length),
    );
  });

  test("units cancel: in thousands, shares, growths and quotients are the same", async () => {
    await fc.assert(
      fc.asyncProperty(someFigures, fc.constantFrom(10, 1000, 0.5), async (figures, unit) => {
        const scaleFreeFormulas = ["SHARE_OF_CITY", "YEAR_ON_YEAR", "AVERAGE_GROWTH", "LOCATION_QUOTIENT"];
        await storeFigures(figures);
        const before = await compareRows(scaleFreeFormulas);
        await storeFigures(
          figures.map((figure) =>
            figure.indicator === "made-x"
              ? { ...figure, value: figure.value * unit, valueMax: figure.valueMax && figure.valueMax * unit }
              : figure,
          ),
        );
        for (const [row, { cells }] of (await compareRows(scaleFreeFormulas)).entries())
          for (const [index, cell] of cells.entries()) expectEqualCells(cell, before[row]?.cells[index] as ExpectedCell);
      }),
      runOptions,
    );
  });

  test("shares of the parts make the whole", async () => {
    const values = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(values, async (parts) => {
        const total = parts.reduce((sum, each) => sum + each, 0);
        await storeFigures([
          ...parts.map((value, index) => figureOfYear("made-x", DISTRICTS[index] as string, 2043, value)),
          figureOfYear("made-x", CITY, 2043, total),
        ]);
        const rows = await compareRows(["SHARE_OF_CITY"]);
        near(
          rows.reduce((sum, { cells }) => sum + (cells[0]?.value ?? Number.NaN), 0),
          100,
        );
      }),
      runOptions,
    );
  });

  test("nothing depends on the order of figures, measures or subjects", async () => {
    await fc.assert(
      fc.asyncProperty(
        someFigures.chain((figures) =>
          fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length })),
        ),
        fc.shuffledSubarray([...FORMULAS], { minLength: FORMULAS.length }),
        fc.shuffledSubarray([...DISTRICTS], { minLength: DISTRICTS.length }),
        async ([figures, shuffled], formulas, districts) => {
          await storeFigures(figures);
          const before = new Map((await compareRows()).map(({ key, cells }) => [key, cells]));
          await storeFigures(shuffled);
          for (const { key, cells } of await compareRows(formulas, districts))
            for (const [index, formula] of formulas.entries())
              expect(cells[index]).toEqual(before.get(key)?.[FORMULAS.indexOf(formula)]);
        },
      ),
      runOptions,
    );
  });
});
