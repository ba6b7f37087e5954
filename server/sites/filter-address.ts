// The site filter in an address: ?kinds=EXPORT_BASE,BONDED_ZONE&districts=420111&q=guanggu&near=114.3,30.6,5
//   figures=planned-area:1000000..,resident-firms@2024:50..1000   nearKind=LOGISTICS_HUB,5   located=true
//   filter=<CQL2 text>   and=, or=[…], not={…}: filters as JSON in the form of GraphQL's SiteFilter

import { z } from "zod";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Query } from "../core/query.ts";
import { readNumber } from "../core/text.ts";
import { geometryErrors } from "../geometry/errors.ts";
import { siteErrors } from "./errors.ts";
import { argumentName, checkFilter, type FigureCondition, type SiteFilter } from "./filter.ts";
import { listNames, listParts } from "./filter-lists.ts";

/** Every address parameter of the filter. */
export const FILTER_PARAMETERS: readonly string[] = [
  ...listNames.map((list) => listParts[list].address),
  ..."q located bbox near within nearKind figures filter and or not".split(" "),
];

/** Reads the filter out of address parameters; throws PARAMETER_UNKNOWN, FILTER_MALFORMED and the errors of checkFilter. */
export function filterFromAddress(parameters: Query): SiteFilter {
  for (const name of Object.keys(parameters)) {
    if (!FILTER_PARAMETERS.includes(name))
      throw new AtlasError(commonErrors.PARAMETER_UNKNOWN, { argument: name, allowed: FILTER_PARAMETERS.join(", ") });
  }
  // An empty list or search chooses nothing; anything else that is empty is malformed.
  const list = (name: string) => {
    const entries = parameters[name]?.split(",").filter(Boolean) ?? [];
    return entries.length > 0 ? entries : undefined;
  };
  const { q, located, bbox, within, filter: cql, and, or, not } = parameters;
  const near = parameters.near?.split(",").map(readNumber);
  const [kind, withinKm, ...more] = parameters.nearKind?.split(",") ?? [];
  if (more.length > 0) throw new AtlasError(siteErrors.FILTER_MALFORMED, { argument: "nearKind", place: more.join(",") });
  return checkFilter(
    {
      ...Object.fromEntries(listNames.map((name) => [name, list(listParts[name].address)])),
      text: q,
      hasLocation: flag(located),
      bbox: bbox?.split(",").map(readNumber),
      near: near && { point: near.slice(0, -1), withinKm: near.at(-1) ?? Number.NaN },
      nearKind: kind === undefined ? undefined : { kind, withinKm: readNumber(withinKm ?? "") },
      within: json(within, "within"),
      figures: list("figures")?.map(figure),
      cql,
      and: nested(and, "and")?.list,
      or: nested(or, "or")?.list,
      not: nested(not, "not")?.one,
    },
    "address",
  );
}

function flag(text: string | undefined): boolean | undefined {
  if (text === undefined || text === "true" || text === "false") return text === undefined ? undefined : text === "true";
  throw new AtlasError(commonErrors.VALUE_UNKNOWN, {
    argument: argumentName("address", "hasLocation"),
    value: text,
    allowed: "true, false",
  });
}

function figure(text: string): FigureCondition {
  const [, indicator, year, least, most] = /^([a-z0-9-]+)(?:@(\d{4}))?(?::(.*?)\.\.(.*))?$/.exec(text) ?? [];
  const bound = (value: string | undefined) => (value ? readNumber(value) : undefined);
  if (indicator === undefined) throw new AtlasError(siteErrors.FILTER_MALFORMED, { argument: "figures", place: text });
  return { indicator, year: year ? Number(year) : undefined, atLeast: bound(least), atMost: bound(most) };
}

function json(text: string | undefined, argument: string): unknown {
  if (text === undefined) return undefined;
  const value = parsed(text);
  if (value !== null) return value;
  throw new AtlasError(argument === "within" ? geometryErrors.GEOJSON_MALFORMED : siteErrors.FILTER_MALFORMED, {
    argument,
    place: "JSON",
  });
}

/** Null for what is not JSON, and for null itself: neither is an area or a filter. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const filterForm: z.ZodType<SiteFilter> = z.lazy(() =>
  z.strictObject({
    ...Object.fromEntries(listNames.map((list) => [list, z.array(z.string()).nullish()])),
    text: z.string().nullish(),
    hasLocation: z.boolean().nullish(),
    bbox: z.array(z.number()).nullish(),
    within: z.unknown().optional(),
    near: z.strictObject({ point: z.array(z.number()), withinKm: z.number() }).nullish(),
    nearKind: z.strictObject({ kind: z.string(), withinKm: z.number() }).nullish(),
    figures: z
      .array(
        z.strictObject({
          indicator: z.string(),
          year: z.int().nullish(),
          atLeast: z.number().nullish(),
          atMost: z.number().nullish(),
        }),
      )
      .nullish(),
    cql: z.string().nullish(),
    and: z.array(filterForm).nullish(),
    or: z.array(filterForm).nullish(),
    not: filterForm.nullish(),
  }),
);

// Nesting is cut off before the form is looked at: a hostile text nests deeper than a stack is.
const DEEPEST_TEXT = 40;

function nested(text: string | undefined, argument: string): { list: SiteFilter[]; one: SiteFilter } | undefined {
  if (text === undefined) return undefined;
  let depth = 0;
  for (const sign of text) {
    depth += "[{".includes(sign) ? 1 : "]}".includes(sign) ? -1 : 0;
    if (depth > DEEPEST_TEXT) throw new AtlasError(siteErrors.FILTER_TOO_DEEP, { argument, most: DEEPEST_TEXT });
  }
  const value = json(text, argument);
  const parsed = z.array(filterForm).safeParse(Array.isArray(value) ? value : [value]);
  if (!parsed.success)
    throw new AtlasError(siteErrors.FILTER_MALFORMED, {
      argument,
      place: parsed.error.issues[0]?.path.slice(1).join(".") || argument,
    });
  // One filter where several may stand means itself; several where one stands mean all of them.
  const [one = {}] = parsed.data;
  return { list: parsed.data, one: parsed.data.length === 1 ? one : { and: parsed.data } };
}
