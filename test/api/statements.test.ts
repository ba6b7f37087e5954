// No query per row: nested fields of many rows cost as many statements as those of one.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

describe.each(databases)("statements on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const countStatements = async (query: string): Promise<number> => {
    const before = atlas.database.statements;
    await atlas.query(query);
    return atlas.database.statements - before;
  };

  test.each([
    [
      1,
      "{ sites(first: 50) { nodes { slug district { nameZh functionalAreas { slug } } nearest(first: 3) { distanceKm site { slug district { code } } } latestFigures { value indicator { unit { nameZh } } sources { titleZh } } } } }",
    ],
    [
      2,
      "{ sites(first: 50) { totalCount bounds facets { kinds { count } districts { count } withoutPoint } edges { cursor node { slug } } } }",
    ],
    [1, "{ sites(first: 50) { totalCount } }"],
    [1, "{ districts { code population { value } siteCounts { kind count } latestFigures { value sources { slug } } } }"],
    [
      1,
      "{ plan { source { titleZh } themes { tasks { commitments { textZh } targets { unit { nameZh } indicator { slug } } } targets { slug } } } }",
    ],
    [
      1,
      "{ observations(first: 100) { nodes { value subject { __typename ... on District { code } ... on Site { slug } } sources { slug } } } }",
    ],
    [
      1,
      '{ compare(set: DISTRICT, measures: [{ indicator: "gdp" }, { indicator: "gdp", formula: PER_HEAD }, { kind: EXPORT_BASE, formula: LOCATION_QUOTIENT }]) { years columns { key unit { nameZh } city { value } } rows { subject { ... on District { code } } cells { value figures { sources { slug } yearOnYear { value } } series { year value } } } } }',
    ],
    [
      1,
      '{ ranking(set: SITE, measure: { indicator: "planned-area" }, filter: {}) { rows { key subject { __typename } cells { rank } } } }',
    ],
    [
      1,
      '{ peers(set: DISTRICT, subject: "420102", measures: [{}, { indicator: "population-census" }]) { leftOut { notComputable } peers { key measures { share measure { key } } } } }',
    ],
    [1, "{ observations(first: 50) { nodes { yearOnYear { value base { value } } } } }"],
    [2, "{ atlas { version } districts { code } }"],
  ])("%i for %s", async (statements, query) => {
    expect(await countStatements(query)).toBe(statements);
  });
});
