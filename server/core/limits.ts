/** Bounds of one query. Complexity counts the values that an answer may hold at most: every field times its page sizes. */
export const LIMITS = {
  depth: 14,
  breadth: 400,
  fields: 1000,
  questions: 20,
  complexity: 100_000,
  tokens: 4_000,
  pageSize: 200,
  bodyBytes: 1_000_000,
  seconds: 10,
};
