import { builder } from "../core/builder.ts";
import { enumOf } from "../core/fields.ts";

const NearInput = builder.inputType("NearInput", {
  description: "A circle on the ground.",
  fields: (t) => ({
    point: t.floatList({ required: true, description: "Centre: longitude and latitude in degrees (WGS-84)." }),
    withinKm: t.float({ required: true, description: "Radius in km, geodesic; at most 500." }),
  }),
});

export const SiteFilterInput = builder.inputType("SiteFilter", {
  description:
    "Which sites. All parts that are given must hold; within a list one is enough. The same filter stands behind every door.",
  fields: (t) => ({
    kinds: t.field({ type: [enumOf("SiteKind")], description: "Kinds of site." }),
    districts: t.stringList({ description: "Districts, by GB/T 2260 code." }),
    functionalAreas: t.stringList({ description: "Functional areas, by slug." }),
    industries: t.stringList({ description: "Industries, by slug." }),
    statuses: t.field({ type: [enumOf("SiteStatus")], description: "How far it has come." }),
    text: t.string({ description: "Words of its names in Chinese, English, pinyin or pinyin initials; all must occur." }),
    bbox: t.floatList({ description: "West, south, east, north in degrees (WGS-84)." }),
    within: t.field({
      type: "GeoJSON",
      description: "A Polygon or MultiPolygon (WGS-84) of at most 5000 vertices; its edge counts as inside.",
    }),
    near: t.field({ type: NearInput, description: "Not farther than so many km from a point." }),
  }),
});

const SiteOrderField = builder.enumType("SiteOrderField", {
  values: {
    NAME: { description: "By pinyin of the Chinese name." },
    NAME_EN: { description: "By English name." },
    AREA: { description: "By planned area; sites without one come as the smallest." },
    DISTANCE: { description: "By distance from filter.near." },
  } as const,
});
const OrderDirection = builder.enumType("OrderDirection", { values: ["ASC", "DESC"] as const });

export const SiteOrderInput = builder.inputType("SiteOrder", {
  fields: (t) => ({
    field: t.field({ type: SiteOrderField, required: true }),
    direction: t.field({ type: OrderDirection, defaultValue: "ASC" }),
  }),
});
