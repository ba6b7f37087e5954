// The site filter in an address: ?kinds=EXPORT_BASE,BONDED_ZONE&districts=420111&q=guanggu&near=114.3,30.6,5
import { AtlasError } from "../core/errors.ts";
import { enums } from "../generated/model.ts";
import { checkFilter, type SiteFilter } from "./filter.ts";

export const FILTER_PARAMETERS = [
  "kinds",
  "districts",
  "areas",
  "industries",
  "statuses",
  "q",
  "bbox",
  "near",
  "within",
] as const;

/** Reads the filter out of address parameters; throws the errors of checkFilter and PARAMETER_UNKNOWN, VALUE_UNKNOWN. */
export function filterFromAddress(parameters: Record<string, unknown>): SiteFilter {
  for (const name of Object.keys(parameters)) {
    if (!FILTER_PARAMETERS.includes(name as never))
      throw new AtlasError("PARAMETER_UNKNOWN", { argument: name, known: FILTER_PARAMETERS.join(", ") });
  }
  const text = (name: (typeof FILTER_PARAMETERS)[number]): string | undefined => {
    const given = parameters[name];
    // A parameter that is given twice means both.
    const value = Array.isArray(given) ? given.join(",") : given;
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const near = text("near")?.split(",").map(number);
  return checkFilter(
    {
      kinds: oneOf(list(text("kinds")), "kinds", Object.keys(enums.SiteKind.values)),
      districts: list(text("districts")),
      functionalAreas: list(text("areas")),
      industries: list(text("industries")),
      statuses: oneOf(list(text("statuses")), "statuses", Object.keys(enums.SiteStatus.values)),
      text: text("q"),
      bbox: text("bbox")?.split(",").map(number),
      near: near && { point: near.slice(0, -1), withinKm: near.at(-1) ?? Number.NaN },
      within: geometry(text("within")),
    },
    "address",
  );
}

const list = (text: string | undefined): string[] | undefined => text?.split(",").filter(Boolean);

// Number("") is 0, and an empty place between commas is not a zero.
const number = (text: string): number => (/^\s*[-+]?[\d.]+(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN);

function oneOf(values: string[] | undefined, argument: string, known: string[]): string[] | undefined {
  for (const value of values ?? [])
    if (!known.includes(value)) throw new AtlasError("VALUE_UNKNOWN", { argument, value, known: known.join(", ") });
  return values;
}

function geometry(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AtlasError("GEOJSON_MALFORMED", { argument: "within" });
  }
}
