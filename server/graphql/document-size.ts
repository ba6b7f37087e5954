import {
  type DocumentNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { AtlasError } from "../core/errors.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";
import { graphqlErrors } from "./errors.ts";

/**
 * Number of fields of a document with all fragments expanded, up to `max + 1`; with `nested` false only the top-level fields. Each
 * fragment is counted once and cached, so deeply nested fragments are cheap to count.
 */
export function expandedFields(document: DocumentNode, max: number, nested = true): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  const sizes = new Map<string, number>();
  const count = (set: SelectionSetNode | undefined): number =>
    Math.min(
      (set?.selections ?? []).reduce((sum, node) => sum + size(node), 0),
      max + 1,
    );
  const size = (node: SelectionNode): number => {
    if (node.kind === Kind.FIELD) return 1 + (nested ? count(node.selectionSet) : 0);
    if (node.kind === Kind.INLINE_FRAGMENT) return count(node.selectionSet);
    // Another rule refuses a fragment that contains itself; here the count only has to end.
    const name = node.name.value;
    if (!sizes.has(name)) sizes.set(name, 0).set(name, count(fragments.get(name)));
    return sizes.get(name) ?? 0;
  };
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map((operation) => count(operation.selectionSet)));
}

/** The refusal of a document with too many fields, or too many top-level fields. */
function breadthError(document: DocumentNode): AtlasError | undefined {
  const [rootFields, fields] = [REQUEST_LIMITS.rootFields, REQUEST_LIMITS.fields];
  if (expandedFields(document, rootFields, false) > rootFields)
    return new AtlasError(graphqlErrors.QUERY_OF_TOO_MANY, { max: rootFields });
  if (expandedFields(document, fields) > fields)
    return new AtlasError(graphqlErrors.QUERY_TOO_BROAD, { value: `${fields}+`, max: fields });
  return undefined;
}

/** Shorter queries have too few fields to take validation long. */
const MIN_LONG_QUERY = 1500;

/**
 * The refusal of a long query before it is validated: validation compares every two fields of the same place. Undefined if it is not too
 * broad, or cannot be parsed, which is reported later.
 */
export function longQueryError(query: string): AtlasError | undefined {
  if (query.length < MIN_LONG_QUERY) return undefined;
  try {
    return breadthError(parse(query, { noLocation: true, maxTokens: REQUEST_LIMITS.tokens }));
  } catch {
    return undefined;
  }
}

/** Refuses documents with too many fields, too many top-level fields, more than one introspection, or aliases inside it. */
export const boundedBreadth: ValidationRule = (context: ValidationContext) => {
  const introspections = new Set<string>();
  return {
    Document(document) {
      const error = breadthError(document);
      if (error) report(context, error);
    },
    // Introspection has no cost: once and without aliases it cannot become larger than the schema.
    Field(field) {
      const name = field.name.value;
      if (name === "__schema" || name === "__type") {
        if (introspections.has(name)) report(context, new AtlasError(graphqlErrors.INTROSPECTION_REPEATED, { name }));
        introspections.add(name);
      }
      const isAlias = field.alias && field.alias.value !== field.name.value;
      if (isAlias && context.getParentType()?.name.startsWith("__")) {
        report(
          context,
          new AtlasError(graphqlErrors.QUERY_TOO_BROAD, {
            value: `${field.alias?.value}: ${field.name.value}`,
            max: REQUEST_LIMITS.fields,
          }),
        );
      }
    },
  };
};

// The error is carried as an extension, because GraphQL creates new errors from those of validation.
const report = (context: ValidationContext, error: AtlasError): void =>
  context.reportError(new GraphQLError(error.message, { extensions: { atlas: error } }));
