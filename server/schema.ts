// The schema. Importing a slice adds its types to the builder; this file only imports the slices and prints the schema.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lexicographicSortSchema, printSchema } from "graphql";
import { builder } from "./graphql/builder.ts";
import "./graphql/scalars.ts";
import "./graphql/node.ts";
import "./provenance/version.ts";
import "./provenance/change-set.ts";
import "./provenance/source.ts";
import "./provenance/data-note.ts";
import "./districts/district.ts";
import "./districts/functional-area.ts";
import "./sites/site.ts";
import "./sites/kinds.ts";
import "./sites/queries.ts";
import "./sites/nearest.ts";
import "./indicators/indicator.ts";
import "./indicators/observation.ts";
import "./indicators/growth.ts";
import "./indicators/series-break.ts";
import "./indicators/conflict.ts";
import "./indicators/queries.ts";
import "./plan/plan.ts";
import "./plan/states.ts";
import "./plan/releases.ts";
import "./plan/rule-texts.ts";
import "./search/search.ts";
import "./compare/formulas.ts";
import "./compare/queries.ts";
import "./compare/peers.ts";
import "./compare/cluster-indexes.ts";
import "./compare/clusters.ts";
import "./compare/completeness.ts";
import "./spatial/catchment.ts";
import "./spatial/coverage.ts";
import "./spatial/groups.ts";
import "./spatial/metro.ts";
import "./spatial/nearest-gateways.ts";

export const schema = builder.toSchema();

/** The schema as committed in schema.graphql: printed and sorted, so that reviews show its changes. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("schema.graphql", import.meta.url), printedSchema());
