// Statements that come again are prepared under a name on their connection, within bounds, and answer the same.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RUNS_BEFORE_NAMING } from "../../server/database/named-statements.ts";
import { mayBeNamed, raw, type Sql, sql } from "../../server/database/sql.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

test.each([
  [true, "SELECT 1 FROM site row0 WHERE (row0.sort_zh, row0.id) > ($1, $2) ORDER BY row0.sort_zh LIMIT 51"],
  [true, "SELECT ST_AsGeoJSON(ST_ForcePolygonCCW(row0.point), 7), ST_X(row0.point), ST_XMin(row0.boundary) FROM site row0"],
  [true, "SELECT ST_Distance(p, c) FROM site ORDER BY p <-> ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography LIMIT 10"],
  [false, "SELECT 1 FROM site WHERE ST_Intersects(point, ST_GeomFromGeoJSON($1))"],
  [false, "SELECT 1 FROM site WHERE ST_DWithin(point::geography, $1::geography, $2)"],
  [false, "SELECT 1 FROM site WHERE point && $1"],
  [false, "SELECT 1 FROM site WHERE search_text LIKE $1"],
  [false, "SELECT 1 FROM site WHERE search_text ~* $1"],
  [false, "SELECT ST_AsMVT(t) FROM (SELECT ST_TileEnvelope($1, $2, $3)) t"],
])("%s: a plan for all values suits %s", (suits, text) => {
  expect(mayBeNamed(text)).toBe(suits);
});

describe.each(databases)("named statements on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  const repeated = async (statement: Sql): Promise<unknown[]> => {
    const results: unknown[] = [];
    for (let run = 0; run < RUNS_BEFORE_NAMING + 3; run++) results.push(await atlas.database.rows(statement));
    return results;
  };
  const preparedTexts = async () =>
    (await atlas.database.rows<{ statement: string }>(sql`SELECT statement FROM pg_prepared_statements`)).map(
      ({ statement }) => statement,
    );
  const siteAfter = (slug: string) => sql`SELECT slug FROM site WHERE slug > ${slug} ORDER BY slug LIMIT 1`;
  const siteNamed = (pattern: string) => sql`SELECT count(*) FROM site WHERE name_en LIKE ${pattern}`;

  test("a statement that comes again is prepared, and answers for other values", async () => {
    const results = await repeated(siteAfter("a"));
    for (const result of results) expect(result).toEqual(results[0]);
    expect(await preparedTexts()).toContain(siteAfter("a").text);
    const [site] = await atlas.database.rows<{ slug: string }>(siteAfter("m"));
    expect(site?.slug.localeCompare("m")).toBe(1);
  });

  test("a comparison is planned once, whatever is compared", async () => {
    const slugs = (await atlas.database.rows<{ slug: string }>(sql`SELECT slug FROM site ORDER BY slug LIMIT 30`)).map(
      ({ slug }) => slug,
    );
    for (let run = 0; run < RUNS_BEFORE_NAMING + 9; run++) {
      await atlas.query(
        'query ($subjects: [String!]) { compare(set: SITE, subjects: $subjects, measures: [{ indicator: "planned-area" }]) { rows { key cells { value } } } }',
        { subjects: slugs.slice(run, run + 5 + run) },
      );
    }
    const [counts] = await atlas.database.rows<{ generic: number }>(
      sql`SELECT generic_plans AS generic FROM pg_prepared_statements WHERE position('shown_result' in statement) > 0`,
    );
    expect(counts?.generic).toBeGreaterThan(0);
  });

  test("one with a pattern is not", async () => {
    await repeated(siteNamed("%park%"));
    expect((await preparedTexts()).join()).not.toContain("name_en LIKE");
  });

  test("an error leaves it usable", async () => {
    const quotient = (divisor: number) => sql`SELECT 6 / ${divisor}::int AS quotient`;
    await repeated(quotient(2));
    await expect(atlas.database.rows(quotient(0))).rejects.toMatchObject({ code: "22012" });
    expect(await atlas.database.rows(quotient(3))).toEqual([{ quotient: 2 }]);
  });

  test("a connection prepares a bounded number, and a new one takes its place", async () => {
    for (let number = 0; number < 200; number++) {
      const results = await repeated(sql`SELECT ${number}::int + ${raw(String(number))} AS sum`);
      expect(results.at(-1)).toEqual([{ sum: 2 * number }]);
    }
    expect((await preparedTexts()).length).toBeLessThanOrEqual(151);
    expect(await repeated(siteAfter("a"))).toHaveLength(RUNS_BEFORE_NAMING + 3);
  });

  test("without the prepared statements, as behind a pooler, statements are sent without a name", async () => {
    const [before] = await repeated(siteAfter("a"));
    await atlas.database.rows(sql`DEALLOCATE ALL`);
    for (const result of await repeated(siteAfter("a"))) expect(result).toEqual(before);
    expect(await preparedTexts()).toEqual([]);
  });
});
