// Figures of the plan's targets and corrections of sites, a sample checked by hand against the sources: value, qualifier, status, period
// and source as published; goals apart from outcomes, and what is counted on two bases apart.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

interface Figure {
  periodEnd: string;
  qualifier: string;
  value: number;
  status: string;
  sources: { slug: string }[];
}

describe.each(databases)("figures for the plan on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  /** The figures of a subject as `year qualifier value status sources`, oldest first. */
  async function figuresOf(subject: string, indicator: string): Promise<string[]> {
    const fields = "periodEnd qualifier value status sources { slug }";
    const planQuery = `{ subject: ${subject} { observations(indicators: ["${indicator}"], first: 100) { ${fields} } } }`;
    const answer = (await atlas.query(planQuery)) as { subject: { observations: Figure[] } };
    return answer.subject.observations
      .toSorted((one, other) => (one.periodEnd < other.periodEnd ? -1 : 1))
      .map(({ periodEnd, qualifier, value, status, sources }) =>
        [periodEnd.slice(0, 4), qualifier, value, status, ...sources.map(({ slug }) => slug)].join(" "),
      );
  }

  test("trains: 455 and 610 of the work reports, more than 1000 twice, and two goals", async () => {
    const figures = await figuresOf('site(slug: "rail-wujiashan")', "china-europe-trains-city-count");
    expect(figures).toEqual([
      "2021 EXACT 455 OFFICIAL gwr22",
      "2022 EXACT 610 OFFICIAL hb23",
      "2023 MORE_THAN 1000 OFFICIAL hb24 gwr25 train_city",
      "2024 MORE_THAN 1000 OFFICIAL gwr25 train_city",
      "2026 AT_LEAST 1300 TARGET gwr26",
      "2027 EXACT 1500 TARGET cons_plan",
    ]);
  });

  test("containers: the narrower basis is an indicator of its own, and no year of it is on the other", async () => {
    const portSite = 'site(slug: "port-yangluo")';
    expect(await figuresOf(portSite, "container-throughput-port-of-wuhan-narrower-basis")).toEqual([
      "2024 EXACT 1876300 REPORTED port2024b",
      "2025 EXACT 1950000 OFFICIAL gwr26",
    ]);
    const earlier = await figuresOf(portSite, "container-throughput-port-of-wuhan");
    expect(earlier).toContain("2023 EXACT 2790000 OFFICIAL gwr24");
    expect(earlier).toContain("2024 EXACT 3500000 OFFICIAL hb25");
    expect(earlier.filter((figure) => figure.startsWith("2025"))).toEqual([]);
  });

  test("passengers of 2025 are a bound; the goal of 2027 is none of the figures that a target goes by", async () => {
    const figures = await figuresOf('site(slug: "air-tianhe")', "airport-passengers");
    expect(figures).toContain("2025 MORE_THAN 30000000 OFFICIAL gwr26");
    expect(figures).toContain("2027 EXACT 35000000 TARGET cons_plan");
    const planQuery = '{ planTargets(slugs: ["airport-passengers"]) { indicators { figures { periodEnd } } } }';
    const { planTargets } = (await atlas.query(planQuery)) as { planTargets: { indicators: { figures: Figure[] }[] }[] };
    expect(planTargets[0]?.indicators[0]?.figures.at(-1)?.periodEnd).toBe("2025-12-31");
  });

  test("bounds of 100 and 120 billion give no growth of bonded trade, and one year's growth no average", async () => {
    const planQuery =
      '{ planTargets(slugs: ["bonded-trade-growth"]) { progress { state missing } indicators { role progress { state paceSoFar { value } } } } }';
    expect(await atlas.query(planQuery)).toEqual({
      planTargets: [
        {
          progress: { state: "NO_DATA", missing: "NO_MEASURE" },
          indicators: [
            { role: "OTHER_COUNT", progress: { state: "UNDECIDED", paceSoFar: null } },
            ...Array(3).fill({ role: "NARROWER", progress: null }),
            { role: "RELATED", progress: null },
          ],
        },
      ],
    });
  });

  test("every target says what is not published, in both languages", async () => {
    const planQuery = "{ planTargets { slug noteZh noteEn } }";
    const { planTargets } = (await atlas.query(planQuery)) as { planTargets: { slug: string; noteZh: string; noteEn: string }[] };
    expect(
      planTargets.filter(({ noteZh, noteEn }) => !noteZh?.includes("未公布：") || !noteEn?.includes("Not published: ")),
    ).toEqual([]);
  });

  test("contacts with whose phone it is and where it was published; sites in doubt say so", async () => {
    const contact = "contact { phone nameZh nameEn source { slug publishedOn } }";
    expect(
      await atlas.query(
        `{ zone: site(slug: "cbz-donghu") { ${contact} } park: site(slug: "park-biolake") { ${contact} } none: site(slug: "park-software") { ${contact} }
          newtown: site(slug: "park-software-newtown") { confidence location { accuracyM } } cyber: site(slug: "park-cyber") { confidence location { accuracyM } }
          airport: site(slug: "cbz-xingang-konggang") { status } }`,
      ),
    ).toMatchObject({
      zone: {
        contact: { phone: "027-86639389", nameZh: "综保区园区", source: { slug: "zone_tel", publishedOn: "2024-07-05" } },
      },
      park: { contact: { phone: "027-87205018", nameEn: "Biolake park office" } },
      none: { contact: null },
      newtown: { confidence: "MEDIUM", location: { accuracyM: 3000 } },
      cyber: { confidence: "MEDIUM", location: { accuracyM: 6500 } },
      airport: { status: "OPERATING" },
    });
    const { rows } = await atlas.database.pool.query("SELECT slug FROM site WHERE contact_phone IS NOT NULL ORDER BY slug");
    expect(rows.map(({ slug }) => slug)).toEqual(["cbz-donghu", "park-biolake", "park-future-city"]);
  });
});
