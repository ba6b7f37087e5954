// Names that only the database can check, in the statement that uses them or in a separate one.
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { checkText } from "../core/text.ts";
import type { Reader } from "../database/pool.ts";
import { join, raw, type Sql, sql, wholeNumber } from "../database/sql.ts";

/** Names in an argument, and the column that must contain them. */
export interface Vocabulary {
  argument: string;
  table: string;
  key: string;
  entries: readonly string[] | null | undefined;
}

/** Details of VALUE_UNKNOWN. */
export interface UnknownEntry {
  argument: string;
  value: string;
  allowed: string;
}

// The number of suggestions. The most similar entries come first.
const MAX_LISTED = 20;

/** The first entry that does not exist, as JSON (see Unknown); null if all exist. */
export function unknownOf(vocabularies: readonly Vocabulary[]): Sql {
  const used = vocabularies.filter(({ entries }) => entries?.length);
  return used.length === 0 ? sql`NULL::json` : sql`coalesce(${join(used.map(unknownEntry))})`;
}

const unknownEntry = ({ argument, table, key, entries }: Vocabulary): Sql => sql`(
  SELECT json_build_object('argument', ${argument}::text, 'value', entry, 'allowed', (SELECT string_agg(listed.name, ', ')
    FROM (SELECT ${raw(key)} AS name FROM ${raw(table)} ORDER BY similarity(${raw(key)}, entry) DESC, 1 LIMIT ${wholeNumber(MAX_LISTED)}) listed))
  FROM unnest(${entries}::text[]) entry WHERE NOT EXISTS (SELECT FROM ${raw(table)} listed WHERE listed.${raw(key)} = entry) LIMIT 1)`;

/** Checks names in one statement, where there are any; throws VALUE_UNKNOWN. */
export async function checkVocabularies(database: Reader, vocabularies: readonly Vocabulary[]): Promise<void> {
  if (!vocabularies.some(({ entries }) => entries?.length)) return;
  const [row] = await database.rows<{ unknown: UnknownEntry | null }>(sql`SELECT ${unknownOf(vocabularies)} AS unknown`);
  if (row?.unknown) throw new AtlasError(commonErrors.VALUE_UNKNOWN, { ...row.unknown });
}

/** Checks a list of names; throws LIST_TOO_LONG and the errors of checkText. */
export function checkEntries(argument: string, list: readonly string[] | null | undefined, max: number): void {
  if (list && list.length > max) throw new AtlasError(commonErrors.LIST_TOO_LONG, { argument, max, value: list.length });
  for (const entry of list ?? []) checkText(entry, argument);
}
