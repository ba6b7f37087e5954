import { GraphQLError, type ValueNode, valueFromASTUntyped } from "graphql";
import { isDay, readLastMoment } from "../contract/days.ts";
import { AtlasError } from "../core/errors.ts";
import { builder } from "./builder.ts";
import { graphqlErrors } from "./errors.ts";

type Malformed = typeof graphqlErrors.DAY_MALFORMED | typeof graphqlErrors.MOMENT_MALFORMED;
type Input = NonNullable<unknown> | null;

// Input is not checked here but where it is used, so that the error can name the argument.
builder.scalarType("GeoJSON", {
  description: "A GeoJSON geometry (RFC 7946) in WGS-84: longitude before latitude, degrees.",
  serialize: (value) => value,
  parseValue: (value) => value as Input,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables) as Input,
});

builder.scalarType("Date", {
  description: "A date (ISO 8601): 2027-12-31.",
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value)) return value;
    throw malformed(graphqlErrors.DAY_MALFORMED, "Date", value);
  },
});

builder.scalarType("DateTime", {
  description: "A date-time (ISO 8601, UTC): 2027-12-31T08:00:00Z. As an argument, a date means the end of that day.",
  serialize: (value) => (typeof value === "string" ? new Date(value).toISOString() : value),
  parseValue: (value) => {
    const moment = typeof value === "string" ? readLastMoment(value) : undefined;
    if (moment) return moment;
    throw malformed(graphqlErrors.MOMENT_MALFORMED, "DateTime", value);
  },
});

// The error is carried as an extension, because the language of its message depends on the request.
function malformed(definition: Malformed, argument: string, value: unknown): GraphQLError {
  const atlas = new AtlasError(definition, { argument, value: typeof value === "string" ? value : JSON.stringify(value) });
  return new GraphQLError(atlas.message, { extensions: { atlas } });
}
