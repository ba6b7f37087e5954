import SchemaBuilder, { getMappedArgumentValues } from "@pothos/core";
import complexityPlugin, { ComplexityErrorKind, PothosComplexityPlugin } from "@pothos/plugin-complexity";
import RelayPlugin from "@pothos/plugin-relay";
import type { GraphQLResolveInfo } from "graphql";
import { PLAN_HORIZON } from "../contract/city.ts";
import type { Language } from "../contract/language.ts";
import type { Budget } from "../core/budget.ts";
import { AtlasError } from "../core/errors.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";
import type { Reader } from "../database/pool.ts";
import { graphqlErrors } from "./errors.ts";

/** The context of every resolver. It gives read-only access to the database. */
export interface Context {
  /** Reads in the lane that the cost of the query takes, until the client disconnects. */
  database: Reader;
  language: Language;
  budget: Budget;
}

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    GeoJSON: { Input: NonNullable<unknown> | null; Output: unknown };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
}

const limitErrors = {
  Depth: graphqlErrors.QUERY_TOO_DEEP,
  Breadth: graphqlErrors.QUERY_TOO_BROAD,
  Complexity: graphqlErrors.QUERY_TOO_COSTLY,
} as const;

/** What a root field costs whatever is selected of it. */
function priceOf(context: Context, info: GraphQLResolveInfo): number {
  const field = info.parentType.getFields()[info.fieldName];
  const [node] = info.fieldNodes;
  const complexity = field?.extensions.complexity as FieldComplexity | undefined;
  if (!field || !node) return 0;
  const cost = typeof complexity === "function" ? complexity(getMappedArgumentValues(field, node, context, info)) : complexity;
  return typeof cost === "object" ? (cost.field ?? 0) : (cost ?? 0);
}

type FieldCost = number | { field?: number; multiplier?: number };
type FieldComplexity = FieldCost | ((args: unknown) => FieldCost);

// The plugin computes the cost of a query once for a request, but only reports one that is too high. A high one decides where it is read.
class CostPlugin extends PothosComplexityPlugin<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>> {
  override checkComplexity(context: Context, info: GraphQLResolveInfo): void {
    super.checkComplexity(context, info);
    const { complexity } = this.complexityCache(context, info);
    context.budget.cost = complexity;
    const { heavy } = REQUEST_LIMITS;
    if (complexity >= heavy.complexity || (complexity >= heavy.price && priceOf(context, info) >= heavy.price))
      context.database = context.database.with({ lane: "heavy" });
  }
}
SchemaBuilder.allowPluginReRegistration = true;
SchemaBuilder.registerPlugin(complexityPlugin, CostPlugin as never);

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, complexityPlugin],
  defaultFieldNullability: false,
  relay: {
    nodesOnConnection: true,
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: { nullable: { list: false, items: false } },
    nodeFieldOptions: { nullable: false },
  },
  complexity: {
    limit: { depth: REQUEST_LIMITS.depth, breadth: REQUEST_LIMITS.breadth, complexity: REQUEST_LIMITS.complexity },
    defaultListMultiplier: 4,
    complexityError: (kind, result) => {
      const name = ComplexityErrorKind[kind] as keyof typeof limitErrors;
      const limitName = name.toLowerCase() as "depth" | "breadth" | "complexity";
      return new AtlasError(limitErrors[name], { value: result[limitName], max: REQUEST_LIMITS[limitName] });
    },
  },
});

builder.queryType({
  description: `The data of the atlas: sites, districts, figures with their sources, and the plan up to ${PLAN_HORIZON}.`,
});
