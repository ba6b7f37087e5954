import type { Geometry } from "geojson";
import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.d.ts";

/** Typed documents: a query that the schema does not allow fails to compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { GeoJSON: Geometry; Date: string; DateTime: string; ID: string };
}>();

export type { ResultOf } from "gql.tada";

export type SiteKind = ReturnType<typeof graphql.scalar<"SiteKind">>;
export type SiteStatus = ReturnType<typeof graphql.scalar<"SiteStatus">>;
export type Confidence = ReturnType<typeof graphql.scalar<"Confidence">>;
export type Qualifier = ReturnType<typeof graphql.scalar<"Qualifier">>;
export type PeriodKind = ReturnType<typeof graphql.scalar<"PeriodKind">>;
export type PublisherKind = ReturnType<typeof graphql.scalar<"PublisherKind">>;
export type ObservationStatus = ReturnType<typeof graphql.scalar<"ObservationStatus">>;
