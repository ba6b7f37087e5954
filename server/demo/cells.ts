// The cells of the data: every indicator at every subject that it applies to.
import { CITY_CODE } from "../contract/city.ts";
import type { Dataset } from "../imports/dataset.ts";
import { type CellData, cellKey } from "./recorded.ts";

export interface Cell {
  indicator: Dataset["indicators"][number];
  /** As in observations.csv: `district:420102`. */
  subject: string;
}

const WHOLE_CITY = `region:${CITY_CODE}`;

// Indicators that get no synthetic figures, with the reason.
const WITHOUT_FIGURES: Readonly<Record<string, string>> = {
  "population-census": "a census takes place every ten years, and its figures are complete",
  "population-change-between-censuses": "same as the census",
  "population-census-administrative": "same as the census",
  "population-urban-census": "same as the census",
  "population-rural-census": "same as the census",
  "population-registered-census": "same as the census",
  "households-census": "same as the census",
  "sex-ratio-census": "same as the census",
  "population-permanent-pre-census": "an estimate that the census has replaced",
  "population-permanent-excluding-managed-pre-census": "an estimate that the census has replaced",
  "land-area": "the area is a property of the place",
  "administered-area": "the area is a property of the place",
  "gdp-share-of-city-seven-districts": "a sum over seven districts that one source published for one year",
  "internationally-known-hospitals": "so that the plan shows a target with missing data",
};

// Indicators that exist for every site of a kind although few sites publish them: employees, firms, revenue, area.
const COMMON_INDICATORS = new Set([
  ...["employees", "resident-firms", "registered-firms", "resident-high-tech-firms"],
  ...["park-revenue", "park-output", "planned-area", "floor-area", "bonded-zone-trade"],
]);

/** The cells of a set of data, in the order of its files. */
export function cellsOf(data: Dataset, recorded: ReadonlyMap<string, CellData>): Cell[] {
  const subjectsBySet = {
    REGION: data.regions.map(({ code }) => `region:${code}`),
    DISTRICT: data.districts.map(({ code }) => `district:${code}`),
    FUNCTIONAL_AREA: data.functionalAreas.map(({ id }) => `area:${id}`),
  };
  return data.indicators
    .filter(({ id }) => !Object.hasOwn(WITHOUT_FIGURES, id))
    .flatMap((indicator) => {
      const isRecorded = (subject: string) => recorded.has(cellKey(indicator.id, subject));
      const subjects = indicator.applies_to.flatMap((kind) => {
        // For the province and the free trade zone only indicators with published figures.
        if (kind === "REGION") return subjectsBySet.REGION.filter((subject) => isRecorded(subject) || subject === WHOLE_CITY);
        if (kind === "DISTRICT" || kind === "FUNCTIONAL_AREA") return subjectsBySet[kind];
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

// An indicator recorded at one airport applies to airports, not to ports; a citywide number of trains or containers stays at its
// site. Parts of a zone are covered by the whole zone.
function sitesFor(indicator: string, sites: readonly Site[], isRecorded: (subject: string) => boolean): string[] {
  const subject = ({ slug }: Site) => `site:${slug}`;
  const recordedSites = sites.filter((site) => isRecorded(subject(site)));
  const recordedTraits = new Set(recordedSites.map(traitOf));
  const isShared =
    COMMON_INDICATORS.has(indicator) ||
    recordedSites.some(({ kind }) => kind === "SERVICE_TRADE_PARK") ||
    recordedSites.length > 1;
  const applies = (site: Site) =>
    !site.parent && isShared && (COMMON_INDICATORS.has(indicator) || recordedTraits.has(traitOf(site)));
  return sites.filter((site) => isRecorded(subject(site)) || applies(site)).map(subject);
}

const traitOf = ({ theme, field, hubType, facility }: Site): string => [theme, field, hubType, facility].join();
