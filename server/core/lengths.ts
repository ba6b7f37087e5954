// The longest parameters and headers of a request, checked for every endpoint before anything reads them.
import type { FastifyRequest } from "fastify";
import { filterParts } from "../contract/filter-parts.ts";
import { filterParameters, MAX_PART_CHARACTERS } from "../contract/site-filter.ts";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

/** The parts of the site filter that are one value. All others are lists, areas, conditions or filters. */
const { text, hasLocation, maxAccuracyM, bbox, near } = filterParts;
const singleParts = [text, hasLocation, maxAccuracyM, bbox, near].map(({ parameter }) => parameter);

/** Parameters whose content has limits of its own. */
const longParameters = new Set([
  ...filterParameters.filter((name) => !singleParts.includes(name)),
  ...["measures", "picks", "compare", "columns", "query", "variables", "extensions"],
]);
const MAX_CHARACTERS = 1000;

const headerCharacters = {
  accept: 2000,
  "accept-encoding": 500,
  "accept-language": 1000,
  "content-type": 300,
  host: 300,
  "if-none-match": 2000,
  range: 200,
} as const;

/** Checks the lengths of a request's parameters and of the headers that it is answered by; throws TEXT_TOO_LONG, HEADER_TOO_LONG. */
export function checkLengths({ headers, query, routeOptions }: FastifyRequest): void {
  for (const [header, max] of Object.entries(headerCharacters)) {
    const { length = 0 } = headers[header] ?? "";
    if (length > max) throw new AtlasError(commonErrors.HEADER_TOO_LONG, { header, max, value: length });
  }
  // A page opens with any address.
  if (routeOptions.config.isPage) return;
  for (const [name, values] of Object.entries(query as Record<string, string | string[]>)) {
    const max = longParameters.has(name) ? MAX_PART_CHARACTERS : MAX_CHARACTERS;
    for (const { length } of [name, ...[values].flat()])
      if (length > max) throw new AtlasError(commonErrors.TEXT_TOO_LONG, { argument: name, max, value: length });
  }
}
