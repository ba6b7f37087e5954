// The initial level of a series without recorded values. It is derived from the figures of similar subjects in proportion to their size,
// otherwise from the subject's share of the city's figure, otherwise from the plan's target, otherwise from a usual value of the unit.
import { CENSUS_YEAR, CITY_CODE, INDICATOR_SLUGS } from "../contract/city.ts";
import type { Dataset } from "../imports/dataset.ts";
import type { Cell } from "./cells.ts";
import { isGrowth } from "./growth-model.ts";
import { type RandomNumber, randomAround, randomBetween } from "./random.ts";
import { type CellData, cellKey } from "./recorded.ts";

const WHOLE_CITY = `region:${CITY_CODE}`;

/** The values of the plan's targets, by the cell that measures them. A target for growth is not a level. */
export function goalsOf(data: Dataset): Map<string, number> {
  const units = new Map(data.indicators.map(({ id, unit }) => [id, unit]));
  const goals = data.plan.targets.flatMap(({ measures, value, unit }) =>
    measures.flatMap(({ role, indicator, subject }): [string, number][] =>
      role === "MEASURES" && value && unit === units.get(indicator) ? [[cellKey(indicator, subject), value]] : [],
    ),
  );
  return new Map(goals);
}

/** A value and its year. */
export interface Level {
  year: number;
  value: number;
}

/** Returns a function that finds the level of a cell; `randomFor` returns the random numbers of a cell. */
export function levelFinder(data: Dataset, recorded: ReadonlyMap<string, CellData>, randomFor: (cell: Cell) => RandomNumber) {
  const size = sizes(data, recorded);
  const goals = goalsOf(data);
  const cells = new Map<string, [string, CellData][]>();
  for (const [key, cell] of recorded) {
    const [indicator = "", subject = ""] = key.split(" ");
    cells.set(indicator, [...(cells.get(indicator) ?? []), [subject, cell]]);
  }

  return (cell: Cell): Level => {
    const { indicator, subject } = cell;
    const draw = randomFor(cell);
    const isShare = indicator.unit === "percent" || indicator.nature === "RANK" || indicator.unit === "CNY-per-km2";
    const spread = subject.startsWith("site:") ? 0.45 : 0.18;
    const weight = (subject: string) => (isShare ? 1 : (size.get(subject) ?? 1));
    const recordedSubjects = cells.get(indicator.id) ?? [];
    const levels = recordedSubjects.map(([otherSubject, cell]) => ({ otherSubject, ...newestValue(cell) }));
    const similar = levels.filter(({ otherSubject }) => isSimilar(otherSubject, subject));
    if (similar.length > 0) {
      // Large sites publish figures first, so a site among many is smaller than the one or two with figures.
      const scale = subject.startsWith("site:") && similar.length < 3 && !isShare ? 0.3 : 1;
      const typicalValue = scale * median(similar.map(({ otherSubject, value }) => value / weight(otherSubject)));
      const year = median(similar.map(({ year }) => year));
      const value = isShare
        ? typicalValue * randomBetween(draw, 0.8, 1.2)
        : randomAround(typicalValue * weight(subject), spread, draw);
      return { year: Math.round(year), value };
    }
    const cityGoal = goals.get(cellKey(indicator.id, WHOLE_CITY));
    const cityLevel =
      levels.find(({ otherSubject }) => otherSubject === WHOLE_CITY) ??
      (cityGoal === undefined ? undefined : { year: 2025, value: cityGoal });
    if (cityLevel && subject !== WHOLE_CITY) {
      const cityShare = isShare ? 1 : weight(subject) / weight(WHOLE_CITY);
      return { year: cityLevel.year, value: randomAround(cityLevel.value * cityShare, isShare ? 0.08 : spread, draw) };
    }
    const goal = goals.get(cellKey(indicator.id, subject));
    // The range makes some targets reached, some on course and some far behind.
    if (goal !== undefined) return { year: 2025, value: goal * randomBetween(draw, 0.72, 1.1) };
    if (isGrowth(indicator)) return { year: 2021, value: randomBetween(draw, 3, 12) };
    return { year: 2021, value: randomAround(USUAL_VALUES[indicator.unit] ?? 20, 0.5, draw) };
  };
}

const newestValue = ({ values, bounds }: CellData): Level => {
  const valuesAtBounds = [...bounds].map(([year, { valueWithin }]) => [year, valueWithin] as const);
  const [year = 0, value = 0] = [...(values.size > 0 ? values : valuesAtBounds)].sort(([a], [b]) => b - a)[0] ?? [];
  return { year, value };
};

// Districts and functional areas are comparable in size; sites are compared with sites.
const groupOf = (subject: string): string => subject.replace(/:.*/, "").replace("district", "area");
const isSimilar = (a: string, b: string): boolean => groupOf(a) === groupOf(b) && groupOf(a) !== "region";

/** Census population of districts and functional areas as a measure of their size; for the city the sum of the districts. */
function sizes(data: Dataset, recorded: ReadonlyMap<string, CellData>): Map<string, number> {
  const subjects = [
    ...data.districts.map(({ code }) => `district:${code}`),
    ...data.functionalAreas.map(({ id }) => `area:${id}`),
  ];
  const populations = subjects.map(
    (subject) => [subject, recorded.get(cellKey(INDICATOR_SLUGS.populationCensus, subject))?.values.get(CENSUS_YEAR)] as const,
  );
  const usualPopulation = median(populations.flatMap(([, count]) => (count === undefined ? [] : [count])));
  const knownPopulations = populations.map(([subject, count]) => [subject, count ?? usualPopulation] as const);
  const cityPopulation = knownPopulations
    .filter(([subject]) => subject.startsWith("district:"))
    .reduce((sum, [, count]) => sum + count, 0);
  return new Map([...knownPopulations, [WHOLE_CITY, cityPopulation]]);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return (low + high) / 2;
}

// A usual value for one subject in this city, by unit.
const USUAL_VALUES: Readonly<Record<string, number>> = {
  ...{ percent: 42, person: 4_000, passenger: 2_000_000, CNY: 4_000_000_000, "CNY-per-km2": 600_000_000, USD: 500_000_000 },
  ...{ km2: 1.6, m2: 180_000, TEU: 120_000, tonne: 300_000, movement: 90_000, train: 260, route: 18, line: 24, channel: 8 },
  ...{ firm: 120, institution: 45, "market-entity": 80_000, country: 38, "country-or-region": 60, city: 70, rank: 4, park: 9 },
  ...{ base: 8, project: 28, team: 22, item: 16, standard: 24, event: 60, cluster: 5, platform: 8, centre: 18, office: 20 },
  ...{ hospital: 2, specialty: 4 },
};
