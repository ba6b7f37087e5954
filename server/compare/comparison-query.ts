// Checks the input of a comparison and turns it into the CTEs of one statement.

import { LATEST_PER_SUBJECT, parsePeriod, YEAR_BOUNDS } from "../contract/period.ts";
import type { Budget } from "../core/budget.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Reader } from "../database/pool.ts";
import type { Statement } from "../graphql/statement.ts";
import type { Vocabulary } from "../graphql/vocabulary.ts";
import { type PartOfYear, WHOLE_YEARS } from "../indicators/figure-precedence.ts";
import { checkFilter, type SiteFilter } from "../sites/filter.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { compareErrors } from "./errors.ts";
import { checkMeasures, type Measure } from "./measure.ts";
import { measureResultCtes } from "./measure-results.ts";
import { rankingCtes, type ShownYear } from "./ranking.ts";
import { type SubjectQuery, subjectLimit, subjectVocabulary } from "./subjects.ts";

export interface ComparisonInput extends Omit<SubjectQuery, "filter"> {
  measures: readonly Measure[];
  filter?: SiteFilter | null | undefined;
  period?: string | null | undefined;
}

/** The names of the arguments as the caller wrote them. */
export interface ArgumentNames {
  measures: string;
  subjects: string;
  filter: string;
}

/**
 * The period as a part of the year and the year; whole years and the best covered one by default. Throws PERIOD_MALFORMED,
 * NUMBER_OUT_OF_RANGE.
 */
function readPeriod(text: string | null | undefined): { partOfYear: PartOfYear; year: ShownYear } {
  if (typeof text !== "string") return { partOfYear: WHOLE_YEARS, year: "BEST_COVERED" };
  if (text === LATEST_PER_SUBJECT) return { partOfYear: WHOLE_YEARS, year: "LATEST" };
  const period = text.length <= 40 ? parsePeriod(text) : undefined;
  if (!period?.end || period.kind === "DAY" || period.kind === "SPAN" || period.kind === "UNDATED")
    throw new AtlasError(compareErrors.PERIOD_MALFORMED, { argument: "period", value: text });
  const year = Number(period.end.slice(0, 4));
  if (year < YEAR_BOUNDS.min || year > YEAR_BOUNDS.max)
    throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument: "period", ...YEAR_BOUNDS, value: year });
  return { partOfYear: { kind: period.kind, end: period.end.slice(5).replace("02-29", "02-28") }, year };
}

/**
 * The CTEs of a comparison, ending in `cell` and `measure_summary`. The filter is checked within the budget of the request. Throws
 * the errors of all checks.
 */
export async function comparisonStatement(
  database: Reader,
  input: ComparisonInput,
  names: ArgumentNames,
  budget?: Budget,
): Promise<Statement> {
  checkMeasures(input.measures, names.measures, input.set !== "SITE");
  const { partOfYear, year } = readPeriod(input.period);
  const filter = input.filter ? checkFilter(input.filter, names.filter, budget) : null;
  const subjects: SubjectQuery = { ...input, filter };
  const indicators: Vocabulary = {
    argument: names.measures,
    table: "indicator",
    key: "id",
    entries: input.measures.flatMap(({ indicator }) => indicator ?? []),
  };
  const vocabularies = [indicators, subjectVocabulary(subjects, names.subjects)];
  const notices = filter ? await checkFilterLookups(database, filter, names.filter) : [];
  const countsSites = input.measures.some(({ indicator }) => typeof indicator !== "string");
  if (countsSites && ((input.period && input.period !== LATEST_PER_SUBJECT) || input.asOf))
    notices.push({ reason: new AtlasError(compareErrors.SITES_AS_TODAY, { argument: names.measures }) });
  const ctes = [...measureResultCtes(input.measures, subjects, partOfYear), ...rankingCtes(year)];
  return { ctes, vocabularies, notices, ...subjectLimit(subjects) };
}
