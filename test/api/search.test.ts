// The search of the page and the API: what people type finds what they mean, misspellings tolerated, in one statement.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, readAtlas, type TestAtlas } from "../atlas.ts";

interface Match {
  __typename: string;
  slug: string;
  nameEn: string;
  exact: boolean;
  matchedPart: string | null;
  matchedText: string | null;
  spelling: string | null;
}
type Groups = { kind: string; matches: Match[] }[];

const SEARCH = `query ($text: String!, $first: Int!) { search(text: $text, first: $first) {
  kind matches { __typename slug nameZh nameEn exact matchedPart matchedText spelling
    ... on SiteMatch { site { slug kind district { nameEn } } } ... on DistrictMatch { district { code } }
    ... on FunctionalAreaMatch { functionalArea { slug } } ... on IndicatorMatch { indicator { slug unit { slug } } }
    ... on PlanTargetMatch { planTarget { slug progress { state } } } ... on IndustryMatch { industry { slug } }
    ... on PointMatch { point inDistrict { code } } } } }`;

describe.each(databases)("search on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const search = async (text: string, first = 8) => (await atlas.query(SEARCH, { text, first })).search as Groups;
  const first = async (text: string) => {
    const [group] = await search(text);
    return group && [group.kind, group.matches[0]?.slug];
  };

  test.each([
    ["光谷生物城", "SITE", "park-biolake"],
    ["biolake", "SITE", "park-biolake"],
    ["gghwgyy", undefined, undefined],
    ["洪山", "DISTRICT", "420111"],
    ["Hongshan District", "DISTRICT", "420111"],
    ["黃陂", "DISTRICT", "420116"],
    ["东湖高新区", "FUNCTIONAL_AREA", "ehdz"],
    ["東湖高新區", "FUNCTIONAL_AREA", "ehdz"],
    ["Auto Valley", "FUNCTIONAL_AREA", "wedz"],
    ["GDP", "INDICATOR", "gdp"],
    ["地区生产总值", "INDICATOR", "gdp"],
    ["生物医药", "INDUSTRY", "biopharmaceuticals"],
    ["Biopharmaceuticals", "INDUSTRY", "biopharmaceuticals"],
    // Sites of an industry stand before what only has the word in its name.
    ["biotech", "SITE", "park-biolake"],
    ["pharma", "SITE", "park-biolake"],
    ["生物技术", "SITE", "park-biolake"],
    // What only says the kind of thing hides nothing.
    ["biotech park", "SITE", "park-biolake"],
    ["bio park", "SITE", "park-biolake"],
    ["biotech company", "SITE", "park-biolake"],
    ["companies in biotech", "SITE", "park-biolake"],
    ["生物医药 企业", "SITE", "park-biolake"],
    ["software park", "SITE", "park-software"],
    ["江岸", "DISTRICT", "420102"],
    ["114.41,30.48", "POINT", "114.41,30.48"],
    ["30.48 N, 114.41 E", "POINT", "114.41,30.48"],
  ])("%s finds %s %s first", async (text, group, slug) => {
    expect(await first(text)).toEqual(group && [group, slug]);
  });

  test.each([
    ["Optcs Valley", "Optics Valley", "ehdz"],
    ["guangu", "光谷", "ehdz"],
    ["光谷软件圆", "光谷软件园", "park-software"],
    ["光古软件园", "光谷软件园", "park-software"],
    ["Hongshn", "Hongshan", "420111"],
    ["biofarmaceuticals", "Biopharmaceuticals", "biopharmaceuticals"],
  ])("the misspelling %s is tolerated: %s", async (text, spelling, slug) => {
    const matches = (await search(text)).flatMap((group) => group.matches);
    expect(matches.find((match) => match.slug === slug)).toMatchObject({ exact: false, spelling });
    for (const match of matches) expect(match.exact).toBe(false);
  });

  test("an industry's other names find it and its sites, by search and by the filter's text", async () => {
    expect((await search("biotech")).find((group) => group.kind === "INDUSTRY")?.matches[0]?.slug).toBe("biopharmaceuticals");
    for (const text of ["pharma", "biomedicine", "制药", "biotech park", "biotech company"]) {
      const { sites } = await atlas.query("query ($text: String!) { sites(filter: { text: $text }) { nodes { slug } } }", {
        text,
      });
      expect([text, (sites as { nodes: { slug: string }[] }).nodes.map(({ slug }) => slug)]).toEqual([
        text,
        expect.arrayContaining(["park-biolake"]),
      ]);
    }
  });

  test("a target of the plan is found, and so is what an industry's sites have in common", async () => {
    const { planTargets } = (await atlas.query("{ planTargets { slug nameZh nameEn } }")) as {
      planTargets: { slug: string; nameZh: string; nameEn: string }[];
    };
    for (const { slug, nameZh, nameEn } of planTargets.slice(0, 6))
      for (const text of [nameZh, nameEn]) {
        const groups = await search(text, 20);
        expect(groups.find((group) => group.kind === "PLAN_TARGET")?.matches.map((match) => match.slug)).toContain(slug);
      }
    const sites = (await search("biotech", 20)).find((group) => group.kind === "SITE")?.matches ?? [];
    expect(sites.find(({ slug }) => slug === "park-biolake")).toMatchObject({
      ...{ exact: true, matchedPart: "THEME", matchedText: "Biotech research services", spelling: null },
      ...{ __typename: "SiteMatch", site: { kind: "SERVICE_TRADE_PARK" } },
    });
    const operated = (await search("中电光谷")).find((group) => group.kind === "SITE")?.matches[0];
    expect(operated).toMatchObject({ matchedPart: "OPERATOR", matchedText: "China Electronics Optics Valley Union" });
  });

  test("why a site was found is said in the reader's language", async () => {
    const reasons = (groups: Groups) => groups.flatMap(({ matches }) => matches.map(({ matchedText }) => matchedText));
    for (const text of ["CRO", "医药外包", "制药", "中电光谷", "biotech park"]) {
      const found = reasons(await search(text, 20));
      expect(found.length).toBeGreaterThan(0);
      for (const reason of found) expect([text, reason]).not.toEqual([text, expect.stringMatching(/\p{Script=Han}/u)]);
    }
  });

  test("a coordinate lies in its district; numbers far away are none", async () => {
    expect((await search("114.41,30.48"))[0]?.matches[0]).toMatchObject({
      ...{ point: { type: "Point", coordinates: [114.41, 30.48] }, inDistrict: { code: "420111" } },
      ...{ nameEn: "114.41000, 30.48000", matchedPart: null },
    });
    expect((await search("10, 20")).map((group) => group.kind)).not.toContain("POINT");
  });

  test("every answer is one statement", async () => {
    // Texts that no other test searches for: their answers would be kept.
    for (const text of ["光谷软件", "Optcs Vally", "114.43,30.47"]) {
      const before = atlas.database.statements;
      await search(text);
      expect(atlas.database.statements - before).toBe(1);
    }
  });

  test("misspellings are tolerated in short texts only: comparing the spelling of long ones would hold all other requests", async () => {
    const short = "wuhan wuhann".padEnd(60, " wuhan");
    expect((await search(short.slice(0, 60))).length).toBeGreaterThan(0);
    expect(await search(`${short} wuhann`)).toEqual([]);
  });

  test("bounds: length, number and control characters; nothing finds nothing", async () => {
    for (const text of ["", "  ", "%", "?!", "_"]) expect([text, await search(text)]).toEqual([text, []]);
    expect(await search("光谷", 0)).toEqual([]);
    for (const { matches } of await search("wuhan", 2)) expect(matches.length).toBeLessThanOrEqual(2);
    const refused = async (text: string, first = 8) => (await atlas.queryError(SEARCH, { text, first })).code;
    expect(await refused("x".repeat(201))).toBe("TEXT_TOO_LONG");
    expect(await refused("光谷", 21)).toBe("NUMBER_OUT_OF_RANGE");
    expect(await refused("光谷", -1)).toBe("NUMBER_OUT_OF_RANGE");
    expect(await refused("a\u0000b")).toBe("TEXT_WITH_CONTROL");
    const manySearches = Array.from({ length: 20 }, (_, index) => `a${index}: search(text: "a", first: 20) { matches { ...A } }`);
    const fields = Array.from({ length: 40 }, (_, index) => `f${index}: nameEn`).join(" ");
    expect((await atlas.queryError(`{ ${manySearches.join(" ")} } fragment A on SearchMatch { ${fields} }`)).code).toBe(
      "QUERY_TOO_BROAD",
    );
  });
});

