// The plan on the atlas's own data: every target with its state, checked by hand; as of another day; and by the arguments.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../server/imports/dataset.ts";
import { publish } from "../../server/imports/publish.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";
import { checked } from "./plan-checked.ts";

const data = fileURLToPath(new URL("../../prisma/data", import.meta.url));
const publication = { origin: "SEED", author: "test", reason: "test" } as const;

interface Target {
  slug: string;
  progress: { state: string; ruleEn: string; missingEn: string | null; latest: { value: number } | null };
}

describe.each(databases)("the plan on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  const targets = async (args: string, fields: string): Promise<Target[]> =>
    ((await atlas.query(`{ planTargets${args} { slug ${fields} } }`)) as { planTargets: Target[] }).planTargets;
  const one = async (slug: string, fields: string): Promise<Record<string, unknown>> =>
    (await targets(`(slugs: ["${slug}"])`, fields))[0] as unknown as Record<string, unknown>;

  test("all 39 targets have the state that was worked out by hand", async () => {
    const foundTargets = await targets("", "progress { state }");
    expect(Object.fromEntries(foundTargets.map(({ slug, progress }) => [slug, progress.state]))).toEqual(
      Object.fromEntries(Object.entries(checked).map(([slug, [state]]) => [slug, state])),
    );
  });

  test("their rules with the numbers filled in", async () => {
    const foundTargets = await targets("", "progress { state ruleEn missingEn }");
    const lines = foundTargets.map(
      ({ slug, progress: { state, ruleEn, missingEn } }) =>
        `${slug}: ${state}\n  ${ruleEn}${missingEn ? `\n  ${missingEn}` : ""}`,
    );
    await expect(`${lines.join("\n\n")}\n`).toMatchFileSnapshot("plan-states.txt");
  });

  test("every target has a state, or states in both languages what is missing", async () => {
    const foundTargets = await targets("", "dataHolderZh dataHolderEn progress { state ruleZh ruleEn missingZh missingEn }");
    for (const { slug, progress, ...rest } of foundTargets as (Target & { progress: Record<string, string | null> })[]) {
      expect([slug, progress.missingZh !== null]).toEqual([slug, progress.state === "NO_DATA"]);
      expect([slug, progress.missingEn !== null]).toEqual([slug, progress.state === "NO_DATA"]);
      for (const text of [progress.ruleZh, progress.missingZh, (rest as unknown as { dataHolderZh: string }).dataHolderZh]) {
        if (text !== null) expect(text).toMatch(/\p{Script=Han}/u);
        expect(text ?? "").not.toMatch(/undefined|NaN|Infinity|null/);
      }
      expect(`${progress.ruleEn}${progress.missingEn}`.replace(/null$/, "")).not.toMatch(
        /undefined|NaN|Infinity|null|\p{Script=Han}/u,
      );
    }
  });

  test("a figure of the progress is a figure, with its sources; the history is what the rule reads", async () => {
    const planQuery =
      "state baselineYear latestYear history { value periodEnd } baseline { value } latest { published sources { slug } indicator { slug } }";
    expect(
      await one(
        "airport-passengers",
        `progress { ${planQuery} paceSoFar { value qualifier unitZh unitEn } projectedShortfall { textZh textEn } }`,
      ),
    ).toMatchObject({
      progress: {
        ...{ state: "UNDECIDED", baselineYear: 2024, latestYear: 2025, baseline: { value: 31406000 } },
        latest: { published: "超3000万人次", sources: [{ slug: "gwr26" }], indicator: { slug: "airport-passengers" } },
        paceSoFar: { value: -1406000, qualifier: "MORE_THAN", unitZh: "人次/年", unitEn: "passengers per year" },
        projectedShortfall: null,
      },
    });
    const { progress } = (await one("airport-passengers", "progress { history { periodEnd } }")) as {
      progress: { history: { periodEnd: string }[] };
    };
    // Whole years only, one each: of 2015 and 2016 there are two sources.
    expect(progress.history.map(({ periodEnd }) => periodEnd.slice(0, 4)).join(" ")).toBe(
      "2013 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025",
    );
  });

  test("a target met before the plan and not measured since has no pace and no projection, and says from where it fell", async () => {
    const { progress } = (await one(
      "airport-intl-routes",
      "progress { state metBeforePlan ruleZh ruleEn paceSoFar { value } projected { value } otherBaselines { year } baseline { value } }",
    )) as { progress: { ruleZh: string; ruleEn: string } };
    expect(progress).toMatchObject({
      ...{ state: "MET", metBeforePlan: true, paceSoFar: null, projected: null, otherBaselines: [], baseline: { value: 63 } },
    });
    expect(progress.ruleZh).toContain("最新数据（2025年4月）：20 条。恰好为目标值，低于2019年");
    expect(progress.ruleEn).toContain("exactly equals the target and is down from 63 routes (");
  });

  test("a growth rate from before the plan does not show that its target will be reached", async () => {
    const found = await targets("", "progress { state onlyFiguresBeforePlan ruleZh ruleEn }");
    const onTrack = found.filter(({ progress }) => progress.state === "ON_TRACK") as unknown as {
      slug: string;
      progress: { onlyFiguresBeforePlan: boolean; ruleZh: string; ruleEn: string };
    }[];
    expect(onTrack.map(({ slug }) => slug)).toEqual(["services-trade-growth", "digital-core-growth", "outsourcing-growth"]);
    for (const { progress } of onTrack) {
      expect(progress.onlyFiguresBeforePlan).toBe(true);
      expect(progress.ruleZh).toContain("方案实施前的增速高于目标，实施后尚无数据");
      expect(progress.ruleZh).not.toContain("可如期达标");
      expect(progress.ruleEn).toContain("The rate before the plan was above the target; there are no figures since.");
    }
  });

  test("the trains by the railway's count: (848 - 423) / 5 = 85 a year, 848 + 4 * 85 = 1188, 312 short", async () => {
    const fields =
      "role indicator { slug } subject { ... on Site { slug } } figures { value } progress { state projected { value } projectedShortfall { value } }";
    expect(await one("china-europe-trains", `indicators { ${fields} }`)).toMatchObject({
      indicators: [
        {
          ...{ role: "MEASURES", indicator: { slug: "china-europe-trains-city-count" }, subject: { slug: "rail-wujiashan" } },
          progress: { state: "UNDECIDED", projected: null, projectedShortfall: null },
        },
        {
          ...{ role: "OTHER_COUNT", indicator: { slug: "china-europe-trains-railway-count" } },
          progress: { state: "OFF_TRACK", projected: { value: 1188 }, projectedShortfall: { value: 312 } },
        },
        { role: "RELATED", indicator: { slug: "china-europe-trains-converted-count" }, progress: null },
      ],
    });
    expect(await one("bonded-trade-growth", "indicators { role progress { state } }")).toMatchObject({
      indicators: [{ role: "OTHER_COUNT", progress: { state: "UNDECIDED" } }, { role: "NARROWER", progress: null }, {}, {}, {}],
    });
  });

  test("a target leads to its sites and their districts", async () => {
    expect(await one("airport-passengers", "sites { slug } districts { code }")).toMatchObject({
      ...{ sites: [{ slug: "air-tianhe" }], districts: [{ code: "420116" }] },
    });
    const { sites } = (await one("design-demo-parks", "sites { slug }")) as { sites: unknown[] };
    expect(sites).toHaveLength(8);
  });

  test("filtered by task, kind and state; what does not exist is refused", async () => {
    const slugs = async (args: string) => (await targets(args, "")).map(({ slug }) => slug);
    expect(await slugs("(task: 3)")).toEqual(["design-demo-parks", "engineering-design-revenue", "overseas-contracting-rank"]);
    expect(await slugs("(state: MET)")).toEqual(["airport-intl-routes", "port-teu-rank", "design-demo-parks"]);
    expect(await slugs("(state: MET, kind: LOGISTICS_HUB)")).toEqual(["airport-intl-routes", "port-teu-rank"]);
    expect(await slugs("(kind: BONDED_ZONE)")).toEqual(["services-trade-growth", "bonded-trade-growth"]);
    expect(await atlas.queryError("{ planTargets(task: 18) { slug } }")).toMatchObject({ code: "NUMBER_OUT_OF_RANGE" });
    const unknown = await atlas.queryError('{ planTargets(slugs: ["nothing"]) { slug } }', {}, "zh");
    expect(unknown.code).toBe("VALUE_UNKNOWN");
    expect(unknown.message).toContain("nothing");
  });

  test("how many are in each state, the rules, and what is due on a day", async () => {
    const { plan } = (await atlas.query(
      '{ plan { horizon baseYear statusQuoDate states { state count } rules { basis textZh } releases(day: "2026-11-25") { nameEn periodEn usuallyTo isOverdue lacksFigures targets } } }',
    )) as {
      plan: { states: { state: string; count: number }[]; rules: { basis: string | null }[]; releases: { targets: string[] }[] };
    };
    expect(plan).toMatchObject({ horizon: 2027, baseYear: 2024, statusQuoDate: "2025-12-31" });
    const counts = Object.fromEntries(plan.states.map(({ state, count }) => [state, count]));
    const expectedStates = Object.values(checked).map(([state]) => state);
    for (const [state, count] of Object.entries(counts))
      expect([state, count]).toEqual([state, expectedStates.filter((each) => each === state).length]);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(39);
    expect(new Set(plan.rules.flatMap(({ basis }) => basis ?? [])).size).toBe(5);
    const first = plan.releases.find(({ targets: waiting }) => waiting.includes("china-europe-trains"));
    // The 2026 work report is in the data, but gives no figure for this target; the communiqué on 2025 is not.
    expect(first).toMatchObject({ nameEn: "Wuhan government work report", periodEn: "2025", usuallyTo: "2026-01-31" });
    expect(first).toMatchObject({ isOverdue: false, lacksFigures: true });
    const communique = { nameEn: expect.stringContaining("Communiqué on National"), periodEn: "2025", isOverdue: true };
    expect(plan.releases).toContainEqual(expect.objectContaining({ ...communique, lacksFigures: false }));
  });

  test("the whole of it is one statement", async () => {
    const before = atlas.database.statements;
    await atlas.query(`{ planTargets { slug sites { slug district { code } } indicators { figures { value sources { slug } } progress { state } }
      progress { state ruleZh history { value } latest { sources { slug } } otherBaselines { year } } } }`);
    expect(atlas.database.statements - before).toBe(1);
    await atlas.query("{ plan { states { count } releases { slug } themes { tasks { targets { slug progress { state } } } } } }");
    expect(atlas.database.statements - before).toBe(2);
  });

  test("a query gives the same result once it is compiled", async () => {
    const planQuery =
      "{ planTargets(task: 1) { slug indicators { progress { state projectedShortfall { textEn } } } progress { state baseline { id value } history { id } paceSoFar { value qualifier } otherBaselines { state } } } plan { states { state count } releases { slug targets } } }";
    const first = await atlas.query(planQuery);
    for (let time = 0; time < 5; time++) expect(await atlas.query(planQuery)).toEqual(first);
  });

  test("a figure changed later leaves the state of an earlier day as it was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "atlas-data-"));
    cpSync(data, folder, { recursive: true });
    const moment = (await atlas.database.pool.query("SELECT now() AS now")).rows[0].now.toISOString();
    appendFileSync(
      join(folder, "observations.csv"),
      "airport-passengers,site:air-tianhe,2026,36000000,,MORE_THAN,OFFICIAL,HIGH,3600万人次以上,air_series,,,,\n",
    );
    const observations = readFileSync(join(folder, "observations.csv"), "utf8");
    const publishShareBy = async (source: string) => {
      const row = `knowledge-intensive-share,region:420100,2024-06,44,,EXACT,REPORTED,LOW,44 %,${source},,,,\n`;
      writeFileSync(join(folder, "observations.csv"), observations + row);
      await publish(atlas.database, readDataset(folder), publication);
    };
    await publishShareBy("brief2025");
    const planAsOf = async (asOf: string | null) => {
      const planQuery = `query ($asOf: DateTime) { planTargets(slugs: ["knowledge-intensive-share", "airport-passengers"]) { progress(asOf: $asOf) { state latestYear latest { value } } }
        plan { states(asOf: $asOf) { state count } } met: planTargets(state: MET, asOf: $asOf) { slug } }`;
      const answer = (await atlas.query(planQuery, { asOf })) as {
        planTargets: Target[];
        met: unknown[];
        plan: { states: { state: string; count: number }[] };
      };
      return [
        answer.planTargets.map(({ progress }) => progress.state),
        answer.met.length,
        answer.plan.states.find(({ state }) => state === "MET")?.count,
      ];
    };
    expect(await planAsOf(moment)).toEqual([["NO_DATA", "UNDECIDED"], 3, 3]);
    // 44% to 45% in 16 months is 0.75 points a year: 46.6% by the end of 2027.
    expect(await planAsOf(null)).toEqual([["OFF_TRACK", "MET"], 4, 4]);
    expect(await planAsOf("2020-01-01")).toEqual([["NO_DATA", "NO_DATA"], 0, 0]);
    // The same figure without a source that was checked: no state, and the reason in both languages.
    await publishShareBy("own");
    expect(
      await one("knowledge-intensive-share", "progress { state missing missingZh missingEn projectedShortfall { value } }"),
    ).toMatchObject({
      progress: {
        ...{ state: "NO_DATA", missing: "UNSOURCED", projectedShortfall: null },
        missingZh: "基期数据（2024年6月，44%）暂无出处，不作为判定依据；需补充出处可查的数据。数据提供单位：武汉市商务局。",
        missingEn:
          "The baseline (Jun 2024: 44%) is unsourced, so progress is not assessed; a figure from a source that can be checked is needed. Data holder: Wuhan Municipal Bureau of Commerce.",
      },
    });
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ["two measures that decide", /role: OTHER_COUNT/, "role: MEASURES", "china-europe-trains"],
    ["an indicator that does not exist", /indicator: airport-passengers/, "indicator: passengers", "passengers"],
    ["a subject that does not exist", /subject: site:air-tianhe/, "subject: site:nowhere", "nowhere"],
    ["a target without who could supply the data", / {2}dataHolderEn: .*\n/, "", "dataHolderEn"],
  ])("%s is refused", async (_what, from, to, message) => {
    const folder = mkdtempSync(join(tmpdir(), "atlas-data-"));
    cpSync(data, folder, { recursive: true });
    const text = readFileSync(join(folder, "plan.yaml"), "utf8");
    expect(text).toMatch(from);
    writeFileSync(join(folder, "plan.yaml"), text.replace(from, to));
    const refused = await Promise.resolve()
      .then(() => publish(atlas.database, readDataset(folder), publication))
      .then(String, (error: { message: string }) => error.message);
    expect(refused).toContain("plan.yaml");
    expect(refused).toContain(message);
    rmSync(folder, { recursive: true, force: true });
  });
});
