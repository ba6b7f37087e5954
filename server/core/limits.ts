/**
 * Limits of one query. Complexity is the maximum number of values in the response, every field times its page sizes, and what the fields
 * cost themselves (graphql/prices.ts).
 */
export const REQUEST_LIMITS = {
  depth: 14,
  breadth: 400,
  fields: 1000,
  rootFields: 20,
  complexity: 100_000,
  /**
   * From here on a query takes the lane of heavy ones (database/lane.ts): one with a field that alone costs so much, which is 40 ms of the
   * database, or one of so many values. A value of a page of a list takes the database only a microsecond.
   */
  heavy: { price: 2000, complexity: 10_000 },
  tokens: 4_000,
  pageSize: 200,
  bodyBytes: 1_000_000,
  seconds: 10,
  /** What all filters of one request may contain together (core/budget.ts): each takes at most a few tens of milliseconds to check. */
  budget: {
    /** Vertices of areas and of geometries in CQL2. */
    vertices: 5000,
    /** Vertices of shapes from which distances of areas are measured: each takes the database about 3 ms. */
    distanceVertices: 300,
    /** Pairs of edges that are compared to see where they cross. */
    edgePairs: 800_000,
    /** Properties and values in CQL2. */
    cqlOperands: 500,
    cqlCharacters: 100_000,
  },
};