describe.each(databases)("text search over many sites on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    await atlas.database.pool.query(`INSERT INTO site (slug, kind, name_zh, name_en, aliases, confidence, search_text, sort_zh)
      SELECT 'made-' || n, 'SERVICE_TRADE_PARK', '样本' || n, 'Sample ' || n, '{}', 'LOW',
        ' sample ' || md5(n::text) || ' ' || md5((n + 7)::text) || ' yangben' || n || chr(10) || ' industry ' || md5((n % 50)::text), n::text
      FROM generate_series(1, 30000) n`);
    await atlas.database.pool.query("ANALYZE site");
    // The embedded planner takes 30,000 rows for few; what is held is that the index can serve.
    if (kind === "embedded") await atlas.database.pool.query("SET enable_seqscan = off");
  });
  afterAll(() => atlas.close());

  test("the filter's text is one condition on one column, by its index", async () => {
    for (const text of ["biotech", "生物医药", "光谷", "Optics Valley"]) {
      const condition = text.split(" ").map((word) => `search_text LIKE '% ${word.toLowerCase()}%'`);
      const { rows } = await atlas.database.pool.query(`EXPLAIN SELECT count(*) FROM site WHERE ${condition.join(" AND ")}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect([text, plan]).toEqual([text, expect.stringContaining("Bitmap Index Scan on site_search")]);
      expect(plan).not.toContain("SubPlan");
    }
  });

  test("a misspelling among many sites is tolerated by the same index", async () => {
    // How many rows resemble a word is a guess of the planner, and it decides on PostgreSQL too; what is held is that the index can serve.
    const client = await atlas.database.pool.connect();
    await client.query("BEGIN; SET LOCAL enable_seqscan = off");
    const { rows } = await client.query("EXPLAIN SELECT slug FROM site WHERE 'optcs valley' <% search_text");
    await client.query("COMMIT");
    client.release();
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("Bitmap Index Scan on site_search");
  });
});
