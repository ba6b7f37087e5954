import { INDICATOR_SLUGS } from "../contract/city.ts";
import { AtlasError } from "../core/errors.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import type { List } from "../graphql/page-statement.ts";
import { pageComplexity, readPage, rowsOf } from "../graphql/paging.ts";
import { Notice } from "../graphql/statement.ts";
import { SiteDistances, siteDistances } from "./distances.ts";
import { siteErrors } from "./errors.ts";
import { SiteFacets, siteFacets } from "./facets.ts";
import { checkFilter, type SiteFilter } from "./filter.ts";
import { filterCost, SiteFilterInput, SiteOrderInput } from "./filter-input.ts";
import { checkFilterLookups } from "./filter-lookups.ts";
import { geographyOf, siteConditions } from "./filter-sql.ts";
import { Site } from "./site.ts";
import { siteCount } from "./totals.ts";

const row0 = sql`row0`;

builder.queryField("sites", (t) =>
  t.connection(
    {
      type: Site,
      description: "Sites that meet the filter.",
      args: { filter: t.arg({ type: SiteFilterInput }), orderBy: t.arg({ type: SiteOrderInput }) },
      complexity: (args) => ({ ...pageComplexity(args), field: 1 + filterCost(args.filter) }),
      resolve: async (_root, { filter: input, orderBy, ...paging }, { database, budget }, info) => {
        const filter = checkFilter(input ?? {}, "filter", budget);
        const notices = await checkFilterLookups(database, filter);
        const order = orderOf(filter, orderBy?.field ?? "NAME", orderBy?.direction === "DESC");
        const conditions = siteConditions(filter, row0);
        const extent = sql`ST_Extent(row0.point)`;
        const result = await readPage(database, info, paging, {
          from: sql`FROM site row0 WHERE ${conditions}`,
          order,
          key: sql`row0.id`,
          counted: filter.within || filter.near ? sql`site` : undefined,
          extras: {
            totalCount: () => siteCount(filter),
            bounds: () => sql`(SELECT array_to_json(ARRAY[ST_XMin(extent), ST_YMin(extent), ST_XMax(extent), ST_YMax(extent)])
              FROM (SELECT ${extent} AS extent FROM site row0 WHERE ${conditions}) matching WHERE extent IS NOT NULL)`,
            facets: (selected) => siteFacets(filter, selected),
            distances: (selected) => siteDistances(filter, selected),
          },
        });
        return Object.assign(result, { notices });
      },
    },
    {
      description: "A page of sites, with totals of all sites that meet the filter.",
      fields: (c) => ({
        totalCount: c.int({
          description: "Number of sites that meet the filter.",
          resolve: ({ totalCount }) => totalCount as never,
        }),
        bounds: c.floatList({
          nullable: true,
          description:
            "Bounding box of the points of all sites that meet the filter: west, south, east, north (WGS-84); empty if there are none.",
          resolve: ({ bounds }) => bounds as never,
        }),
        notices: c.field({
          type: [Notice],
          description: "Inputs that were changed before use, such as a polygon with crossing edges.",
          resolve: ({ notices }) => notices as never,
        }),
        facets: c.field({
          type: SiteFacets,
          description: "Counts by kind and by district.",
          resolve: ({ facets }) => facets as never,
        }),
        distances: c.field({
          type: SiteDistances,
          nullable: true,
          description:
            "Distances to the sites, including those beyond the required distance or area; empty for a filter without either, and for one with only an area of 90 degrees or more.",
          resolve: ({ distances }) => distances as never,
        }),
      }),
    },
  ),
);

function orderOf(filter: SiteFilter, field: "NAME" | "NAME_EN" | "AREA" | "DISTANCE", descending: boolean): List["order"] {
  return { name: `${field}`, by: orderBy(filter, field), descending };
}

function orderBy(filter: SiteFilter, field: "NAME" | "NAME_EN" | "AREA" | "DISTANCE"): Sql {
  if (field === "NAME") return sql`row0.sort_zh`;
  if (field === "NAME_EN") return sql`lower(row0.name_en)`;
  if (field === "AREA") {
    return sql`coalesce((SELECT latest_figure.value FROM latest_figure
      WHERE latest_figure.site_id = row0.id AND latest_figure.indicator_id = ${INDICATOR_SLUGS.plannedArea}), -1)::float8`;
  }
  if (!filter.near) throw new AtlasError(siteErrors.ORDER_NEEDS_POINT, { argument: "orderBy.field" });
  return sql`(row0.point::geography <-> ${geographyOf(filter.near.point)})`;
}

builder.queryField("site", (t) =>
  t.field({
    type: Site,
    nullable: true,
    description: "A site by its slug.",
    args: { slug: t.arg.string({ required: true }) },
    resolve: async (_root, { slug }, { database }, info) =>
      (await rowsOf(database, info, sql`FROM site row0 WHERE row0.slug = ${slug}`))[0] ?? null,
  }),
);
