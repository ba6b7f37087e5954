import { type Sql, sql } from "../database/sql.ts";
import type { SiteFilter } from "./filter.ts";
import { siteConditions } from "./filter-sql.ts";

/** The sites that meet the filter, as the table `matched` of a question. */
export const matched = (filter: SiteFilter): Sql => sql`matched AS MATERIALIZED (
  SELECT s.id, s.slug, s.kind, s.district_code, s.functional_area_id, s.point FROM site s WHERE ${siteConditions(filter, sql`s`)})`;
