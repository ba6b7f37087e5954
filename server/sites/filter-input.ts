import { filterLists, type ListName, listNames } from "../contract/filter-lists.ts";
import { filterParts, KM_BOUNDS, partNames } from "../contract/filter-parts.ts";
import { builder, type SchemaTypes } from "../graphql/builder.ts";
import { enumOf } from "../graphql/fields.ts";
import type { SiteFilter } from "./filter.ts";
import type { ScalarName } from "./filter-form.ts";
import { listParts } from "./filter-lists.ts";

const NearInput = builder.inputType("NearInput", {
  description: "A circle on the ground.",
  fields: (t) => ({
    point: t.floatList({ required: true, description: "Centre: longitude and latitude in degrees (WGS-84)." }),
    withinKm: t.float({ required: true, description: `Radius in km, geodesic; at most ${KM_BOUNDS.max}.` }),
  }),
});

export const SiteFilterInput = builder.inputRef<SiteFilter>("SiteFilter");

const NearKindInput = builder.inputRef<NonNullable<SiteFilter["nearKind"]>>("NearKindInput");
NearKindInput.implement({
  description: "Another site of a kind, or another hub of a level, within a distance.",
  fields: (t) => ({
    kind: t.field({ type: enumOf("SiteKind"), required: true, description: "Kind of the other site." }),
    level: t.field({ type: enumOf("HubLevel"), description: "Level of the other site; for the kind LOGISTICS_HUB only." }),
    withinKm: t.float({ required: true, description: "Maximum distance in km, geodesic, between the published points." }),
    where: t.field({ type: SiteFilterInput, description: "A filter that the other site meets; all sites by default." }),
  }),
});

const FigureInput = builder.inputType("FigureInput", {
  description:
    'A figure between two inclusive bounds in the indicator\'s unit. A figure that is itself a bound only matches if it certainly lies between them: "more than 50" matches at least 50, but not at most 1000. An approximate figure counts as its number.',
  fields: (t) => ({
    indicator: t.string({ required: true, description: "Indicator, by slug." }),
    year: t.int({ description: "Year of the figure; by default the latest figure." }),
    atLeast: t.float({ description: "Lower bound." }),
    atMost: t.float({ description: "Upper bound. Without bounds, all sites with a figure match." }),
  }),
});

SiteFilterInput.implement({
  description: "Filters sites. Parts are combined with AND, entries of a list with OR. Every interface uses the same filter.",
  fields: (t) => ({
    ...lists(t),
    ...scalars(t),
    bbox: t.floatList({
      description:
        "West, south, east, north in degrees (WGS-84); a height after each corner is ignored. West greater than east: the box crosses the antimeridian.",
    }),
    within: t.field({
      type: "GeoJSON",
      description:
        "A Polygon or MultiPolygon (WGS-84) of at most 5000 vertices; its edge counts as inside. Crossing edges are repaired, with a notice.",
    }),
    near: t.field({ type: NearInput, description: "Within a distance from a point." }),
    nearKind: t.field({
      type: NearKindInput,
      description: "With another site of a kind, or one that meets a filter, within a distance.",
    }),
    figures: t.field({ type: [FigureInput], description: "Figures that a site must have; at most 10." }),
    and: t.field({ type: [SiteFilterInput], description: "All of these filters; at most four levels and 40 filters in total." }),
    or: t.field({ type: [SiteFilterInput], description: "At least one of these filters." }),
    not: t.field({ type: SiteFilterInput, description: "All sites except those of this filter." }),
  }),
});

type Fields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, "InputObject">;

// The fields of parts with one scalar value.
function scalars(t: Fields) {
  const fields = partNames.flatMap((name) => {
    const part = filterParts[name];
    if (!("scalar" in part)) return [];
    return [[name, t.field({ type: part.scalar.type, description: part.scalar.description })] as const];
  });
  return Object.fromEntries(fields) as {
    [Name in ScalarName]: PothosSchemaTypes.InputFieldRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, SiteFilter[Name]>;
  };
}

// The fields of the lists. A common type is enough for Pothos.
function lists(t: Fields) {
  const fields = listNames.map((name) => {
    const [list, { description }] = [filterLists[name], listParts[name]];
    const listField = "enum" in list ? t.field({ type: [enumOf(list.enum)], description }) : t.stringList({ description });
    return [name, listField] as const;
  });
  return Object.fromEntries(fields) as Record<ListName, ReturnType<typeof t.stringList>>;
}

const SiteOrderField = builder.enumType("SiteOrderField", {
  values: {
    NAME: { description: "By pinyin of the Chinese name." },
    NAME_EN: { description: "By English name." },
    AREA: { description: "By planned area; sites without one count as the smallest." },
    DISTANCE: { description: "By distance from filter.near, on the sphere: neighbours may differ by half a percent." },
  } as const,
});
const OrderDirection = builder.enumType("OrderDirection", { values: ["ASC", "DESC"] as const });

export const SiteOrderInput = builder.inputType("SiteOrder", {
  fields: (t) => ({
    field: t.field({ type: SiteOrderField, required: true }),
    direction: t.field({ type: OrderDirection, defaultValue: "ASC" }),
  }),
});

/** What a part of a site filter costs: 390 conditions on figures take 892 ms, four neighbours within each other 84 ms. */
const PART_PRICES = [
  [/"indicator":/g, 120],
  [/"nearKind":/g, 1000],
] as const;

/** The cost of a filter in a query (graphql/prices.ts): a polygon with thousands of vertices is compared with every site, for every alias. */
export function filterCost(filter: unknown): number {
  const json = JSON.stringify(filter ?? null);
  return PART_PRICES.reduce((sum, [part, price]) => sum + price * (json.match(part)?.length ?? 0), Math.ceil(json.length / 4));
}
