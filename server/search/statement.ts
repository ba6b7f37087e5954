// The one statement of a search: matches that contain all words, group by group; only if there are none, the most similar spellings.
import { foldText } from "../contract/fold.ts";
import { empty, join, raw, type Sql, sql } from "../database/sql.ts";
import { containsAllWords, containsRequiredWords } from "../database/text-search.ts";
import { pinyinOf } from "./names.ts";
import { type SearchedTable, searchedTables, textsOf } from "./searched.ts";

/** The columns of a match that resolvers read, whatever is selected. */
export const carriedColumns = {
  kind: (row: Sql) => sql`${row}.kind`,
  exact: (row: Sql) => sql`${row}.exact`,
  texts: (row: Sql) => sql`${row}.texts`,
};

/** Misspellings are tolerated in a text of at most this many characters: comparing spellings takes the square of its length. */
export const MAX_MISSPELT = 60;

export interface Search {
  text: string;
  /** Matches of each group. */
  first: number;
  /** Longitude and latitude, if the text is a coordinate. */
  point: readonly [number, number] | null;
}

/** `SELECT columns FROM … row0`: the matches, best first within their groups. */
export const searchStatement = (columns: Sql, { text, first, point }: Search): Sql => sql`WITH
  literal_match AS (${unionOverTables((table, kind) => literalMatches(text, table, kind, first))}),
  similar_match AS (${unionOverTables((table, kind) => similarMatches(text, table, kind, first))}),
  any_match AS (SELECT *, true AS exact FROM literal_match UNION ALL SELECT *, false
    FROM similar_match${point ? sql` UNION ALL ${pointMatch(point)}` : empty}),
  described_match AS (${join(entries.map(withTexts), " UNION ALL ")}${point ? sql` UNION ALL SELECT any_match.*, '{}'::jsonb FROM any_match WHERE any_match.kind = 'POINT'` : empty})
  SELECT ${columns} FROM described_match row0
  ORDER BY max(${scoreAmongGroups}) OVER (PARTITION BY row0.kind) DESC, ${orderOfGroups}, row0.score DESC, length(row0.name_zh), row0.key`;

const entries = Object.entries(searchedTables) as [keyof typeof searchedTables, SearchedTable][];

// Sites found by name or industry stand before indicators, targets and industries whose name only begins with or contains the text.
const BY_INDUSTRY = sql`1.5::real`;
const scoreAmongGroups = sql`CASE WHEN row0.kind IN ('INDICATOR', 'PLAN_TARGET', 'INDUSTRY') AND row0.score < 5
  THEN least(row0.score, ${BY_INDUSTRY}) ELSE row0.score END`;

const orderOfGroups = sql`array_position(${Object.keys(searchedTables)}::text[], row0.kind)`;

const unionOverTables = (branch: (table: SearchedTable, kind: string) => Sql): Sql =>
  join(
    entries.map(([kind, table]) => sql`(${branch(table, kind)})`),
    " UNION ALL ",
  );

const identityColumns = ({ key }: SearchedTable, kind: string): Sql =>
  sql`${kind}::text AS kind, searched.${raw(key)} AS key, searched.name_zh, searched.name_en`;

// A name that is the text comes first, then names that begin with it, names that contain it, and entries that are found by another
// text, sites by an industry before others. Shorter names are nearer to the text.
function literalMatches(text: string, table: SearchedTable, kind: string, first: number): Sql {
  const folded = foldText(text).trim();
  const names = sql`split_part(searched.search_text, chr(10), 1)`;
  return sql`SELECT ${identityColumns(table, kind)}, (CASE
      WHEN ${folded} IN (lower(searched.name_zh), lower(searched.name_en)) THEN 5
      WHEN starts_with(lower(searched.name_zh), ${folded}) OR starts_with(lower(searched.name_en), ${folded}) THEN 4
      WHEN ${names} || ' ' LIKE ${`% ${folded.replace(/[\\%_]/g, "\\$&")} %`} THEN 3
      WHEN ${containsAllWords(text, sql`names`)} THEN 2.5
      WHEN ${containsRequiredWords(text, sql`names`)} THEN 2 ${kind === "SITE" ? sql`WHEN ${hasIndustry(text)} THEN ${BY_INDUSTRY}` : empty} ELSE 1 END)::real AS score
    FROM ${raw(table.table)} searched CROSS JOIN LATERAL (SELECT ${names} AS search_text) names
      WHERE ${containsRequiredWords(text, sql`searched`)}
    ${bestFirst(first)}`;
}

const hasIndustry = (
  text: string,
): Sql => sql`EXISTS (SELECT FROM site_industry JOIN industry ON industry.id = site_industry.industry_id
  WHERE site_industry.site_id = searched.id AND ${containsRequiredWords(text, sql`industry`)})`;

// Chinese that was typed by sound has the right pinyin with wrong characters.
function similarMatches(text: string, table: SearchedTable, kind: string, first: number): Sql {
  const folded = foldText(text).trim();
  const spellings = [...new Set([folded, pinyinOf(text)])];
  const isSimilar = spellings.map((spelling) => sql`${spelling} <% searched.search_text`);
  const similarity = spellings.map((spelling) => sql`word_similarity(${spelling}, searched.search_text)`);
  return sql`SELECT ${identityColumns(table, kind)}, greatest(${join(similarity)}) AS score FROM ${raw(table.table)} searched
    WHERE ${folded.length <= MAX_MISSPELT} AND NOT EXISTS (SELECT FROM literal_match) AND (${join(isSimilar, " OR ")})
    ${bestFirst(first)}`;
}

const bestFirst = (first: number): Sql => sql`ORDER BY score DESC, length(searched.name_zh), key LIMIT ${first}`;

const pointMatch = (point: readonly [number, number]): Sql => {
  const name = point.map((degrees) => degrees.toFixed(5)).join(", ");
  return sql`SELECT 'POINT', ${point.join(",")}, ${name}, ${name}, 6::real, true`;
};

const withTexts = ([kind, table]: [
  string,
  SearchedTable,
]): Sql => sql`SELECT any_match.*, ${raw(textsOf(table))} AS texts FROM any_match
  JOIN ${raw(table.table)} searched ON any_match.kind = ${kind}
    AND searched.${raw(table.key)} = any_match.key ${raw(table.joinSql ?? "")}`;
