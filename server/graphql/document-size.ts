import {
  type DocumentNode,
  GraphQLError,
  Kind,
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

/** Refuses documents with too many fields, too many top-level fields, more than one introspection, or aliases inside it. */
export const boundedBreadth: ValidationRule = (context: ValidationContext) => {
  const introspections = new Set<string>();
  return {
    Document(document) {
      const rootFields = expandedFields(document, REQUEST_LIMITS.rootFields, false);
      if (rootFields > REQUEST_LIMITS.rootFields)
        report(context, new AtlasError(graphqlErrors.QUERY_OF_TOO_MANY, { max: REQUEST_LIMITS.rootFields }));
      const fields = expandedFields(document, REQUEST_LIMITS.fields);
      if (fields > REQUEST_LIMITS.fields)
        report(
          context,
          new AtlasError(graphqlErrors.QUERY_TOO_BROAD, { value: `${REQUEST_LIMITS.fields}+`, max: REQUEST_LIMITS.fields }),
        );
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
