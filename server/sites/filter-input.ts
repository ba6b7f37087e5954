import { filterLists, type ListName, listNames } from "../contract/filter-lists.ts";
import { filterParts, KM, partNames } from "../contract/filter-parts.ts";
import { builder, type Types } from "../graphql/builder.ts";
import { enumOf } from "../graphql/fields.ts";
import type { SiteFilter } from "./filter.ts";
import type { ScalarName } from "./filter-form.ts";
import { listParts } from "./filter-lists.ts";

const NearInput = builder.inputType("NearInput", {
  description: "A circle on the ground.",
  fields: (t) => ({
    point: t.floatList({ required: true, description: "Centre: longitude and latitude in degrees (WGS-84)." }),
    withinKm: t.float({ required: true, description: `Radius in km, geodesic; at most ${KM.max}.` }),
  }),
});

const NearKindInput = builder.inputType("NearKindInput", {
  description: "Another site of a kind close by.",
  fields: (t) => ({
    kind: t.field({ type: enumOf("SiteKind"), required: true, description: "Kind of the other site." }),
    withinKm: t.float({ required: true, description: "Not farther than this, in km, geodesic, between the published points." }),
  }),
});

const FigureInput = builder.inputType("FigureInput", {
  description:
    "A figure between two bounds, each included, in the indicator's unit. Bounds stay bounds: more than 50 is at least 50, and is not at most 1000. An approximate figure counts as its number.",
  fields: (t) => ({
    indicator: t.string({ required: true, description: "Indicator, by slug." }),
    year: t.int({ description: "The figure of that year; the latest one where left out." }),
    atLeast: t.float({ description: "Lower bound." }),
    atMost: t.float({ description: "Upper bound; without any bound, sites that have a figure." }),
  }),
});

export const SiteFilterInput = builder.inputRef<SiteFilter>("SiteFilter");
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
    near: t.field({ type: NearInput, description: "Not farther than so many km from a point." }),
    nearKind: t.field({ type: NearKindInput, description: "Another site of a kind is not farther than so many km." }),
    figures: t.field({ type: [FigureInput], description: "Figures that it must have; at most 10." }),
    and: t.field({ type: [SiteFilterInput], description: "All of these; nested at most four deep, 40 filters in all." }),
    or: t.field({ type: [SiteFilterInput], description: "At least one of these." }),
    not: t.field({ type: SiteFilterInput, description: "All sites but these." }),
  }),
});

type Fields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, "InputObject">;

// The parts that hold one plain value as fields, by their types.
function scalars(t: Fields) {
  const fields = partNames.flatMap((name) => {
    const part = filterParts[name];
    if (!("scalar" in part)) return [];
    return [[name, t.field({ type: part.scalar.type, description: part.scalar.description })] as const];
  });
  return Object.fromEntries(fields) as {
    [Name in ScalarName]: PothosSchemaTypes.InputFieldRef<PothosSchemaTypes.ExtendDefaultTypes<Types>, SiteFilter[Name]>;
  };
}

// The lists of choices as fields. Pothos asks for one type for each field, so the table's own is enough.
function lists(t: Fields) {
  const fields = listNames.map((name) => {
    const [list, { description }] = [filterLists[name], listParts[name]];
    const made = "enum" in list ? t.field({ type: [enumOf(list.enum)], description }) : t.stringList({ description });
    return [name, made] as const;
  });
  return Object.fromEntries(fields) as Record<ListName, ReturnType<typeof t.stringList>>;
}

const SiteOrderField = builder.enumType("SiteOrderField", {
  values: {
    NAME: { description: "By pinyin of the Chinese name." },
    NAME_EN: { description: "By English name." },
    AREA: { description: "By planned area; sites without one come as the smallest." },
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

/** What a filter adds to the cost of a question: a polygon of thousands of corners is weighed against every site, in every alias. */
export const filterCost = (filter: unknown): number => Math.ceil(JSON.stringify(filter ?? null).length / 4);
