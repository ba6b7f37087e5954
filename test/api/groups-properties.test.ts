// Sums and counts of groups, for random filters, groupings and selections, against an arithmetic written here: what is computed depends on
// what is selected, and must not change it.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";
import { addFigures, addIndicators, type Figure, figureOfYear } from "../figures.ts";
import { drawnFilters } from "../filters.ts";
import { runs } from "../runs.ts";

const INDICATORS = {
  "made-flow": { nature: "FLOW", aggregation: "SUM" },
  "made-stock": { nature: "STOCK", aggregation: "LAST" },
  "made-share": { nature: "RATIO", aggregation: "MEAN" },
};
const SUMMARY_FIELDS = [
  ...["count", "partsLeftOut", "sum", "sumMax", "sumQualifier", "sumNotComputable", "from", "to", "synthetic"],
  ...["median", "least", "greatest"].flatMap((name) => [name, `${name}Max`, `${name}Qualifier`]),
];
const GROUPINGS = ["DISTRICT", "KIND", "DISTRICT_KIND"] as const;

interface Site {
  slug: string;
  kind: string;
  district: { code: string } | null;
  parent: { slug: string } | null;
  location: { point: { coordinates: [number, number] } } | null;
}

const keys: Record<(typeof GROUPINGS)[number] | "ALL", (site: Site) => string> = {
  ALL: () => "",
  DISTRICT: ({ district }) => district?.code ?? "-",
  KIND: ({ kind }) => kind,
  DISTRICT_KIND: ({ district, kind }) => `${district?.code ?? "-"}/${kind}`,
};

/** Whole numbers, all different, so that the order of figures is never open; half of them have something else than EXACT. */
const drawnFigures = (slugs: string[]): fc.Arbitrary<Figure[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: slugs.length, maxLength: slugs.length }),
      fc.array(
        fc.record({
          indicator: fc.constantFrom(...Object.keys(INDICATORS)),
          qualifier: fc.constantFrom(
            "EXACT",
            "EXACT",
            "EXACT",
            "ABOUT",
            "NEARLY",
            "AT_LEAST",
            "MORE_THAN",
            "AT_MOST",
            "LESS_THAN",
            "RANGE",
          ),
          year: fc.constantFrom(2041, 2041, 2041, 2042),
        }),
        { minLength: slugs.length, maxLength: slugs.length },
      ),
    )
    .map(([values, rest]) =>
      rest.map(({ indicator, qualifier, year }, index) =>
        figureOfYear(
          indicator,
          slugs[index] as string,
          year,
          values[index] as number,
          qualifier,
          ...(qualifier === "RANGE" ? [(values[index] as number) + 0.5] : []),
        ),
      ),
    );

