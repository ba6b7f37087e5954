// Where the series of a subject begins of which nothing is known: at what its like have for their size, else at its part of the
// city's figure, else at what the plan aims at, else at what such a count usually is.
import { CENSUS_YEAR, CITY, INDICATORS } from "../contract/city.ts";
import type { Dataset } from "../imports/dataset.ts";
import type { Cell } from "./cells.ts";
import { isGrowth } from "./growth-model.ts";
import { between, type Draw } from "./random.ts";
import { type CellData, cellKey } from "./recorded.ts";
import { around } from "./series.ts";

const WHOLE_CITY = `region:${CITY}`;

/** What the plan aims at, by the cell that measures it. A growth that is aimed at is no level of what shall grow. */
export function goalsOf(data: Dataset): Map<string, number> {
  const units = new Map(data.indicators.map(({ id, unit }) => [id, unit]));
  const goals = data.plan.targets.flatMap(({ measures, value, unit }) =>
    measures.flatMap(({ role, indicator, subject }): [string, number][] =>
      role === "MEASURES" && value && unit === units.get(indicator) ? [[cellKey(indicator, subject), value]] : [],
    ),
  );
  return new Map(goals);
}

/** A level and the year it is of. */
export interface Level {
  year: number;
  value: number;
}

/** Finds levels; `drawn` gives each cell its own numbers. */
export function levelFinder(data: Dataset, recorded: ReadonlyMap<string, CellData>, drawn: (cell: Cell) => Draw) {
  const size = sizes(data, recorded);
  const goals = goalsOf(data);
  const cells = new Map<string, [string, CellData][]>();
  for (const [key, cell] of recorded) {
    const [indicator = "", subject = ""] = key.split(" ");
    cells.set(indicator, [...(cells.get(indicator) ?? []), [subject, cell]]);
  }

  return (cell: Cell): Level => {
    const { indicator, subject } = cell;
    const draw = drawn(cell);
    const isShare = indicator.unit === "percent" || indicator.nature === "RANK" || indicator.unit === "CNY-per-km2";
    const spread = subject.startsWith("site:") ? 0.45 : 0.18;
    const weight = (place: string) => (isShare ? 1 : (size.get(place) ?? 1));
    const others = cells.get(indicator.id) ?? [];
    const levels = others.map(([place, cell]) => ({ place, ...newest(cell) }));
    const like = levels.filter(({ place }) => isLike(place, subject));
    if (like.length > 0) {
      // Large sites publish figures first, so a site among many is smaller than the one or two with figures.
      const scale = subject.startsWith("site:") && like.length < 3 && !isShare ? 0.3 : 1;
      const middle = scale * median(like.map(({ place, value }) => value / weight(place)));
      const year = median(like.map(({ year }) => year));
      const value = isShare ? middle * between(draw, 0.8, 1.2) : around(middle * weight(subject), spread, draw);
      return { year: Math.round(year), value };
    }
    const aim = goals.get(cellKey(indicator.id, WHOLE_CITY));
    const city = levels.find(({ place }) => place === WHOLE_CITY) ?? (aim === undefined ? undefined : { year: 2025, value: aim });
    if (city && subject !== WHOLE_CITY) {
      const part = isShare ? 1 : weight(subject) / weight(WHOLE_CITY);
      return { year: city.year, value: around(city.value * part, isShare ? 0.08 : spread, draw) };
    }
    const goal = goals.get(cellKey(indicator.id, subject));
    // Some of the plan's measures are there already, some on the way, some far behind.
    if (goal !== undefined) return { year: 2025, value: goal * between(draw, 0.72, 1.1) };
    if (isGrowth(indicator)) return { year: 2021, value: between(draw, 3, 12) };
    return { year: 2021, value: around(USUAL[indicator.unit] ?? 20, 0.5, draw) };
  };
}

const newest = ({ values, bounds }: CellData): Level => {
  const near = [...bounds].map(([year, { within }]) => [year, within] as const);
  const [year = 0, value = 0] = [...(values.size > 0 ? values : near)].sort(([a], [b]) => b - a)[0] ?? [];
  return { year, value };
};

// Districts and functional areas are comparable in size; sites are compared with sites.
const set = (subject: string): string => subject.replace(/:.*/, "").replace("district", "area");
const isLike = (a: string, b: string): boolean => set(a) === set(b) && set(a) !== "region";

/** People of districts and areas at the census, in place of size; the city's is the sum of its districts'. */
function sizes(data: Dataset, recorded: ReadonlyMap<string, CellData>): Map<string, number> {
  const places = [...data.districts.map(({ code }) => `district:${code}`), ...data.functionalAreas.map(({ id }) => `area:${id}`)];
  const people = places.map(
    (place) => [place, recorded.get(cellKey(INDICATORS.populationCensus, place))?.values.get(CENSUS_YEAR)] as const,
  );
  const usual = median(people.flatMap(([, count]) => (count === undefined ? [] : [count])));
  const all = people.map(([place, count]) => [place, count ?? usual] as const);
  const city = all.filter(([place]) => place.startsWith("district:")).reduce((sum, [, count]) => sum + count, 0);
  return new Map([...all, [WHOLE_CITY, city]]);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return (low + high) / 2;
}

// What such a count usually is for one place of this city.
const USUAL: Readonly<Record<string, number>> = {
  ...{ percent: 42, person: 4_000, passenger: 2_000_000, CNY: 4_000_000_000, "CNY-per-km2": 600_000_000, USD: 500_000_000 },
  ...{ km2: 1.6, m2: 180_000, TEU: 120_000, tonne: 300_000, movement: 90_000, train: 260, route: 18, line: 24, channel: 8 },
  ...{ firm: 120, institution: 45, "market-entity": 80_000, country: 38, "country-or-region": 60, city: 70, rank: 4, park: 9 },
  ...{ base: 8, project: 28, team: 22, item: 16, standard: 24, event: 60, cluster: 5, platform: 8, centre: 18, office: 20 },
  ...{ hospital: 2, specialty: 4 },
};
