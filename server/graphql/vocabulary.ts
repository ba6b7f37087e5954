// Names that only the database can check: by the statement that reads them, or by one of its own.
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { checkText } from "../core/text.ts";
import type { Reader } from "../database/pool.ts";
import { join, raw, type Sql, sql } from "../database/sql.ts";

/** What was named, and the column in which it must stand. */
export interface Vocabulary {
  argument: string;
  table: string;
  key: string;
  entries: readonly string[] | null | undefined;
}

/** Details of VALUE_UNKNOWN. */
export interface Unknown {
  argument: string;
  value: string;
  allowed: string;
}

// Enough to find what was meant: the names that look most like it come first.
const MAX_LISTED = 20;

/** The first entry that is in no row, as JSON (see Unknown); null if all exist. */
export function unknownOf(vocabularies: readonly Vocabulary[]): Sql {
  const named = vocabularies.filter(({ entries }) => entries?.length);
  return named.length === 0 ? sql`NULL::json` : sql`coalesce(${join(named.map(unknownEntry))})`;
}

const unknownEntry = ({ argument, table, key, entries }: Vocabulary): Sql => sql`(
  SELECT json_build_object('argument', ${argument}::text, 'value', entry, 'allowed', (SELECT string_agg(k.name, ', ')
    FROM (SELECT ${raw(key)} AS name FROM ${raw(table)} ORDER BY similarity(${raw(key)}, entry) DESC, 1 LIMIT ${MAX_LISTED}) k))
  FROM unnest(${entries}::text[]) entry WHERE NOT EXISTS (SELECT FROM ${raw(table)} k WHERE k.${raw(key)} = entry) LIMIT 1)`;

/** Checks names in one statement, where there are any; throws VALUE_UNKNOWN. */
export async function checkVocabularies(database: Reader, vocabularies: readonly Vocabulary[]): Promise<void> {
  if (!vocabularies.some(({ entries }) => entries?.length)) return;
  const [row] = await database.rows<{ unknown: Unknown | null }>(sql`SELECT ${unknownOf(vocabularies)} AS unknown`);
  if (row?.unknown) throw new AtlasError(commonErrors.VALUE_UNKNOWN, { ...row.unknown });
}

/** Checks a list of names; throws LIST_TOO_LONG and the errors of checkText. */
export function checkEntries(argument: string, list: readonly string[] | null | undefined, max: number): void {
  if (list && list.length > max) throw new AtlasError(commonErrors.LIST_TOO_LONG, { argument, max, value: list.length });
  for (const entry of list ?? []) checkText(entry, argument);
}
