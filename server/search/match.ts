import type { GraphQLCompositeType } from "graphql";
import { pointGeojson } from "../database/geometry.ts";
import { type Sql, sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { FunctionalArea } from "../districts/functional-area.ts";
import { builder, type Context } from "../graphql/builder.ts";
import { type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Indicator } from "../indicators/indicator.ts";
import { PlanTarget } from "../plan/target.ts";
import { Industry } from "../sites/industry.ts";
import { Site } from "../sites/site.ts";
import { type Matched, matchedText } from "./matched.ts";
import { type SearchedPart, searchedParts, type Texts } from "./searched.ts";
import { carriedColumns } from "./statement.ts";

/** The groups of an answer, each with the type of its matches. */
const types = {
  SITE: "SiteMatch",
  DISTRICT: "DistrictMatch",
  FUNCTIONAL_AREA: "FunctionalAreaMatch",
  INDICATOR: "IndicatorMatch",
  PLAN_TARGET: "PlanTargetMatch",
  INDUSTRY: "IndustryMatch",
  POINT: "PointMatch",
} as const;
export type GroupKind = keyof typeof types;

export const SearchGroupKind = builder.enumType("SearchGroupKind", {
  description: "What a group of matches consists of.",
  values: {
    SITE: { description: "地点. Sites." },
    DISTRICT: { description: "行政区. Districts." },
    FUNCTIONAL_AREA: { description: "功能区. Functional areas." },
    INDICATOR: { description: "指标. Indicators." },
    PLAN_TARGET: { description: "方案目标. Targets of the plan." },
    INDUSTRY: { description: "行业. Industries." },
    POINT: { description: "坐标. The point of a coordinate that was typed." },
  } satisfies Record<GroupKind, { description: string }>,
});

const MatchedPart = builder.enumType("MatchedPart", {
  description: "Which part of a result the matching text belongs to.",
  values: Object.fromEntries(Object.entries(searchedParts).map(([part, description]) => [part, { description }])) as Record<
    SearchedPart,
    { description: string }
  >,
});

// Several fields, under any number of aliases, read the same; a row belongs to one request, and so to one language.
const matchedTexts = new WeakMap<Row, Matched | null>();

function matchedPart(row: Row, { language }: Context): Matched | null {
  const cached = matchedTexts.get(row);
  if (cached !== undefined) return cached;
  const firstMatch = matchedText(String(row.__typed), (row.__texts ?? {}) as Texts, row.__exact === true, language);
  matchedTexts.set(row, firstMatch);
  return firstMatch;
}

export const SearchMatch = builder.interfaceRef<Row>("SearchMatch");
SearchMatch.implement({
  description: "A search result.",
  resolveType: (row) => types[row.__kind as GroupKind],
  extensions: { carries: carriedColumns },
  fields: (t) => ({
    slug: t.string({
      description: "Its slug or code; for a coordinate, longitude and latitude separated by a comma.",
      ...valueBySql((row) => sql`${row}.key`),
    }),
    nameZh: t.string({ description: "Name in Chinese.", ...valueBySql((row) => sql`${row}.name_zh`) }),
    nameEn: t.string({ description: "Name in English.", ...valueBySql((row) => sql`${row}.name_en`) }),
    exact: t.boolean({
      description: "Whether all words occur as typed; false if the spelling is only similar.",
      ...valueBySql((row) => sql`${row}.exact`),
    }),
    matchedPart: t.field({
      type: MatchedPart,
      nullable: true,
      description: "Which part of it matched; empty for a coordinate.",
      resolve: (row, _args, context) => matchedPart(row, context)?.part as never,
    }),
    matchedText: t.string({
      nullable: true,
      description: "The text that matched, such as another name or an industry; empty for a coordinate.",
      resolve: (row, _args, context) => matchedPart(row, context)?.text ?? null,
    }),
    spelling: t.string({
      nullable: true,
      description: "The part of matchedText that was probably meant; empty if the text occurs as typed.",
      resolve: (row, _args, context) => matchedPart(row, context)?.spelling ?? null,
    }),
  }),
});

type RowSource = (row: Sql, child: Sql) => Sql;
const byKey =
  (table: Sql, key: Sql): RowSource =>
  (row, child) =>
    sql`FROM ${table} ${child} WHERE ${child}.${key} = ${row}.key`;

/** A type of matches with the field that leads to the entry itself. */
function matchOf(name: string, field: string, type: typeof District, typeDescription: string, rowSource: RowSource): void {
  builder.objectRef<Row>(name).implement({
    description: `${typeDescription} as a search result.`,
    interfaces: [SearchMatch],
    fields: (t) => ({ [field]: t.field({ type, description: "The object itself.", ...readBySql({ singleRow: rowSource }) }) }),
  });
}

matchOf(types.SITE, "site", Site as unknown as typeof District, "A site", byKey(sql`site`, sql`slug`));
matchOf(types.DISTRICT, "district", District, "A district", byKey(sql`district`, sql`code`));
matchOf(types.FUNCTIONAL_AREA, "functionalArea", FunctionalArea, "A functional area", byKey(sql`functional_area`, sql`id`));
matchOf(types.INDICATOR, "indicator", Indicator, "An indicator", byKey(sql`indicator`, sql`id`));
matchOf(types.PLAN_TARGET, "planTarget", PlanTarget, "A target of the plan", byKey(sql`plan_target`, sql`id`));
matchOf(types.INDUSTRY, "industry", Industry, "An industry", byKey(sql`industry`, sql`id`));

/** The coordinate of a match; null for the others, whose keys are no numbers. */
const pointOf = (row: Sql): Sql => sql`CASE WHEN ${row}.kind = 'POINT' THEN
  ST_SetSRID(ST_MakePoint(split_part(${row}.key, ',', 1)::float8, split_part(${row}.key, ',', 2)::float8), 4326) END`;

builder.objectRef<Row>(types.POINT).implement({
  description: "A coordinate that was typed.",
  interfaces: [SearchMatch],
  fields: (t) => ({
    point: t.field({ type: "GeoJSON", description: "Point, WGS-84.", ...valueBySql((row) => pointGeojson(pointOf(row))) }),
    inDistrict: t.field({
      type: District,
      nullable: true,
      description: "The district that it lies in, by the schematic boundaries; empty outside of Wuhan.",
      ...readBySql({
        singleRow: (row, child) =>
          sql`FROM district ${child} WHERE ST_Intersects(${child}.boundary, ${pointOf(row)}) ORDER BY ${child}.code LIMIT 1`,
      }),
    }),
  }),
});

/** The interface as the statement builder needs it. */
export const matchType = (schema: { getType(name: string): unknown }): GraphQLCompositeType =>
  schema.getType("SearchMatch") as GraphQLCompositeType;
