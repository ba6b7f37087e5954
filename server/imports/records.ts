// Reads text files into checked records. Every error names the file and the problem, and the line or record where there is one.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import type { z } from "zod";
import { AtlasError } from "../core/errors.ts";
import { importErrors } from "./errors.ts";

/** Records of a CSV file (UTF-8, header row); empty cells are null. Throws DATA_INVALID. */
export function readCsv<T>(file: string, schema: z.ZodType<T>): T[] {
  const rows = parse(file, () =>
    parseCsv(readText(file), { bom: true, columns: true, info: true, cast: (cell) => (cell === "" ? null : cell) }),
  ) as unknown as { info: { lines: number }; record: unknown }[];
  return rows.map(({ info, record }) => check(schema, record, file, `line ${info.lines}`));
}

/** A YAML file as a whole, checked. Throws DATA_INVALID. */
export const readYaml = <T>(file: string, schema: z.ZodType<T>): T =>
  check(
    schema,
    parse(file, () => parseYaml(readText(file), { schema: "core" })),
    file,
    "",
  );

/** A JSON file as a whole, checked. Throws DATA_INVALID. */
export const readJson = <T>(file: string, schema: z.ZodType<T>): T =>
  check(
    schema,
    parse(file, () => JSON.parse(readText(file))),
    file,
    "",
  );

function readText(file: string): string {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AtlasError(importErrors.DATA_INVALID, {
      file: basename(file),
      place: "0",
      reason: { zh: "不是 UTF-8 编码", en: "not UTF-8" },
    });
  }
}

function parse<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof AtlasError) throw error;
    throw new AtlasError(importErrors.DATA_INVALID, { file: basename(file), place: "-", reason: (error as Error).message });
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, file: string, recordName: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const location = [recordName, issue?.path.join(".")].filter(Boolean).join(", ");
  throw new AtlasError(importErrors.DATA_INVALID, { file: basename(file), place: location, reason: issue?.message ?? "?" });
}
