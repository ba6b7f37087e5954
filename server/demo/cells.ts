// Which cells there are: every indicator at every subject that it can be asked of.
import type { Dataset } from "../imports/dataset.ts";
import { type CellData, cellKey } from "./recorded.ts";

export interface Cell {
  indicator: Dataset["indicators"][number];
  /** As in observations.csv: `district:420102`. */
  subject: string;
}

const CITY = "region:420100";

// Nothing is made up for these.
const LEFT_ALONE: Readonly<Record<string, string>> = {
  "population-census": "a census is taken once in ten years, and all of it is known",
  "population-change-between-censuses": "as the census",
  "population-permanent-pre-census": "an estimate that the census has ended",
  "population-permanent-excluding-managed-pre-census": "an estimate that the census has ended",
  "land-area": "how large a place is stands with the place",
  "administered-area": "how large a place is stands with the place",
  "gdp-share-of-city-seven-districts": "a sum over seven districts that one source gave for one year",
  "internationally-known-hospitals": "so that the plan shows what it says where data is missing",
};

// What every site of a kind has, though it is known of few: workers, firms, revenue, ground.
const COMMON = new Set([
  ...["employees", "resident-firms", "registered-firms", "resident-high-tech-firms"],
  ...["park-revenue", "park-output", "planned-area", "floor-area", "bonded-zone-trade"],
]);

/** The cells of a set of data, in the order of its files. */
export function cellsOf(data: Dataset, recorded: ReadonlyMap<string, CellData>): Cell[] {
  const places = {
    REGION: data.regions.map(({ code }) => `region:${code}`),
    DISTRICT: data.districts.map(({ code }) => `district:${code}`),
    FUNCTIONAL_AREA: data.functionalAreas.map(({ id }) => `area:${id}`),
  };
  return data.indicators
    .filter(({ id }) => !Object.hasOwn(LEFT_ALONE, id))
    .flatMap((indicator) => {
      const isRecorded = (subject: string) => recorded.has(cellKey(indicator.id, subject));
      const subjects = indicator.fits.flatMap((kind) => {
        // Of the province and the free trade zone only what somebody tells of them.
        if (kind === "REGION") return places.REGION.filter((subject) => isRecorded(subject) || subject === CITY);
        if (kind === "DISTRICT" || kind === "FUNCTIONAL_AREA") return places[kind];
        return sitesFor(
          indicator.id,
          data.sites.filter((site) => site.kind === kind),
          isRecorded,
        );
      });
      return subjects.map((subject) => ({ indicator, subject }));
    });
}

type Site = Dataset["sites"][number] & Record<string, unknown>;

// What is known of one airport is asked of airports, not of ports; what tells of a whole city's trains or containers stays where
// it is told. A part of a zone is told with its whole.
function sitesFor(indicator: string, sites: readonly Site[], isRecorded: (subject: string) => boolean): string[] {
  const subject = ({ slug }: Site) => `site:${slug}`;
  const carriers = sites.filter((site) => isRecorded(subject(site)));
  const traits = new Set(carriers.map(traitOf));
  const isShared = COMMON.has(indicator) || carriers.some(({ kind }) => kind === "SERVICE_TRADE_PARK") || carriers.length > 1;
  const takes = (site: Site) => !site.parent && isShared && (COMMON.has(indicator) || traits.has(traitOf(site)));
  return sites.filter((site) => isRecorded(subject(site)) || takes(site)).map(subject);
}

const traitOf = ({ theme, field, hubType, facility }: Site): string => [theme, field, hubType, facility].join();