describe.each(databases)("groups of sites on %s", (kind) => {
  let atlas: TestAtlas;
  let sites: Map<string, Site>;
  let figures: Figure[];
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    const answer = await atlas.query(
      "{ sites(first: 200) { nodes { slug kind district { code } parent { slug } location { point } } } }",
    );
    const nodes = (answer.sites as { nodes: Site[] }).nodes;
    sites = new Map(nodes.map((site) => [site.slug, site]));
    await addIndicators(atlas, INDICATORS);
    // Two figures of a site may be of two indicators or of one: only the latest counts, which must be another year.
    const slugs = [...sites.keys()];
    const drawn = fc.sample(drawnFigures([...slugs, ...slugs]), { numRuns: 1, seed: 7 })[0] ?? [];
    const taken = new Set<string>();
    figures = drawn.filter(
      ({ indicator, subject }) => !taken.has(`${indicator} ${subject}`) && taken.add(`${indicator} ${subject}`),
    );
    await addFigures(atlas, figures);
  });
  afterAll(() => atlas.close());

  /** The figures of one indicator at these sites, without those of parts whose whole is among them with a figure. */
  function summaryOf(group: Site[], indicator: string) {
    const own = figures.filter((figure) => figure.indicator === indicator && group.some(({ slug }) => slug === figure.subject));
    const has = (slug: string) => own.some(({ subject }) => subject === slug);
    const wholesOf = (slug: string): string[] => {
      const parent = sites.get(slug)?.parent?.slug;
      return parent ? [parent, ...wholesOf(parent)] : [];
    };
    const counted = own.filter(({ subject }) => !wholesOf(subject).some(has));
    if (counted.length === 0) return undefined;
    const years = counted.map(({ start }) => Number(start.slice(0, 4)));
    return {
      ...{ count: counted.length, partsLeftOut: own.length - counted.length, synthetic: false },
      ...{ from: Math.min(...years), to: Math.max(...years) },
      ...sumOf(
        counted,
        INDICATORS[indicator as keyof typeof INDICATORS],
        new Set(counted.map(({ subject }) => sites.get(subject)?.kind)).size,
      ),
      ...statisticOf("least", counted, (count) => [0, 0, count]),
      ...statisticOf("greatest", counted, (count) => [count - 1, count - 1, count]),
      ...statisticOf("median", counted, (count) => [Math.floor((count - 1) / 2), Math.floor(count / 2), count]),
    };
  }

  test("counts, sums and statistics of what a filter selects, whatever is selected with them", async () => {
    const cases = fc.record({
      drawn: drawnFilters,
      by: fc.constantFrom(...GROUPINGS),
      indicators: fc.subarray(Object.keys(INDICATORS), { minLength: 1 }),
      fields: fc.subarray(SUMMARY_FIELDS, { minLength: 1 }),
      groupFields: fc.subarray(["count", "center", "kinds { kind count }", "kind", "district { code }"]),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ drawn: { filter }, by, indicators, fields, groupFields }) => {
        const selection = `figures { indicator { slug } ${fields.join(" ")} }`;
        const answer = (await atlas.query(
          `query ($f: SiteFilter!, $i: [String!]) {
            sites(filter: $f, first: 200) { nodes { slug } }
            catchment(filter: $f, indicators: $i) { totalCount ${selection} }
            siteGroups(filter: $f, by: ${by}, indicators: $i, first: 60) { totalGroups groups { key ${groupFields.join(" ")} ${selection} } } }`,
          { f: filter, i: indicators },
        )) as unknown as Answer;
        const members = answer.sites.nodes.map(({ slug }) => sites.get(slug) as Site);
        const groupsBy = (key: (site: Site) => string) => {
          const groups = new Map<string, Site[]>();
          for (const site of members) groups.set(key(site), [...(groups.get(key(site)) ?? []), site]);
          return [...groups].sort(([a, { length: n }], [b, { length: m }]) => m - n || (a < b ? -1 : 1));
        };
        const summaries = (group: Site[]) =>
          indicators
            .flatMap((slug) => {
              const all = summaryOf(group, slug);
              return all ? [{ all, indicator: { slug } }] : [];
            })
            .sort((a, b) => b.all.count - a.all.count || (a.indicator.slug < b.indicator.slug ? -1 : 1))
            .map(({ all, indicator }) => ({ indicator, ...pick(all, fields) }));
        expect(answer.catchment).toEqual({ totalCount: members.length, figures: summaries(members) });
        const groups = groupsBy(keys[by]);
        expect(answer.siteGroups.totalGroups).toBe(groups.length);
        expect(answer.siteGroups.groups).toEqual(
          groups.map(([key, group]) => ({
            key,
            ...pick(
              {
                count: group.length,
                center: centerOf(group),
                "kinds { kind count }": kindsOf(group),
                kind: by === "DISTRICT" ? null : group[0]?.kind,
                "district { code }": by === "KIND" ? null : (group[0]?.district ?? null),
              },
              groupFields,
            ),
            figures: summaries(group),
          })),
        );
      }),
      runs(200),
    );
  });
});

interface Answer {
  sites: { nodes: { slug: string }[] };
  catchment: Record<string, unknown>;
  siteGroups: { totalGroups: number; groups: unknown[] };
}

/** These entries, under the name of the field. */
const pick = (all: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.replace(/ .*/, ""), all[field]]));

function centerOf(group: Site[]) {
  const points = group.flatMap(({ location }) => (location ? [location.point.coordinates] : []));
  if (points.length === 0) return null;
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return { type: "Point", coordinates: [expect.closeTo(mean(0), 6), expect.closeTo(mean(1), 6)] };
}

