// The form of a filter that comes as JSON: filters within the filter of an address.
import { z } from "zod";
import { listNames } from "../contract/filter-lists.ts";
import { filterParts, type PartName, partNames } from "../contract/filter-parts.ts";
import { AtlasError } from "../core/errors.ts";
import { siteErrors } from "./errors.ts";
import type { SiteFilter } from "./filter.ts";

const scalarForms = { String: z.string(), Boolean: z.boolean(), Int: z.int(), Float: z.number() };

/** The names of the parts that hold one plain value: their form follows from its type. */
export type ScalarName = { [Name in PartName]: (typeof filterParts)[Name] extends { scalar: unknown } ? Name : never }[PartName];

const figure = z.strictObject({
  indicator: z.string(),
  year: z.int().nullish(),
  atLeast: z.number().nullish(),
  atMost: z.number().nullish(),
});
const near = z.strictObject({ point: z.array(z.number()), withinKm: z.number() });

const form: z.ZodType<SiteFilter> = z.lazy(() => {
  const others: Record<Exclude<PartName, ScalarName>, z.ZodType> = {
    bbox: z.array(z.number()).nullish(),
    within: z.unknown().optional(),
    near: near.nullish(),
    nearKind: nearKind.nullish(),
    and: z.array(form).nullish(),
    or: z.array(form).nullish(),
    not: form.nullish(),
  };
  const scalars = partNames.flatMap((name) => {
    const part = filterParts[name];
    return "scalar" in part ? [[name, scalarForms[part.scalar.type].nullish()] as const] : [];
  });
  return z.strictObject({
    ...Object.fromEntries(listNames.map((list) => [list, z.array(z.string()).nullish()])),
    figures: z.array(figure).nullish(),
    ...Object.fromEntries(scalars),
    ...others,
  }) as z.ZodType<SiteFilter>;
});
const nearKind = z.strictObject({
  kind: z.string(),
  level: z.string().nullish(),
  withinKm: z.number(),
  where: form.nullish(),
});

/** The keys of the objects in a filter, by the key that holds them; all others hold filters. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  figures: Object.keys(figure.shape),
  near: Object.keys(near.shape),
  nearKind: Object.keys(nearKind.shape),
};
const filterKeys: readonly string[] = [...listNames, "figures", ...partNames];

/** Checks the form of a filter; throws FILTER_KEY_UNKNOWN and FILTER_MALFORMED with the place. */
export function readForm(filter: unknown, argument: string): SiteFilter {
  const parsed = form.safeParse(filter);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  if (issue?.code === "unrecognized_keys") {
    const holder = path.findLast((step) => typeof step === "string") ?? "";
    const allowed = (Object.hasOwn(keysOf, holder) ? keysOf[holder] : filterKeys) ?? filterKeys;
    const key = [...path, issue.keys[0]].join(".");
    throw new AtlasError(siteErrors.FILTER_KEY_UNKNOWN, { argument, key, allowed: allowed.join(", ") });
  }
  throw new AtlasError(siteErrors.FILTER_MALFORMED, { argument, place: path.join(".") || argument });
}
