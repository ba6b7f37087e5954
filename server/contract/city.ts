// What the program takes for granted about the city whose data it holds. Everything else is read from the data; a test checks
// each of these facts against the files in prisma/data.

import type { SetName } from "./measures.ts";

/** Wuhan in GB/T 2260, as the region that figures of the whole city are about. */
export const CITY_CODE = "420100";

/** Where the city and its surroundings lie: west, south, east, north (WGS-84). Longitudes and latitudes there cannot be confused. */
export const SURROUNDINGS_BOX = [111, 26, 118, 33.5] as const;

/** The form of a district's code: one of the same province (GB/T 2260). */
export const DISTRICT_CODE = /^42\d{4}$/;

/** The expected numbers of rows, for the cost of a query; tasks and targets are those of the plan. */
export const EXPECTED_COUNTS = { districts: 13, functionalAreas: 7, tasks: 17, targets: 39 } as const;

/** The last year of the plan. */
export const PLAN_HORIZON = 2027;

/** The year of the latest census. */
export const CENSUS_YEAR = 2020;

/** Years of the epidemic's slump and of the recovery after it: the plan measures no pace from them. */
export const EPIDEMIC_YEARS = { first: 2020, last: 2022 } as const;

/** The slugs of the indicators that code refers to. */
export const INDICATOR_SLUGS = {
  gdp: "gdp",
  gdpGrowth: "gdp-growth",
  tertiaryShare: "tertiary-share",
  /** The volume of trade in services, in USD. */
  servicesTrade: "services-trade-usd",
  servicesTradeGrowth: "services-trade-average-growth",
  employees: "employees",
  /** Size of a site. */
  plannedArea: "planned-area",
  populationCensus: "population-census",
  /** The census by whole districts; `populationCensus` lists functional areas separately. */
  populationCensusAdministrative: "population-census-administrative",
  populationPermanent: "population-permanent",
  populationAdministrative: "population-permanent-administrative",
  populationPreCensus: "population-permanent-pre-census",
  /** Published for functional areas that statistics count apart from their districts. */
  populationShareOfCity: "population-share-of-city",
} as const;

/** Indicators that cover the whole district even where statistics list its functional areas separately. */
export const WHOLE_AREA_INDICATORS: readonly string[] = [
  ...[
    INDICATOR_SLUGS.populationAdministrative,
    INDICATOR_SLUGS.populationPreCensus,
    INDICATOR_SLUGS.populationCensusAdministrative,
  ],
  ...["population-registered-census", "population-rural-census", "population-urban-census"],
  ...["households-census", "sex-ratio-census", "land-area"],
];

/**
 * What similar subjects are found by unless the caller names measures: densities, amounts per head, shares and the mix of sites, none
 * of which grows with a subject's size.
 */
export const profileMeasures: Record<SetName, readonly string[]> = {
  DISTRICT: [
    ...["population-census:PER_KM2", "gdp:PER_HEAD", "gdp:PER_KM2", "tertiary-share", "sites:PER_KM2", "sites:PER_HEAD"],
    ...["sites.SERVICE_TRADE_PARK:LOCATION_QUOTIENT", "sites.LOGISTICS_HUB:LOCATION_QUOTIENT"],
  ],
  FUNCTIONAL_AREA: [
    ...["population-census:PER_KM2", "gdp:PER_HEAD", "gdp:PER_KM2", "gdp-growth", "sites:PER_KM2", "sites:PER_HEAD"],
    ...["sites.SERVICE_TRADE_PARK:LOCATION_QUOTIENT", "sites.LOGISTICS_HUB:LOCATION_QUOTIENT"],
  ],
  SITE: [
    ...[
      "resident-firms:PER_KM2",
      "employees:PER_KM2",
      "park-output:PER_KM2",
      "park-output:PER_WORKER",
      "resident-firms:PER_WORKER",
    ],
    ...["park-output:AVERAGE_GROWTH", "employees:AVERAGE_GROWTH"],
  ],
};