function kindsOf(group: Site[]) {
  const order = ["SERVICE_TRADE_PARK", "EXPORT_BASE", "BONDED_ZONE", "LOGISTICS_HUB"];
  const counts = order.map((kind) => ({ kind, count: group.filter((site) => site.kind === kind).length }));
  return counts.filter(({ count }) => count > 0);
}

function sumOf(figures: Figure[], { nature, aggregation }: { nature: string; aggregation: string }, kinds: number) {
  const has = (...qualifiers: string[]) => figures.some(({ qualifier }) => qualifiers.includes(qualifier ?? ""));
  const [lower, upper] = [has("AT_LEAST", "MORE_THAN"), has("AT_MOST", "LESS_THAN")];
  const none = (sumNotComputable: string) => ({ sum: null, sumMax: null, sumQualifier: null, sumNotComputable });
  if (nature === "RATIO" || aggregation === "MEAN") return none("NOT_ADDITIVE");
  if (nature === "FLOW" && new Set(figures.map(({ start }) => start)).size > 1) return none("MIXED_PERIODS");
  if (nature === "STOCK" && kinds > 1) return none("MIXED_KINDS");
  if (lower && (upper || has("NEARLY"))) return none("MIXED_BOUNDS");
  const low = figures.reduce((sum, { value }) => sum + value, 0);
  const high = figures.reduce((sum, { value, valueMax }) => sum + (valueMax ?? value), 0);
  const sum = (sum: number, sumQualifier: string, sumMax: number | null = null) => ({
    sum,
    sumMax,
    sumQualifier,
    sumNotComputable: null,
  });
  if (lower) return sum(low, "AT_LEAST");
  if (upper || (has("RANGE") && has("NEARLY"))) return sum(high, "AT_MOST");
  if (has("RANGE")) return sum(low, "RANGE", high);
  return sum(low, has("ABOUT") ? "ABOUT" : has("NEARLY") ? "NEARLY" : "EXACT");
}

/** The numbers at two positions, from the one with the smallest floor on, and from the one with the smallest ceiling on. */
function statisticOf(name: string, figures: Figure[], positions: (count: number) => [number, number, number]) {
  const [first, second] = positions(figures.length);
  const floorOf = ({ qualifier, value }: Figure) => (["AT_MOST", "LESS_THAN"].includes(qualifier ?? "") ? -Infinity : value);
  const ceilingOf = ({ qualifier, value, valueMax }: Figure) =>
    ["AT_LEAST", "MORE_THAN"].includes(qualifier ?? "") ? Infinity : (valueMax ?? value);
  const at = (end: (figure: Figure) => number) => {
    const sorted = [...figures].sort((a, b) => (end(a) === end(b) ? 0 : end(a) - end(b)));
    return [sorted[first] as Figure, sorted[second] as Figure] as const;
  };
  const [floors, ceilings] = [at(floorOf), at(ceilingOf)];
  const mean = ([a, b]: readonly [Figure, Figure], end: (figure: Figure) => number) => {
    const number = (end(a) + end(b)) / 2;
    return Number.isFinite(number) ? number : null;
  };
  const [low, high] = [mean(floors, floorOf), mean(ceilings, ceilingOf)];
  const isOneOf = (two: readonly Figure[], ...qualifiers: string[]) =>
    two.some(({ qualifier }) => qualifiers.includes(qualifier ?? ""));
  const qualifier = () => {
    if (low === null && high === null) return null;
    if (low === high) return isOneOf([...floors, ...ceilings], "ABOUT", "NEARLY") ? "ABOUT" : "EXACT";
    if (high === null) return isOneOf(floors, "MORE_THAN") ? "MORE_THAN" : "AT_LEAST";
    if (low === null) return isOneOf(ceilings, "LESS_THAN") ? "LESS_THAN" : "AT_MOST";
    return "RANGE";
  };
  return {
    [name]: low ?? high,
    [`${name}Max`]: low !== null && high !== null && high > low ? high : null,
    [`${name}Qualifier`]: qualifier(),
  };
}
