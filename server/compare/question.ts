// What every comparison asks for, checked, and put as the tables of one statement.

import { parsePeriod } from "../contract/period.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Reader } from "../database/pool.ts";
import type { Question } from "../graphql/statement.ts";
import type { Vocabulary } from "../graphql/vocabulary.ts";
import { type Season, WHOLE_YEARS } from "../indicators/standing.ts";
import { checkFilter, type SiteFilter } from "../sites/filter.ts";
import { checkKnown } from "../sites/known.ts";
import { compareErrors } from "./errors.ts";
import { checkMeasures, type Measure, YEARS } from "./measure.ts";
import { measured } from "./measured.ts";
import { ranked } from "./ranked.ts";
import { type Asked, subjectBound, subjectVocabulary } from "./subjects.ts";

export interface Comparing extends Omit<Asked, "filter"> {
  measures: readonly Measure[];
  filter?: SiteFilter | null | undefined;
  period?: string | null | undefined;
}

/** What the arguments are called where their sender wrote them. */
export interface Names {
  measures: string;
  subjects: string;
  filter: string;
}

/** A period that comes back every year, and the year it is of; throws PERIOD_MALFORMED, NUMBER_OUT_OF_RANGE. */
function readPeriod(text: string | null | undefined): { season: Season; year: number | null } {
  if (typeof text !== "string") return { season: WHOLE_YEARS, year: null };
  const period = text.length <= 40 ? parsePeriod(text) : undefined;
  if (!period?.end || period.kind === "DAY" || period.kind === "SPAN" || period.kind === "UNDATED")
    throw new AtlasError(compareErrors.PERIOD_MALFORMED, { argument: "period", value: text });
  const year = Number(period.end.slice(0, 4));
  if (year < YEARS.least || year > YEARS.most)
    throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument: "period", ...YEARS, value: year });
  return { season: { kind: period.kind, end: period.end.slice(5).replace("02-29", "02-28") }, year };
}

/** The tables of a comparison, ending in `cell` and `overall`. Throws the errors of all that is checked here. */
export async function comparing(database: Reader, asked: Comparing, names: Names): Promise<Question> {
  checkMeasures(asked.measures, names.measures, asked.set !== "SITE");
  const { season, year } = readPeriod(asked.period);
  const filter = asked.filter ? checkFilter(asked.filter, names.filter) : null;
  const subjects: Asked = { ...asked, filter };
  const indicators: Vocabulary = {
    argument: names.measures,
    table: "indicator",
    key: "id",
    entries: asked.measures.flatMap(({ indicator }) => indicator ?? []),
  };
  const vocabularies = [indicators, subjectVocabulary(subjects, names.subjects)];
  const notices = filter ? await checkKnown(database, filter, names.filter) : [];
  const counts = asked.measures.some(({ indicator }) => typeof indicator !== "string");
  if (counts && (asked.period || asked.asOf))
    notices.push({ told: new AtlasError(compareErrors.SITES_AS_TODAY, { argument: names.measures }) });
  const tables = [...measured(asked.measures, subjects, season), ...ranked(year)];
  return { tables, vocabularies, notices, ...subjectBound(subjects) };
}
