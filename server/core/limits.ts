/** Limits of one query. Complexity is the maximum number of values in the response: every field times its page sizes. */
export const REQUEST_LIMITS = {
  depth: 14,
  breadth: 400,
  fields: 1000,
  rootFields: 20,
  complexity: 100_000,
  tokens: 4_000,
  pageSize: 200,
  bodyBytes: 1_000_000,
  seconds: 10,
};
