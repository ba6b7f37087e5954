// Who has figures of what: counted again from the figures themselves, and of synthetic figures by hand.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

interface Tally {
  possible: number;
  filled: number;
  share: number | null;
  medianAgeDays: number | null;
  newestYear: number | null;
}
interface Cell {
  isApplicable: boolean;
  figures: number;
  expectations: number;
  year: number | null;
  periodEnd: string | null;
  ageDays: number | null;
  status: string | null;
  conflicting: boolean;
  figure: { published: string; sources: { publisherZh: string; publisherEn: string; publisherKind: string }[] } | null;
}
interface Answer extends Tally {
  totalSubjects: number;
  totalIndicators: number;
  columns: (Tally & { indicator: { slug: string; appliesTo: string[] } })[];
  rows: (Tally & { key: string; cells: Cell[] })[];
}

const TALLY = "possible filled share medianAgeDays newestYear";
const CELL = "isApplicable figures expectations year periodEnd ageDays status conflicting";
const QUERY = `query Q($set: SubjectSet!, $indicators: [String!], $subjects: [String!], $filter: SiteFilter, $first: Int! = 50, $skip: Int! = 0,
    $firstIndicators: Int! = 50, $skipIndicators: Int! = 0, $asOf: DateTime) {
  completeness(set: $set, indicators: $indicators, subjects: $subjects, filter: $filter, first: $first, skip: $skip,
      firstIndicators: $firstIndicators, skipIndicators: $skipIndicators, asOf: $asOf) {
    totalSubjects totalIndicators ${TALLY} columns { indicator { slug appliesTo } ${TALLY} }
    rows { key ${TALLY} cells { ${CELL} } } } }`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe.each(databases)("completeness on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  const queryCompleteness = async (variables: Record<string, unknown>): Promise<Answer> =>
    (await atlas.query(QUERY, variables)).completeness as unknown as Answer;

  test("rows, columns and cells add up to the whole; what is shown is the page", async () => {
    for (const variables of [
      { set: "DISTRICT", firstIndicators: 200 },
      { set: "FUNCTIONAL_AREA", firstIndicators: 200 },
      { set: "SITE", filter: { kinds: ["LOGISTICS_HUB"] }, first: 20, firstIndicators: 100 },
    ]) {
      const answer = await queryCompleteness(variables);
      expect(answer.rows).toHaveLength(answer.totalSubjects);
      expect(answer.columns).toHaveLength(answer.totalIndicators);
      for (const part of ["possible", "filled"] as const) {
        expect(sum(answer.rows.map((row) => row[part]))).toBe(answer[part]);
        expect(sum(answer.columns.map((column) => column[part]))).toBe(answer[part]);
      }
      for (const { possible, filled, share, cells } of answer.rows) {
        expect(cells).toHaveLength(answer.columns.length);
        expect(cells.filter(({ isApplicable }) => isApplicable)).toHaveLength(possible);
        expect(cells.filter(({ figures }) => figures > 0)).toHaveLength(filled);
        expect(share).toBeCloseTo(filled / possible, 12);
      }
      const ages = answer.rows
        .flatMap(({ cells }) => cells.flatMap(({ ageDays }) => ageDays ?? []))
        .sort((one, other) => one - other);
      const middle =
        ((ages[Math.floor((ages.length - 1) / 2)] as number) + (ages[Math.ceil((ages.length - 1) / 2)] as number)) / 2;
      expect(answer.medianAgeDays).toBe(middle);
      const filled = answer.columns.map((column) => column.filled);
      expect(filled).toEqual(filled.toSorted((one, other) => other - one));
    }
  });

  test("districts: each cell is what the figures say, found by a query of its own", async () => {
    const answer = await queryCompleteness({ set: "DISTRICT", firstIndicators: 200 });
    const { rows: newest } = await atlas.database.pool.query(
      `SELECT district_code AS key, indicator_id AS indicator, count(*)::int AS figures, max(period_end)::text AS "periodEnd"
       FROM observation WHERE district_code IS NOT NULL AND superseded_at IS NULL AND status NOT IN ('EXPECTED', 'TARGET') GROUP BY 1, 2`,
    );
    expect(answer.filled).toBe(newest.length);
    for (const { key, indicator, figures, periodEnd } of newest) {
      const column = answer.columns.findIndex((each) => each.indicator.slug === indicator);
      const cell = answer.rows.find((row) => row.key === key)?.cells[column];
      expect(cell).toMatchObject({
        figures,
        periodEnd,
        isApplicable: true,
        year: periodEnd ? Number(periodEnd.slice(0, 4)) : null,
      });
    }
    expect(answer.columns.every(({ indicator }) => indicator.appliesTo.includes("DISTRICT"))).toBe(true);
  });

  test("sites: what a kind is not measured by is no gap", async () => {
    const answer = await queryCompleteness({ set: "SITE", indicators: ["airport-passengers", "planned-area"], first: 200 });
    const columnIndex = (slug: string) => answer.columns.findIndex(({ indicator }) => indicator.slug === slug);
    const park = answer.rows.find(({ key }) => key === "park-biolake");
    expect(park?.cells[columnIndex("airport-passengers")]).toMatchObject({ isApplicable: false, figures: 0 });
    expect(park?.possible).toBe(1);
    // 15 hubs and their terminals of the 47 sites.
    expect(answer.columns[columnIndex("airport-passengers")]?.possible).toBe(15);
    expect(answer.columns[columnIndex("planned-area")]?.possible).toBe(47);
  });

  test("pages are parts of the whole", async () => {
    const variables = { set: "DISTRICT", firstIndicators: 7, skipIndicators: 5, first: 4, skip: 3 };
    const [whole, page] = [
      await queryCompleteness({ set: "DISTRICT", firstIndicators: 200 }),
      await queryCompleteness(variables),
    ];
    expect(page.rows.map(({ key }) => key)).toEqual(whole.rows.slice(3, 7).map(({ key }) => key));
    expect(page.columns).toEqual(whole.columns.slice(5, 12));
    expect(page.rows.map(({ cells }) => cells)).toEqual(whole.rows.slice(3, 7).map(({ cells }) => cells.slice(5, 12)));
    expect([page.possible, page.filled, page.totalIndicators]).toEqual([whole.possible, whole.filled, whole.totalIndicators]);
  });

  test("the order of names does not matter", async () => {
    const [indicators, subjects] = [
      ["gdp", "population-census", "high-tech-firms"],
      ["420117", "420102"],
    ];
    const one = await queryCompleteness({ set: "DISTRICT", indicators, subjects });
    expect(
      await queryCompleteness({ set: "DISTRICT", indicators: indicators.toReversed(), subjects: subjects.toReversed() }),
    ).toEqual(one);
    expect(one.rows.map(({ key }) => key)).toEqual(["420102", "420117"]);
  });

  test("computed by hand: age, conflict, expectation and the data as of a day", async () => {
    const { pool } = atlas.database;
    await pool.query(
      `INSERT INTO indicator (id, name_zh, name_en, definition_zh, definition_en, unit_id, aggregation, nature, direction, frequency, applies_to, standard)
       VALUES ('test-indicator', '-', '-', '-', '-', 'firm', 'LAST', 'STOCK', 'HIGHER', 'YEARLY', '{DISTRICT}', 'NONE')`,
    );
    const add = (district: string, year: number, value: string, status: string, recordedAt: string, source: string) =>
      pool.query(
        `INSERT INTO observation (indicator_id, district_code, period_kind, period_start, period_end, value, qualifier, status, confidence, published, source_id, change_set_id, recorded_at)
         SELECT 'test-indicator', $1, 'YEAR', make_date($2, 1, 1), make_date($2, 12, 31), $3, 'EXACT', $4::observation_status, 'HIGH', '-', $5, min(id), $6 FROM change_set`,
        [district, year, value, status, source, recordedAt],
      );
    await add("420102", 2022, "10", "OFFICIAL", "2023-02-01", "stat22");
    await add("420102", 2023, "12", "REPORTED", "2024-02-01", "trade23");
    await add("420102", 2023, "12.0", "OFFICIAL", "2024-03-01", "stat23");
    await add("420103", 2023, "7", "REPORTED", "2024-02-01", "trade23");
    await add("420103", 2023, "8", "OFFICIAL", "2024-04-01", "stat23");
    await add("420104", 2024, "9", "EXPECTED", "2024-02-01", "stat23");
    await pool.query("SELECT refresh_totals()");
    const cells = async (asOf: string): Promise<Record<string, Cell>> => {
      const answer = await queryCompleteness({ set: "DISTRICT", indicators: ["test-indicator"], asOf });
      return Object.fromEntries(answer.rows.map((row) => [row.key, row.cells[0] as Cell]));
    };
    // From 31 December 2023 to 30 April 2024 it is 31 + 29 + 31 + 30 days; 12 and 12.0 agree, 7 and 8 do not.
    const april = await cells("2024-04-30T12:00:00Z");
    expect(april["420102"]).toMatchObject({ figures: 3, year: 2023, ageDays: 121, status: "OFFICIAL", conflicting: false });
    expect(april["420103"]).toMatchObject({ figures: 2, year: 2023, ageDays: 121, status: "OFFICIAL", conflicting: true });
    expect(april["420104"]).toMatchObject({ figures: 0, expectations: 1, year: null, ageDays: null, status: null });
    expect(april["420105"]).toMatchObject({ figures: 0, expectations: 0, isApplicable: true });
    const february = await cells("2024-02-15T00:00:00Z");
    expect(february["420103"]).toMatchObject({ figures: 1, ageDays: 46, status: "REPORTED", conflicting: false });
    const before = await cells("2023-06-30T00:00:00Z");
    expect(before["420102"]).toMatchObject({ figures: 1, year: 2022, ageDays: 181 });
    expect(before["420103"]).toMatchObject({ figures: 0 });
    const { completeness } = await atlas.query(
      `{ completeness(set: DISTRICT, indicators: ["test-indicator"], asOf: "2024-04-30T12:00:00Z") { ${TALLY} rows { key cells { figure { published sources { publisherZh publisherEn publisherKind } } } } } }`,
    );
    // Two of thirteen districts, both of the same day.
    expect(completeness).toMatchObject({ possible: 13, filled: 2, medianAgeDays: 121, newestYear: 2023 });
    expect((completeness as unknown as Answer).rows[0]?.cells[0]?.figure?.sources[0]).toMatchObject({
      publisherEn: "Wuhan Municipal Bureau of Statistics",
      publisherKind: "STATISTICS",
    });
    await pool.query("DELETE FROM observation WHERE indicator_id = 'test-indicator'");
    await pool.query("DELETE FROM indicator WHERE id = 'test-indicator'");
  });

  test("one statement", async () => {
    // After the writes above the data version is read once more.
    await atlas.query("{ atlas { version } }");
    const before = atlas.database.statements;
    await queryCompleteness({ set: "DISTRICT" });
    expect(atlas.database.statements - before).toBe(1);
  });

  test.each([
    ["VALUE_UNKNOWN", { set: "DISTRICT", indicators: ["gdp", "no-such"] }],
    ["VALUE_UNKNOWN", { set: "DISTRICT", subjects: ["420199"] }],
    ["VALUE_UNKNOWN", { set: "FUNCTIONAL_AREA", subjects: ["420102"] }],
    ["VALUE_UNKNOWN", { set: "SITE", filter: { districts: ["420199"] } }],
    ["LIST_TOO_LONG", { set: "DISTRICT", indicators: Array.from({ length: 201 }, (_, index) => `i${index}`) }],
    ["NUMBER_OUT_OF_RANGE", { set: "DISTRICT", first: -1 }],
    ["NUMBER_OUT_OF_RANGE", { set: "DISTRICT", firstIndicators: 201 }],
    ["NUMBER_OUT_OF_RANGE", { set: "DISTRICT", skipIndicators: -1 }],
    ["TEXT_WITH_CONTROL", { set: "DISTRICT", indicators: ["g\u0000dp"] }],
    ["QUERY_TOO_COSTLY", { set: "SITE", first: 200, firstIndicators: 200 }],
  ])("%s for %j", async (code, variables) => {
    const [en, zh] = [await atlas.queryError(QUERY, variables), await atlas.queryError(QUERY, variables, "zh")];
    expect(en.code).toBe(code);
    expect(en.message).not.toMatch(/\p{Script=Han}/u);
    expect(zh.message).toMatch(/\p{Script=Han}/u);
  });
});
