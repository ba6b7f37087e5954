// Counts and sums that are kept give the same answer as the sites and figures themselves, and are made anew by publishing.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { siteKinds } from "../../server/contract/kinds.ts";
import { asOneChange } from "../../server/imports/publish.ts";
import { databases, type Mode, openAtlas, readAtlas, type TestAtlas } from "../atlas.ts";
import { runs } from "../runs.ts";

const SUMMARY = "figures { indicator { slug } count partsLeftOut sum sumMax sumQualifier sumNotComputable synthetic from to %s }";

/** With lower and upper bounds, and figures of parts. */
const INDICATORS = ["planned-area", "floor-area", "resident-firms", "airport-cargo", "park-output"];

/** Filters that whole totals meet. */
const filters = fc.record(
  {
    kinds: fc.subarray([...siteKinds]),
    districts: fc.subarray(["420102", "420106", "420111", "420112", "420113", "420115", "420117"]),
    functionalAreas: fc.subarray(["ehdz", "wedz", "elsa"]),
  },
  { requiredKeys: [] },
);

/** Selects the same sites, which are counted one by one. */
const oneByOne = (filter: object) => ({ ...filter, or: [{ hasLocation: true }, { hasLocation: false }] });

/** A centre differs by the order in which numbers are added. */
const rounded = (answer: unknown) =>
  JSON.parse(JSON.stringify(answer), (_name, value) => (typeof value === "number" ? Number(value.toFixed(5)) : value));

describe.each(databases.flatMap((kind) => [[kind, "real"] as const, [kind, "demo"] as const]))(
  "totals on %s, %s",
  (kind, mode: Mode) => {
    let atlas: TestAtlas;
    beforeAll(async () => {
      atlas = await readAtlas(kind, mode);
    });
    afterAll(() => atlas.close());

    test("kept counts and sums are those of the sites and figures", async () => {
      const cases = fc.record({
        filter: filters,
        by: fc.constantFrom("DISTRICT", "KIND", "DISTRICT_KIND"),
        asOf: fc.constantFrom(null, null, "2099-01-01T00:00:00Z"),
        more: fc.constantFrom("", "median greatest", "figures(first: 3) { value }"),
      });
      await fc.assert(
        fc.asyncProperty(cases, async ({ filter, by, asOf, more }) => {
          const summary = SUMMARY.replace("%s", more);
          const query = `query ($filter: SiteFilter!, $asOf: DateTime) {
          sites(filter: $filter, first: 0) { totalCount facets { kinds { kind count } parts { kind count } nationalHubs districts { code count } withoutPoint } }
          catchment(filter: $filter, first: 200, asOf: $asOf) { totalCount withoutPoint kinds { kind count } districts { code count } ${summary} }
          siteGroups(filter: $filter, by: ${by}, asOf: $asOf, indicators: ${JSON.stringify(INDICATORS)}) {
            totalGroups withoutPoint groups { key count kind district { code } kinds { kind count } center ${summary} } } }`;
          const kept = await atlas.query(query, { filter, asOf });
          expect(rounded(kept)).toEqual(rounded(await atlas.query(query, { filter: oneByOne(filter), asOf })));
        }),
        runs(60),
      );
    });
  },
);

describe.each(databases)("totals on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  const counts = async () => {
    const answer = await atlas.query(`{ sites(first: 0) { totalCount facets { withoutPoint } }
      siteGroups(by: KIND, filter: { kinds: [BONDED_ZONE] }, indicators: ["planned-area"]) { groups { count figures { count sum } } }
      district(code: "420102") { siteCounts { count } } }`);
    return JSON.stringify(answer);
  };
  const publication = { origin: "IMPORT", author: "test", reason: "test" } as const;
  const ADDED = `INSERT INTO site (slug, kind, name_zh, name_en, aliases, confidence, district_code, search_text, sort_zh)
    VALUES ('made-up', 'BONDED_ZONE', '-', '-', '{}', 'LOW', '420102', '', '-')`;

  test("no query counts all sites, and each published change renews the totals", async () => {
    const before = await counts();
    expect(before).toContain('"sum":9.46');
    await atlas.database.pool.query(ADDED);
    expect(await counts()).toBe(before);
    await asOneChange(atlas.database, publication, "one", async (tx, change) => {
      await tx.$executeRaw`INSERT INTO observation (indicator_id, site_id, period_kind, period_start, period_end, value, qualifier, status, confidence,
          published, source_id, change_set_id)
        SELECT 'planned-area', id, 'YEAR', '2025-01-01', '2025-12-31', 1000, 'MORE_THAN', 'REPORTED', 'LOW', '-', (SELECT min(id) FROM source), ${change}
        FROM site WHERE slug = 'made-up'`;
    });
    const [old, renewed] = [JSON.parse(before), JSON.parse(await counts())];
    expect(renewed.sites.totalCount).toBe(old.sites.totalCount + 1);
    expect(renewed.sites.facets.withoutPoint).toBe(old.sites.facets.withoutPoint + 1);
    expect(renewed.siteGroups.groups[0].figures).toEqual([
      { count: old.siteGroups.groups[0].figures[0].count + 1, sum: 1009.46 },
    ]);
    expect(renewed.district.siteCounts[2].count).toBe(old.district.siteCounts[2].count + 1);
  });
});
