/**
 * What a field costs however little of it is selected, because it computes over everything first. A value in the answer costs 1, and a
 * request at most REQUEST_LIMITS.complexity: a millisecond of the database is 50, so that no request takes more than about two seconds of
 * it. Measured on the embedded database with the demonstration's figures, in milliseconds for the costliest arguments:
 *
 * | completeness | search | coverage | siteGroups | catchment | peers | clusters | compare, ranking | nearest | observations |
 * | ------------ | ------ | -------- | ---------- | --------- | ----- | -------- | ---------------- | ------- | ------------ |
 * | 177          | 222    | 40       | 5          | 33        | 22    | 5        | 16               | 3       | 10           |
 *
 * coverage and siteGroups cost more than that: with many sites, areas that overlap and clusters take far longer.
 */
export const PRICES = {
  completeness: 10_000,
  search: 10_000,
  coverage: 10_000,
  siteGroups: 5000,
  catchment: 2000,
  clusters: 2000,
  peers: 1000,
  comparison: 800,
  /** For measures that count sites: all of them, whatever is compared. */
  countedSites: 2000,
  observations: 500,
  nearest: 150,
  /** For each site. */
  nearestOfSite: 6,
};
